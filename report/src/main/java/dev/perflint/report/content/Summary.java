package dev.perflint.report.content;

import dev.perflint.ScanReport;
import dev.perflint.model.Area;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The counts at the end of a report.
 *
 * @param findings how many
 * @param filesWithFindings in how many files
 * @param fixable how many of them carry a fix
 * @param byArea count by area and priority; only areas that have findings, in their fixed order
 */
public record Summary(
    int findings, int filesWithFindings, int fixable, Map<Area, Map<Priority, Integer>> byArea) {

  /** Counts the findings of a report. */
  public static Summary of(ScanReport report) {
    Map<Area, Map<Priority, Integer>> byArea = new EnumMap<>(Area.class);
    Set<String> files = new HashSet<>();
    int fixable = 0;
    for (Finding finding : report.findings()) {
      byArea
          .computeIfAbsent(finding.area(), area -> new EnumMap<>(Priority.class))
          .merge(finding.priority(), 1, Integer::sum);
      files.add(finding.location().path());
      if (finding.fix().isPresent()) {
        fixable++;
      }
    }
    return new Summary(report.findings().size(), files.size(), fixable, byArea);
  }

  /** How many findings have this priority. */
  public int count(Priority priority) {
    return byArea.values().stream().mapToInt(counts -> counts.getOrDefault(priority, 0)).sum();
  }

  /** How many findings have this area and priority. */
  public int count(Area area, Priority priority) {
    return byArea.getOrDefault(area, Map.of()).getOrDefault(priority, 0);
  }
}
