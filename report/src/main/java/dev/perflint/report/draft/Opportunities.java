package dev.perflint.report.draft;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Step;
import dev.perflint.rule.RuleDoc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Groups findings into what is worth an issue of its own. The root is the file that all ways of a
 * finding's kind end in (a factory, a repository's caller), else the file of the finding; small
 * groups of the same folder come together.
 */
public final class Opportunities {
  /** A group that is larger stands for itself. */
  private static final int SMALL = 2;

  private Opportunities() {}

  /** All of a report, the most urgent first. */
  public static List<Opportunity> of(ScanReport report) {
    Map<dev.perflint.model.RuleId, RuleDoc> docs =
        report.rules().stream().collect(Collectors.toMap(RuleDoc::id, doc -> doc));
    Map<String, Opportunity> byFile = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      RuleDoc doc = docs.get(finding.rule());
      add(doc, root(finding), finding, byFile);
    }
    return together(byFile.values()).stream()
        .sorted(Comparator.comparing(Opportunity::first, Finding.ORDER))
        .toList();
  }

  private static void add(
      RuleDoc doc, String root, Finding finding, Map<String, Opportunity> groups) {
    groups.merge(
        doc.id() + "\n" + root,
        new Opportunity(doc, root, List.of(finding)),
        (all, one) -> {
          List<Finding> findings = new ArrayList<>(all.findings());
          findings.addAll(one.findings());
          findings.sort(Finding.ORDER);
          return new Opportunity(doc, root, findings);
        });
  }

  /** Where what the place leads to is, if it is elsewhere; one change there mends all of them. */
  private static String root(Finding finding) {
    List<Step> beyond = finding.trail().beyond();
    return beyond.isEmpty()
        ? finding.location().path()
        : beyond.get(beyond.size() - 1).location().path();
  }

  private static Collection<Opportunity> together(Collection<Opportunity> groups) {
    Map<String, Long> small =
        groups.stream()
            .filter(Opportunities::isSmall)
            .collect(Collectors.groupingBy(Opportunities::ofFolder, Collectors.counting()));
    Map<String, Opportunity> all = new LinkedHashMap<>();
    for (Opportunity group : groups) {
      boolean joins = isSmall(group) && small.get(ofFolder(group)) > 1;
      String root = joins ? folder(group.root()) : group.root();
      group.findings().forEach(finding -> add(group.rule(), root, finding, all));
    }
    return all.values();
  }

  private static boolean isSmall(Opportunity group) {
    return group.findings().size() <= SMALL;
  }

  private static String ofFolder(Opportunity group) {
    return group.rule().id() + "\n" + folder(group.root());
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
