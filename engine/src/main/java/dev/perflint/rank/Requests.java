package dev.perflint.rank;

import java.util.regex.Pattern;

/** What the label of a request tells of how often it comes: far more is read than written. */
public final class Requests {
  private static final Pattern WRITES =
      Pattern.compile("(?:PUT|DELETE|PATCH|POST)(?: .*)?|.*\\.do(?:Put|Delete|Patch|Post)");

  /** A POST that asks for something too long for a URL. */
  private static final Pattern ASKS =
      Pattern.compile(
          "POST .*(?:find|query|queries|search|list(?!en)|page|preview|graphql|check|validate|login|token).*",
          Pattern.CASE_INSENSITIVE);

  /** A path that ends in what is done, whatever it is done to: {@code /contacts/create-list}. */
  private static final Pattern CHANGES =
      Pattern.compile(
          ".*/(?:create|add|insert|save|update|edit|delete|remove|import|upload)(?![a-z])[^/{}]*");

  /**
   * What an application has beside its daily work: to delete, or to bring much in or out at once.
   */
  private static final Pattern OCCASIONAL =
      Pattern.compile(
          "DELETE .*|.*(?:delete|remove|import|export|batch|copy|migrat|sync).*",
          Pattern.CASE_INSENSITIVE);

  private Requests() {}

  /** Whether another entry point that leads to the same is the better one to tell of. */
  public static boolean isOccasional(String label) {
    return OCCASIONAL.matcher(label).matches();
  }

  static boolean writes(String label) {
    return WRITES.matcher(label).matches()
        && (!ASKS.matcher(label).matches() || CHANGES.matcher(label).matches());
  }
}
