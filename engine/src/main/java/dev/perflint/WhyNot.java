package dev.perflint;

import dev.perflint.model.Certainty;
import java.util.List;

/**
 * What each clause of a rule says to the code of one line.
 *
 * @param sites empty when the rule looks at nothing there
 */
public record WhyNot(List<Site> sites) {
  /**
   * One place that the rule looks at.
   *
   * @param code as written
   */
  public record Site(String code, List<Answer> answers) {
    public Site {
      answers = List.copyOf(answers);
    }

    /** Whether the rule reports it: no clause vetoes. */
    public boolean isReported() {
      return answers.stream().noneMatch(Answer::vetoes);
    }
  }

  /**
   * @param clause e.g. "where it stays local"
   * @param isException an {@code unless}, which vetoes unless it is NO
   */
  public record Answer(String clause, Certainty certainty, boolean isException) {
    public boolean vetoes() {
      return isException ? certainty != Certainty.NO : !certainty.isReported();
    }
  }

  public WhyNot {
    sites = List.copyOf(sites);
  }
}
