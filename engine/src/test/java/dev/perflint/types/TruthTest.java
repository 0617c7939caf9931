package dev.perflint.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The laws of {@link Truth}, over random formulas against a plain reading of the definition. */
class TruthTest {
  private static final long SEED = 20261125;
  private static final int ROUNDS = 3_000;

  /** A formula as it was asked for, without any simplification. */
  private sealed interface Formula {
    record Leaf(Certainty value) implements Formula {}

    record Ask(Question question) implements Formula {}

    record Both(List<Formula> parts) implements Formula {}

    record Either(List<Formula> parts) implements Formula {}

    record Never(Formula part) implements Formula {}
  }

  private final Random random = new Random(SEED);

  @Test
  void simplificationNeverChangesTheAnswer() {
    System.out.println("TruthTest: seed " + SEED);
    for (int i = 0; i < ROUNDS; i++) {
      Formula formula = formula(4);
      Truth truth = truth(formula);
      for (int j = 0; j < 4; j++) {
        Map<Question, Certainty> answers = answers();
        assertThat(truth.answered(answers::get))
            .as("seed %d, round %d: %s as %s with %s", SEED, i, formula, truth, answers)
            .isEqualTo(plain(formula, answers));
      }
    }
  }

  @Test
  void whatMayNotBeReportedNeverIs() {
    int silent = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Formula formula = formula(3);
      Truth truth = truth(formula);
      boolean reported = false;
      for (Map<Question, Certainty> answers : allAnswers()) {
        reported |= truth.answered(answers::get).isReported();
      }
      if (!truth.mayBeReported()) {
        silent++;
        assertThat(reported).as("seed %d, round %d: %s", SEED, i, truth).isFalse();
      }
    }
    assertThat(silent).as("formulas that cannot hold").isGreaterThan(ROUNDS / 20);
  }

  @Test
  void unknownBesideAnOpenQuestionCanNeverHold() {
    Truth open = Truth.open(question(0));
    assertThat(open.and(Truth.UNKNOWN).mayBeReported()).isFalse();
    assertThat(open.and(Truth.UNKNOWN).or(open.and(Truth.NO)).mayBeReported()).isFalse();
    assertThat(open.or(Truth.UNKNOWN).not().mayBeReported()).isFalse();
    assertThat(open.and(Truth.UNKNOWN).not().mayBeReported()).isTrue();
    assertThat(open.or(Truth.UNKNOWN).mayBeReported()).isTrue();
    assertThat(open.not().mayBeReported()).isTrue();
  }

  @Test
  void aVetoThatMayHoldVetoes() {
    for (Certainty other : Certainty.values()) {
      Certainty kept = Truth.SURE.and(Truth.of(other).not()).answered(q -> Certainty.NO);
      assertThat(kept.isReported()).as("unless %s", other).isEqualTo(other == Certainty.NO);
    }
    Truth vetoed = Truth.LIKELY.and(Truth.open(question(0)).not());
    assertThat(vetoed.answered(q -> Certainty.UNKNOWN)).isEqualTo(Certainty.UNKNOWN);
    assertThat(vetoed.answered(q -> Certainty.NO)).isEqualTo(Certainty.LIKELY);
    assertThat(vetoed.answered(q -> Certainty.LIKELY)).isEqualTo(Certainty.NO);
  }

  @Test
  void decidedFormulasHoldNoQuestions() {
    Truth open = Truth.open(question(0));
    assertThat(open.and(Truth.NO)).isEqualTo(Truth.NO);
    assertThat(open.and(Truth.SURE)).isEqualTo(open);
    assertThat(open.or(Truth.SURE)).isEqualTo(Truth.SURE);
    assertThat(open.or(Truth.NO)).isEqualTo(open);
    assertThat(Truth.all(List.of())).isEqualTo(Truth.SURE);
    assertThat(Truth.any(List.of())).isEqualTo(Truth.NO);
  }

  private Formula formula(int depth) {
    int kind = depth == 0 ? random.nextInt(2) : random.nextInt(5);
    return switch (kind) {
      case 0 -> new Formula.Leaf(Certainty.values()[random.nextInt(4)]);
      case 1 -> new Formula.Ask(question(random.nextInt(3)));
      case 2 -> new Formula.Both(parts(depth));
      case 3 -> new Formula.Either(parts(depth));
      default -> new Formula.Never(formula(depth - 1));
    };
  }

  private List<Formula> parts(int depth) {
    List<Formula> parts = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      parts.add(formula(depth - 1));
    }
    return parts;
  }

  /** By the factories, sometimes as one list and sometimes pair by pair. */
  private Truth truth(Formula formula) {
    if (formula instanceof Formula.Leaf leaf) {
      return Truth.of(leaf.value());
    }
    if (formula instanceof Formula.Ask ask) {
      return Truth.open(ask.question());
    }
    if (formula instanceof Formula.Never never) {
      return truth(never.part()).not();
    }
    if (formula instanceof Formula.Both both) {
      List<Truth> parts = both.parts().stream().map(this::truth).toList();
      return random.nextBoolean()
          ? Truth.all(parts)
          : parts.stream().reduce(Truth.SURE, Truth::and);
    }
    List<Truth> parts = ((Formula.Either) formula).parts().stream().map(this::truth).toList();
    return random.nextBoolean() ? Truth.any(parts) : parts.stream().reduce(Truth.NO, Truth::or);
  }

  /** NO < UNKNOWN < LIKELY < SURE: minimum, maximum, and a swap that leaves UNKNOWN. */
  private static Certainty plain(Formula formula, Map<Question, Certainty> answers) {
    if (formula instanceof Formula.Leaf leaf) {
      return leaf.value();
    }
    if (formula instanceof Formula.Ask ask) {
      return answers.get(ask.question());
    }
    if (formula instanceof Formula.Never never) {
      return switch (plain(never.part(), answers)) {
        case NO -> Certainty.SURE;
        case UNKNOWN -> Certainty.UNKNOWN;
        case LIKELY, SURE -> Certainty.NO;
      };
    }
    if (formula instanceof Formula.Both both) {
      return both.parts().stream()
          .map(part -> plain(part, answers))
          .min(Certainty::compareTo)
          .orElse(Certainty.SURE);
    }
    return ((Formula.Either) formula)
        .parts().stream()
            .map(part -> plain(part, answers))
            .max(Certainty::compareTo)
            .orElse(Certainty.NO);
  }

  private static Question question(int number) {
    return new Question.IsA(TypeRef.named("shop.T" + number), List.of("java.lang.Runnable"));
  }

  private Map<Question, Certainty> answers() {
    List<Map<Question, Certainty>> all = allAnswers();
    return all.get(random.nextInt(all.size()));
  }

  private static List<Map<Question, Certainty>> allAnswers() {
    List<Map<Question, Certainty>> all = new ArrayList<>();
    for (Certainty a : Certainty.values()) {
      for (Certainty b : Certainty.values()) {
        for (Certainty c : Certainty.values()) {
          Map<Question, Certainty> answers = new HashMap<>();
          answers.put(question(0), a);
          answers.put(question(1), b);
          answers.put(question(2), c);
          all.add(answers);
        }
      }
    }
    return all;
  }
}
