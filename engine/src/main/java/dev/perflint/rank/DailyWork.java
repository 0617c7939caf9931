package dev.perflint.rank;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the requests that change something are what an application is there for, by what their
 * path and handler are called: to order, to pay, to send. What else is changed, such as settings, a
 * few people change now and then.
 */
final class DailyWork {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Set<String> WORDS =
      Set.of(
          "auth", "bid", "buy", "call", "cart", "chat", "exec", "hook", "invoke", "like", "mail",
          "order", "orders", "pay", "proxy", "query", "read", "report", "run", "send", "sign",
          "sms", "token", "track", "trade", "upload", "vote");

  /** Beginnings of words, since these come as nouns and verbs. */
  private static final List<String> STEMS =
      List.of(
          "authenticat",
          "basket",
          "booking",
          "callback",
          "charge",
          "checkin",
          "checkout",
          "collect",
          "comment",
          "complet",
          "event",
          "execut",
          "generat",
          "heartbeat",
          "infer",
          "ingest",
          "launch",
          "login",
          "logout",
          "messag",
          "metric",
          "notif",
          "payment",
          "predict",
          "process",
          "purchas",
          "receiv",
          "reserv",
          "search",
          "session",
          "signin",
          "submi",
          "telemetr",
          "tracking",
          "transact",
          "transfer",
          "translat",
          "trigger",
          "webhook");

  private DailyWork() {}

  /**
   * Whether a request that changes something is likely to come all day.
   *
   * @param label of the entry point, e.g. "POST /orders"
   * @param handler id of its method
   */
  static boolean is(String label, String handler) {
    return !Requests.isOccasional(label)
        && !Requests.isSwitch(handler)
        && (says(Requests.path(label)) || says(name(handler)));
  }

  /** Of the type too, since its methods are often called {@code create} and {@code update}. */
  private static String name(String methodId) {
    int method = methodId.indexOf('#');
    int type = methodId.lastIndexOf('.', method) + 1;
    int end = methodId.indexOf('(', method);
    return methodId.substring(type, end < 0 ? methodId.length() : end);
  }

  private static boolean says(String text) {
    for (String word : BETWEEN_WORDS.split(text)) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (WORDS.contains(lower) || STEMS.stream().anyMatch(lower::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
