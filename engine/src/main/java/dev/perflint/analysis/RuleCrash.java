package dev.perflint.analysis;

import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import java.util.Optional;

/** Turns what a rule threw into a notice. */
public final class RuleCrash {
  private RuleCrash() {}

  /** A notice that names the rule, the place and the first frame of perflint that threw. */
  public static Notice notice(RuleId rule, String path, int line, Throwable thrown) {
    String where = "";
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.perflint.")) {
        where = " at " + frame.getFileName() + ":" + frame.getLineNumber();
        break;
      }
    }
    String detail =
        thrown.getMessage() == null
            ? ""
            : ": " + thrown.getMessage().lines().findFirst().orElse("");
    String message =
        "rule "
            + rule
            + " failed here ("
            + thrown.getClass().getSimpleName()
            + detail
            + where
            + ")";
    return new Notice(Notice.Kind.RULE_CRASH, Optional.of(path), Optional.of(rule), line, message);
  }
}
