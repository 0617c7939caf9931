package dev.perflint.types;

import dev.perflint.model.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer that may still depend on other files: a {@link Certainty}, or a formula of and/or/not
 * over open questions.
 *
 * <p>The factories simplify on the way, so a formula holds questions only where their answers
 * matter.
 */
public sealed interface Truth {
  /** Nothing open. */
  record Decided(Certainty certainty) implements Truth {}

  /** Whatever the merge says. */
  record Open(Question question) implements Truth {}

  /** The least certain of the parts. */
  record All(List<Truth> parts) implements Truth {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** The most certain of the parts. */
  record Any(List<Truth> parts) implements Truth {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part negated; see {@link Certainty#not}. */
  record Not(Truth part) implements Truth {}

  Truth NO = new Decided(Certainty.NO);
  Truth UNKNOWN = new Decided(Certainty.UNKNOWN);
  Truth LIKELY = new Decided(Certainty.LIKELY);
  Truth SURE = new Decided(Certainty.SURE);

  static Truth of(Certainty certainty) {
    return switch (certainty) {
      case NO -> NO;
      case UNKNOWN -> UNKNOWN;
      case LIKELY -> LIKELY;
      case SURE -> SURE;
    };
  }

  static Truth of(boolean holds) {
    return holds ? SURE : NO;
  }

  static Truth open(Question question) {
    return new Open(question);
  }

  default Truth and(Truth other) {
    // Most are decided, and there are some at each call of a scan.
    if (isNo() || other instanceof Decided second && second.certainty() == Certainty.SURE) {
      return this;
    }
    return all(List.of(this, other));
  }

  default Truth or(Truth other) {
    if (other.isNo() || this instanceof Decided first && first.certainty() == Certainty.SURE) {
      return this;
    }
    return isNo() ? other : any(List.of(this, other));
  }

  default Truth not() {
    if (this instanceof Decided decided) {
      return of(decided.certainty().not());
    }
    return new Not(this);
  }

  /** False when no answer of the merge can make it LIKELY or SURE. */
  default boolean mayBeReported() {
    if (this instanceof Decided decided) {
      return decided.certainty().isReported();
    }
    if (this instanceof All all) {
      return all.parts().stream().allMatch(Truth::mayBeReported);
    }
    if (this instanceof Any any) {
      return any.parts().stream().anyMatch(Truth::mayBeReported);
    }
    return !(this instanceof Not not) || not.part().mayBeNo();
  }

  /** Whether it is LIKELY or SURE as far as the file itself shows, with nothing left to ask. */
  default boolean isShown() {
    return this instanceof Decided && mayBeReported();
  }

  /** False when every answer of the merge leaves it UNKNOWN or more. */
  private boolean mayBeNo() {
    if (this instanceof Decided decided) {
      return decided.certainty() == Certainty.NO;
    }
    if (this instanceof All all) {
      return all.parts().stream().anyMatch(Truth::mayBeNo);
    }
    if (this instanceof Any any) {
      return any.parts().stream().allMatch(Truth::mayBeNo);
    }
    return !(this instanceof Not not) || not.part().mayBeReported();
  }

  /** The open questions of which a yes speaks for it: those under a {@link Not} are left out. */
  default Stream<Question> questions() {
    if (this instanceof Open open) {
      return Stream.of(open.question());
    }
    List<Truth> parts =
        this instanceof All all ? all.parts() : this instanceof Any any ? any.parts() : List.of();
    return parts.stream().flatMap(Truth::questions);
  }

  default boolean isNo() {
    return this instanceof Decided decided && decided.certainty() == Certainty.NO;
  }

  static Truth all(List<Truth> parts) {
    Certainty known = Certainty.SURE;
    List<Truth> open = new ArrayList<>(parts.size());
    for (Truth part : parts) {
      if (part instanceof Decided decided) {
        known = known.and(decided.certainty());
      } else if (part instanceof All all) {
        for (Truth inner : all.parts()) {
          if (inner instanceof Decided decided) {
            known = known.and(decided.certainty());
          } else {
            open.add(inner);
          }
        }
      } else {
        open.add(part);
      }
    }
    // UNKNOWN and anything is NO or UNKNOWN; neither reports, but a negation around it tells them
    // apart.
    if (open.isEmpty() || known == Certainty.NO) {
      return of(known);
    }
    if (known != Certainty.SURE) {
      open.add(of(known));
    }
    return open.size() == 1 ? open.get(0) : new All(open);
  }

  static Truth any(List<Truth> parts) {
    Certainty known = Certainty.NO;
    List<Truth> open = new ArrayList<>(parts.size());
    for (Truth part : parts) {
      if (part instanceof Decided decided) {
        known = known.or(decided.certainty());
      } else if (part instanceof Any any) {
        for (Truth inner : any.parts()) {
          if (inner instanceof Decided decided) {
            known = known.or(decided.certainty());
          } else {
            open.add(inner);
          }
        }
      } else {
        open.add(part);
      }
    }
    if (open.isEmpty() || known == Certainty.SURE) {
      return of(known);
    }
    if (known != Certainty.NO) {
      open.add(of(known));
    }
    return open.size() == 1 ? open.get(0) : new Any(open);
  }

  /** The value once every open question is answered. */
  default Certainty answered(Function<Question, Certainty> answers) {
    if (this instanceof Decided decided) {
      return decided.certainty();
    }
    if (this instanceof Open open) {
      return answers.apply(open.question());
    }
    if (this instanceof Not not) {
      return not.part().answered(answers).not();
    }
    if (this instanceof All all) {
      Certainty value = Certainty.SURE;
      for (Truth part : all.parts()) {
        value = value.and(part.answered(answers));
        if (value == Certainty.NO) {
          return value;
        }
      }
      return value;
    }
    Certainty value = Certainty.NO;
    for (Truth part : ((Any) this).parts()) {
      value = value.or(part.answered(answers));
      if (value == Certainty.SURE) {
        return value;
      }
    }
    return value;
  }
}
