package dev.perflint.architecture.rank;

import dev.perflint.architecture.model.ReportHelper;

/** Closes the cycle. Wrong on purpose. */
public final class Ranking {
  /** Uses what uses it. */
  public void rank(ReportHelper helper) {
    helper.hashCode();
  }
}
