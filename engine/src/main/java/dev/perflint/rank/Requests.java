package dev.perflint.rank;

import dev.perflint.knowledge.EntryKind;
import java.util.regex.Pattern;

/** What the label of a request tells of how often it comes: far more is read than written. */
final class Requests {
  private static final Pattern WRITES =
      Pattern.compile("(?:PUT|DELETE|PATCH|POST)(?: .*)?|.*\\.do(?:Put|Delete|Patch|Post)");

  /** A POST that asks for something too long for a URL. */
  private static final Pattern ASKS =
      Pattern.compile(
          "POST .*(?:find|query|queries|search|list(?!en)|page|preview|graphql|check|validate|login|token).*",
          Pattern.CASE_INSENSITIVE);

  private Requests() {}

  static boolean writes(EntryKind kind, String label) {
    return kind == EntryKind.REQUEST
        && WRITES.matcher(label).matches()
        && !ASKS.matcher(label).matches();
  }
}
