package dev.perflint.report.draft;

import dev.perflint.ScanReport;
import dev.perflint.fix.FixedFile;
import dev.perflint.model.Priority;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The drafts of a report, and what was left out of them.
 *
 * @param drafts the most urgent first
 * @param others opportunities without a draft, in the same order
 */
public record Drafts(List<Draft> drafts, List<Opportunity> others) {
  private static final int LONGEST_NAME = 60;

  public Drafts {
    drafts = List.copyOf(drafts);
    others = List.copyOf(others);
  }

  /**
   * @param fixed what the automatic fixes make of files
   */
  public static Drafts of(ScanReport report, List<FixedFile> fixed, DraftSettings settings) {
    List<Opportunity> all = Opportunities.of(report);
    List<Opportunity> drafted =
        all.stream()
            .filter(opportunity -> opportunity.priority().isAtLeast(settings.floor()))
            .limit(settings.most())
            .toList();
    Set<String> names = new HashSet<>();
    List<String> files = new ArrayList<>();
    for (Opportunity opportunity : drafted) {
      files.add(fileName(opportunity, names));
    }
    DraftWriter writer = new DraftWriter(settings, drafted, files, fixed);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < drafted.size(); i++) {
      drafts.add(writer.draft(drafted.get(i), files.get(i)));
    }
    return new Drafts(drafts, all.stream().filter(o -> !drafted.contains(o)).toList());
  }

  /** Without a number, so that a new first one does not rename all the others. */
  private static String fileName(Opportunity opportunity, Set<String> taken) {
    String where =
        opportunity
            .name()
            .substring(opportunity.name().lastIndexOf('/') + 1)
            .replaceFirst("\\.java$", "")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT);
    String name = opportunity.rule().id() + "-" + (where.isBlank() ? "root" : where);
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    String free = taken.add(cut) ? cut : cut + "-" + opportunity.key().substring(0, 6);
    taken.add(free);
    return free + ".md";
  }

  /** Keys of all that was found, drafted or not, sorted. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    drafts.forEach(draft -> keys.add(draft.opportunity().key()));
    others.forEach(other -> keys.add(other.key()));
    return keys;
  }

  /** How many opportunities of a priority there are. */
  long count(Priority priority) {
    return drafts.stream().filter(d -> d.opportunity().priority() == priority).count()
        + others.stream().filter(o -> o.priority() == priority).count();
  }
}
