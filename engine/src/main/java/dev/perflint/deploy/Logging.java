package dev.perflint.deploy;

import dev.perflint.settings.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a configuration of Logback or Log4j does in production. */
public final class Logging {
  private static final Set<String> LOGGERS = Set.of("root", "logger", "asyncroot", "asynclogger");
  private static final Set<String> REFERENCES = Set.of("appender-ref", "appenderref");
  private static final Pattern NOT_PRODUCTION =
      Pattern.compile(".*\\b(?:dev|develop|development|local|test|testing|h2|debug|default)\\b.*");
  private static final Pattern PRODUCTION =
      Pattern.compile(".*\\b(?:prod|production|prd|live|release|online)\\b.*");
  private static final Set<String> SERIOUS = Set.of("WARN", "ERROR", "FATAL");
  private static final Set<String> FINE = Set.of("DEBUG", "TRACE");

  private final List<Element> elements = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private final boolean log4j;

  private Logging(Element root) {
    this.log4j = !root.children("Loggers").isEmpty() || !root.children("Appenders").isEmpty();
    collect(root);
    for (Element element : elements) {
      if (REFERENCES.contains(nameOf(element))) {
        used.add(element.attribute("ref"));
      }
    }
  }

  /** Of the root of a configuration. */
  public static Logging of(Element root) {
    return new Logging(root);
  }

  /** All but what holds under a condition that production does not meet, or nobody can tell. */
  private void collect(Element element) {
    String name = nameOf(element);
    boolean conditional =
        name.equals("if")
            || name.equals("arbiters")
            || name.endsWith("arbiter")
            || (name.equals("springprofile") && !isProduction(element.attribute("name")));
    if (!conditional) {
      elements.add(element);
      element.children().forEach(this::collect);
    }
  }

  private static boolean isProduction(String profiles) {
    String expression = profiles.toLowerCase(Locale.ROOT);
    if (expression.contains("!")) {
      return !PRODUCTION.matcher(expression).matches();
    }
    return PRODUCTION.matcher(expression).matches()
        || !NOT_PRODUCTION.matcher(expression).matches() && !expression.isEmpty();
  }

  private static String nameOf(Element element) {
    return element.name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is one of Log4j, whose patterns know more words. */
  public boolean isLog4j() {
    return log4j;
  }

  /** Whether all of its loggers hand their lines to another thread, as Log4j's can. */
  public boolean isAsync() {
    return loggers().findAny().isPresent()
        && loggers().allMatch(logger -> nameOf(logger).startsWith("async"));
  }

  /** Every element that holds in production, in the order of the file. */
  public Stream<Element> elements() {
    return elements.stream();
  }

  /** The loggers, the root among them. */
  public Stream<Element> loggers() {
    return elements.stream().filter(element -> LOGGERS.contains(nameOf(element)));
  }

  /** Those that some logger, or some appender around them, writes to. */
  public Stream<Element> appenders() {
    return elements.stream()
        .filter(
            element -> nameOf(element).equals("appender") || !element.attribute("name").isEmpty())
        .filter(element -> used.contains(element.attribute("name")));
  }

  /**
   * Whether an appender writes what is serious, picked by its text or not even on, which is little.
   */
  public static boolean isForFew(Element appender) {
    return appender
        .all()
        .filter(element -> nameOf(element).contains("filter"))
        .anyMatch(Logging::leavesFew);
  }

  private static boolean leavesFew(Element filter) {
    String level = (filter.attribute("level") + filter.childText("level")).toUpperCase(Locale.ROOT);
    boolean one =
        (filter.attribute("onMismatch") + filter.childText("onMismatch")).equalsIgnoreCase("DENY");
    boolean picked = nameOf(filter).startsWith("regex") || nameOf(filter).startsWith("marker");
    return SERIOUS.contains(level) || (one && (picked || FINE.contains(level)));
  }

  /** {@code root}, or the name of a logger. */
  public static String loggerName(Element logger) {
    return nameOf(logger).endsWith("root") || logger.attribute("name").isEmpty()
        ? "root"
        : logger.attribute("name");
  }

  /** The level of a logger as written; {@code ""} without one. */
  public static String level(Element logger) {
    return logger.attribute("level").isEmpty()
        ? logger.children("level").stream()
            .map(level -> level.attribute("value"))
            .findFirst()
            .orElse("")
        : logger.attribute("level");
  }
}
