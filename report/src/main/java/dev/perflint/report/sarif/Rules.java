package dev.perflint.report.sarif;

import dev.perflint.model.Group;
import dev.perflint.model.RuleId;
import dev.perflint.report.content.Links;
import dev.perflint.report.sarif.Sarif.Configuration;
import dev.perflint.report.sarif.Sarif.Descriptor;
import dev.perflint.report.sarif.Sarif.Help;
import dev.perflint.report.sarif.Sarif.Message;
import dev.perflint.report.sarif.Sarif.RuleProperties;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.RuleDoc;
import java.util.List;

/** A rule's documentation as a SARIF reporting descriptor. */
final class Rules {
  /** GitHub's limit for descriptions. */
  private static final int MAX_DESCRIPTION = 1024;

  private Rules() {}

  static Descriptor descriptor(RuleDoc doc) {
    return new Descriptor(
        doc.id().value(),
        name(doc.id()),
        new Message(sentence(doc.summary())),
        new Message(shortened(oneLine(doc.why()))),
        new Help(text(doc), markdown(doc)),
        Links.ruleDocs(doc.id()),
        new Configuration(mayEndInOutage(doc) ? "warning" : "note"),
        new RuleProperties(
            List.of("performance", doc.theme().id()),
            precision(doc.group()),
            mayEndInOutage(doc) ? "warning" : "recommendation",
            doc.group().id(),
            doc.risk().id()));
  }

  /** Validators want a name that differs from the id in more than case. */
  private static String name(RuleId id) {
    return id.value().contains("-") ? id.pascalCase() : id.pascalCase() + "Rule";
  }

  /**
   * Rules have no priority of their own: each result carries its level. The default says what a
   * finding gets where nothing is known of its heat.
   */
  private static boolean mayEndInOutage(RuleDoc doc) {
    return doc.risk().isOutage();
  }

  private static String precision(Group group) {
    return switch (group) {
      case DEFAULT -> "high";
      case PEDANTIC -> "medium";
      case PREVIEW -> "low";
    };
  }

  private static String text(RuleDoc doc) {
    StringBuilder help = new StringBuilder(oneLine(doc.why()));
    section(help, "\n\nInstead: ", doc.instead());
    section(help, "\n\nWhen it does not matter: ", doc.caveat());
    section(help, "\n\nCost: ", doc.effect());
    section(help, "\n\nWhat users notice: ", doc.userImpact());
    return help.append("\n\nEvidence: ").append(evidence(doc.evidence())).toString();
  }

  private static String markdown(RuleDoc doc) {
    StringBuilder help = new StringBuilder(oneLine(doc.why()));
    section(help, "\n\n**Instead:** ", doc.instead());
    section(help, "\n\n**When it does not matter:** ", doc.caveat());
    help.append("\n\n| | |\n| --- | --- |");
    row(help, "Cost", doc.effect());
    row(help, "Risk", doc.risk().id());
    row(help, "Effort", doc.effort().label());
    row(help, "What users notice", doc.userImpact());
    row(help, "Run-time JDK", doc.jdk().toString());
    return help.append("\n\n**Evidence:** ")
        .append(markdownEvidence(doc.evidence()))
        .append("\n\n[All about this rule](")
        .append(Links.ruleDocs(doc.id()))
        .append(")\n")
        .toString();
  }

  private static void section(StringBuilder help, String title, String text) {
    if (!text.isBlank()) {
      help.append(title).append(oneLine(text));
    }
  }

  private static void row(StringBuilder help, String name, String value) {
    if (!value.isBlank()) {
      String cell = oneLine(value).replace("|", "\\|");
      help.append("\n| ").append(name).append(" | ").append(cell).append(" |");
    }
  }

  private static String evidence(Evidence evidence) {
    return evidence instanceof Evidence.Reference reference
        ? oneLine(reference.text()) + " " + reference.url()
        : oneLine(evidence.text());
  }

  private static String markdownEvidence(Evidence evidence) {
    return evidence instanceof Evidence.Reference reference
        ? oneLine(reference.text()) + " <" + reference.url() + ">"
        : oneLine(evidence.text());
  }

  /** Text blocks break lines for the editor's sake; a paragraph is one line. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String sentence(String summary) {
    String line = oneLine(summary);
    int first = line.codePointAt(0);
    String rest = line.substring(Character.charCount(first));
    String start = Character.toString(Character.toUpperCase(first)) + rest;
    return start.endsWith(".") ? start : start + ".";
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_DESCRIPTION) {
      return text;
    }
    int space = text.lastIndexOf(' ', MAX_DESCRIPTION - 2);
    return text.substring(0, space < 0 ? MAX_DESCRIPTION - 2 : space) + " …";
  }
}
