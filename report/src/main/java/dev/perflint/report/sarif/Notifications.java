package dev.perflint.report.sarif;

import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.report.sarif.Sarif.Configuration;
import dev.perflint.report.sarif.Sarif.Descriptor;
import dev.perflint.report.sarif.Sarif.Help;
import dev.perflint.report.sarif.Sarif.Location;
import dev.perflint.report.sarif.Sarif.Message;
import dev.perflint.report.sarif.Sarif.Notification;
import dev.perflint.report.sarif.Sarif.PhysicalLocation;
import dev.perflint.report.sarif.Sarif.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notices as SARIF notifications, and what each kind of them means. */
final class Notifications {
  private Notifications() {}

  /** One for each kind, in the order of the kinds: a kind's ordinal is its index. */
  static List<Descriptor> descriptors() {
    return Arrays.stream(Notice.Kind.values()).map(Notifications::descriptor).toList();
  }

  static Notification notification(Notice notice, Map<RuleId, Integer> ruleIndexes) {
    return new Notification(
        new Reference(notice.kind().id(), notice.kind().ordinal()),
        notice.rule().map(rule -> new Reference(rule.value(), ruleIndexes.get(rule))).orElse(null),
        level(notice.kind()),
        new Message(notice.message()),
        notice.path().map(path -> List.of(location(path, notice.line()))).orElse(null));
  }

  private static Location location(String path, int line) {
    return new Location(
        null, new PhysicalLocation(Places.file(path), region(line), null), null, null);
  }

  private static Sarif.@Nullable Region region(int line) {
    return line > 0 ? new Sarif.Region(line, null, null, null, null) : null;
  }

  private static Descriptor descriptor(Notice.Kind kind) {
    String what = what(kind);
    String help = what + " " + help(kind);
    return new Descriptor(
        kind.id(),
        new RuleId(kind.id()).pascalCase() + "Notice", // must differ from the id, case ignored
        new Message(what),
        new Message(help),
        new Help(help, help),
        null,
        new Configuration(level(kind)),
        null);
  }

  private static String level(Notice.Kind kind) {
    return switch (kind) {
      case UNREADABLE, UNPARSABLE, RULE_CRASH -> "error";
      case PARTLY_PARSED, SKIPPED -> "warning";
      case INFO -> "note";
    };
  }

  private static String what(Notice.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> "A file could not be read.";
      case UNPARSABLE -> "A file could not be parsed at all.";
      case PARTLY_PARSED -> "Parts of a file could not be parsed.";
      case RULE_CRASH -> "A rule failed on a file.";
      case SKIPPED -> "A file was left out.";
      case INFO -> "Something about the run that is worth knowing.";
    };
  }

  private static String help(Notice.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> "Nothing in it was analysed; check its permissions and its encoding.";
      case UNPARSABLE -> "Nothing in it was analysed; check that it compiles.";
      case PARTLY_PARSED -> "The rest was analysed; check that it compiles.";
      case RULE_CRASH ->
          "The rule's findings in that file are missing, all others are there; please report it.";
      case SKIPPED -> "Nothing in it was analysed; the message says why.";
      case INFO -> "Nothing is missing from the results.";
    };
  }
}
