package dev.perflint;

import dev.perflint.rule.RuleDoc;
import java.util.List;

/** The facade: one object per process, one call per scan. */
public final class Perflint {
  public static final String VERSION = "0.1.0-SNAPSHOT";

  /**
   * Finds, ranks and returns; prints nothing.
   *
   * @throws UsageException for a path that does not exist or an unknown rule
   */
  public ScanReport scan(ScanRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Every rule there is, sorted by id. */
  public List<RuleDoc> rules() {
    throw new UnsupportedOperationException();
  }
}
