package dev.perflint.cli;

import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.model.Group;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.Risk;
import dev.perflint.model.Step;
import dev.perflint.project.RankTrace;
import dev.perflint.project.WayStep;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.rank.Readings;
import dev.perflint.rank.Words;
import dev.perflint.report.content.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How findings come to their priorities, for the terminal. */
final class RankPage {
  private final StringBuilder page = new StringBuilder(2_000);

  private RankPage() {}

  /**
   * @param rule the only one that was asked for; {@code ""} for all
   */
  static String of(List<RankTrace> traces, String rule, String place) {
    RankPage page = new RankPage();
    List<RankTrace> wanted =
        traces.stream()
            .filter(t -> rule.isEmpty() || t.finding().rule().value().equals(rule))
            .toList();
    if (wanted.isEmpty()) {
      page.nothing(traces, rule, Printable.of(place));
    }
    for (RankTrace trace : wanted) {
      page.page.append(page.page.length() == 0 ? "" : "\n");
      page.trace(trace);
    }
    return page.page.toString();
  }

  private void nothing(List<RankTrace> others, String rule, String place) {
    line((rule.isEmpty() ? "Nothing is found" : rule + " finds nothing") + " at " + place + ".");
    for (RankTrace other : others) {
      line("Found there: " + other.finding().rule() + ", " + other.finding().priority() + ".");
    }
    String asked = rule.isEmpty() ? "RULE" : rule;
    line("To see what a rule says to that line: perflint explain " + asked + " --why-not " + place);
  }

  private void trace(RankTrace trace) {
    Finding finding = trace.finding();
    line(
        finding.priority()
            + "  "
            + finding.rule()
            + (trace.group() == Group.DEFAULT ? "" : " (" + trace.group().id() + ")")
            + "  "
            + CallWords.place(finding.location()));
    line("    " + Printable.of(finding.message()));
    line("");
    row("Priority", priority(trace));
    waste(trace);
    row("Risk", trace.readings().byRisk() + ": " + risk(trace));
    for (String cap : trace.readings().caps()) {
      row("Cap", "at most " + finding.priority() + ": " + cap);
    }
    row("Confidence", confidence(trace));
    way(trace);
    others(trace);
  }

  private static String priority(RankTrace trace) {
    Readings readings = trace.readings();
    String decided =
        switch (readings.decided()) {
          case WASTE -> "the waste says so";
          case RISK -> "the risk says so";
          case BOTH -> "waste and risk say the same";
        };
    Priority higher = readings.byWaste().or(readings.byRisk());
    return readings.caps().isEmpty()
        ? trace.finding().priority() + ": " + decided
        : trace.finding().priority() + ": capped, would be " + higher + " (" + decided + ")";
  }

  private void waste(RankTrace trace) {
    Reason reason = trace.finding().reason();
    Priority priority = trace.readings().byWaste();
    if (Double.isNaN(reason.waste())) {
      String entry = Words.entry(trace.heat());
      row("Waste", priority + ": no number for the cost, so by entry point alone: " + entry);
      return;
    }
    String sum = decimal(reason.waste());
    row(
        "Waste",
        priority
            + ": "
            + sum
            + String.format(
                Locale.ROOT,
                " (P1 from %.0f, P2 from %.0f), the log10 of the nanoseconds wasted a second",
                RankingNumbers.P1_WASTE,
                RankingNumbers.P2_WASTE));
    int width = reason.terms().stream().mapToInt(term -> term.name().length()).max().orElse(0);
    String sign = " ";
    for (Reason.Term term : reason.terms()) {
      String name = term.name() + " ".repeat(width - term.name().length());
      String number = String.format(Locale.ROOT, "%s %6s", sign, decimal(term.log10()));
      row("", number + "  " + name + "  " + Printable.of(term.text()));
      sign = "+";
    }
    for (Repeat loop : trace.heat().loops()) {
      if (reason.terms().stream().noneMatch(term -> term.text().startsWith(loop.text()))) {
        row("", "           not counted: " + Printable.of(loop.text()) + uncounted(reason));
      }
    }
    row("", String.format(Locale.ROOT, "= %6s", sum));
  }

  private static String uncounted(Reason reason) {
    long loops = reason.terms().stream().filter(term -> term.name().equals("loop")).count();
    return loops < RankingNumbers.COUNTED_LOOPS
        ? " (the cost is that of the whole loop)"
        : " (the nearest and the largest of the others count)";
  }

  private static String risk(RankTrace trace) {
    Risk risk = trace.readings().risk();
    String entry = Words.entry(trace.heat());
    return risk.isOutage()
        ? "an outage under load, " + entry
        : (risk == Risk.NONE ? "none" : risk.id()) + ", no outage";
  }

  private static String confidence(RankTrace trace) {
    Certainty confidence = trace.finding().confidence();
    if (confidence == Certainty.SURE) {
      return "sure";
    }
    String why =
        trace.sureMatch()
            ? "a call on the way may mean another method"
            : "the match rests on imports and names, or on a call that may mean several methods";
    return confidence.name().toLowerCase(Locale.ROOT) + ": " + why;
  }

  private void way(RankTrace trace) {
    Heat heat = trace.heat();
    String start = heat.kind() == EntryKind.UNKNOWN ? Words.entry(heat) : CallWords.entry(heat);
    row(
        "Way",
        start
            + ", "
            + CallWords.perSecond(heat.entryLog10())
            + "; at the place "
            + CallWords.perSecond(heat.log10()));
    int width = trace.way().stream().mapToInt(step -> step.method().length()).max().orElse(0);
    boolean recursed = !heat.recursive();
    for (WayStep step : trace.way()) {
      List<String> marks = new ArrayList<>();
      if (step.recursive() && !recursed) {
        recursed = true;
        marks.add("calls itself (x " + (long) RankingNumbers.RECURSION + ")");
      }
      step.link().ifPresent(link -> marks.addAll(CallWords.marks(link)));
      String place = step.link().map(link -> CallWords.place(link.at())).orElse("");
      String name = step.method() + " ".repeat(width - step.method().length());
      row(
          "",
          Printable.of(name)
              + "  "
              + place
              + (marks.isEmpty() ? "" : "  [" + String.join(", ", marks) + "]"));
    }
    via(trace);
    if (heat.kind() == EntryKind.UNKNOWN) {
      String last = heat.methods().get(heat.methods().size() - 1);
      row("", "Who calls it: perflint graph '" + Printable.of(last) + "'");
    }
  }

  /** What else belongs to the finding: the loop, the helper, the use. */
  private void via(RankTrace trace) {
    Set<String> shown = new HashSet<>();
    trace.way().forEach(s -> s.link().ifPresent(link -> shown.add(CallWords.place(link.at()))));
    String label = "Via";
    for (Step step : trace.finding().trail().near()) {
      String place = CallWords.place(step.location());
      if (shown.add(place)) {
        row(label, Printable.of(step.message()) + "  " + place);
        label = "";
      }
    }
  }

  private void others(RankTrace trace) {
    String label = "Also from";
    for (Heat other : trace.others()) {
      String way = CallWords.entry(other);
      row(
          label,
          String.format(
              Locale.ROOT,
              "%-14s %s: %s%s%s",
              CallWords.perSecond(other.log10()),
              way,
              Printable.of(MemberNames.shortName(other.methods().get(0))),
              calls(other),
              other.likely() ? ", likely" : ""));
      label = "";
    }
    if (trace.more() > 0) {
      row("", "… and " + trace.more() + " more entry points, not hotter than these");
    }
  }

  private static String calls(Heat way) {
    int calls = way.methods().size() - 1;
    return calls == 0 ? "" : calls == 1 ? ", one call away" : ", " + calls + " calls away";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void row(String label, String text) {
    line("    " + label + " ".repeat(Math.max(1, 12 - label.length())) + text);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
