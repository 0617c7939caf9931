package dev.perflint.match;

import java.util.List;

/** A pattern without clauses: what the others restrict. */
interface Selector extends Pattern {
  @Override
  default List<Branch> branches() {
    return List.of(new Branch(this, List.of()));
  }

  @Override
  default List<Clause> clauses() {
    return List.of();
  }

  @Override
  default Pattern without(Clause clause) {
    return this;
  }
}
