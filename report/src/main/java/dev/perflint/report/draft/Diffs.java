package dev.perflint.report.draft;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.perflint.fix.FixedFile;
import java.util.ArrayList;
import java.util.List;

/** What fixes change, as a unified diff. */
final class Diffs {
  private static final int CONTEXT = 3;
  private static final int LONGEST = 120;

  private Diffs() {}

  static String of(List<FixedFile> files) {
    List<String> lines = new ArrayList<>();
    for (FixedFile file : files) {
      List<String> before = file.before().lines().toList();
      List<String> after = file.after().lines().toList();
      lines.addAll(
          UnifiedDiffUtils.generateUnifiedDiff(
              "a/" + file.path(),
              "b/" + file.path(),
              before,
              DiffUtils.diff(before, after),
              CONTEXT));
    }
    return lines.size() <= LONGEST
        ? String.join("\n", lines)
        : String.join("\n", lines.subList(0, LONGEST)) + "\n… perflint fix --diff shows the rest";
  }
}
