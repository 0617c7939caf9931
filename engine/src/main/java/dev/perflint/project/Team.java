package dev.perflint.project;

import java.util.List;
import java.util.function.Function;

/** Threads that do the parts of a merge, which have large stacks as the merge itself has. */
public interface Team {
  /** The thread that asks does all of it. */
  Team ALONE =
      new Team() {
        @Override
        public int threads() {
          return 1;
        }

        @Override
        public <T, R> List<R> map(List<T> parts, Function<T, R> work) {
          return parts.stream().map(work).toList();
        }
      };

  /** How many parts are done at the same time. */
  int threads();

  /**
   * Does each part, in any order.
   *
   * @param work asked by several threads, each for parts of its own
   * @return one result a part, in the order of the parts
   */
  <T, R> List<R> map(List<T> parts, Function<T, R> work);
}
