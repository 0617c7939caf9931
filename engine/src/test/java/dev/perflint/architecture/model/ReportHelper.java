package dev.perflint.architecture.model;

import com.github.javaparser.resolution.TypeSolver;
import dev.perflint.ScanReport;
import dev.perflint.architecture.rank.Ranking;

/** A model class that ranks, resolves types, prints and ends the process. Wrong on purpose. */
public final class ReportHelper {
  private final TypeSolver types;
  private final Ranking ranking;

  public ReportHelper(TypeSolver types, Ranking ranking) {
    this.types = types;
    this.ranking = ranking;
  }

  /** Does all that a model must not do. */
  public void print(ScanReport report) {
    System.out.println(types + " " + ranking + " " + report);
    System.exit(1);
  }
}
