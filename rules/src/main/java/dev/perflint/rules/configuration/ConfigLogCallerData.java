package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.otherwiseInProduction;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.anyOf;
import static dev.perflint.deploy.Spots.logging;
import static dev.perflint.deploy.Spots.setting;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Logging;
import dev.perflint.deploy.Spot;
import dev.perflint.deploy.Spots.Spoken;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.settings.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flags log formats that need a walk over the stack for each line. */
@AutoService(RuleSource.class)
public final class ConfigLogCallerData implements RuleSource {
  private static final String FORMAT = "%-?[0-9]*(?:\\.-?[0-9]+)?";
  private static final String END = "(?![A-Za-z])";

  /** Line, method, file and class of the caller. */
  private static final Pattern CALLER =
      Pattern.compile(FORMAT + "(?:L|line|M|method|F|file|C|class|caller)" + END);

  /** As a rule the logger is named after it. */
  private static final Pattern CLASS = Pattern.compile("(?:C|class)$");

  /** Log4j also has all of them in one. */
  private static final Pattern LOCATION = Pattern.compile(FORMAT + "(?:l|location)" + END);

  /** Behind the word of a pattern or a switch: others of the file ask as well. */
  private static final String OTHERS = " and others";

  @Override
  public Rule rule() {
    return Rule.named("config-log-caller-data")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effect("5 to 50 µs")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("log lines name the logger instead of file, line and method")
        .summary("log format that walks the stack for each line")
        .why(
            """
            File, line, method and class of the caller are not known to a logger: it creates an exception or walks the
            stack for each line, which takes longer than the rest of the line. An asynchronous appender or logger has
            to do it before it hands the line over, on the thread that wanted to be rid of it.""")
        .instead(
            "Use `%logger` (`%c`), which is free and as a rule prints what `%C` and `%class` print, and make messages tell"
                + " which place they come from. Drop `includeCallerData` and `includeLocation`.")
        .caveat(
            "It does not matter for lines that are rare, such as those of an appender for errors only.")
        .evidence(
            new Evidence.Reference(
                "Logback's documentation says of each of these words that generating it is not particularly fast and"
                    + " should be avoided unless execution speed is not an issue.",
                "https://logback.qos.ch/manual/layouts.html"))
        .perOwn(EntryKind.REQUEST)
        .once(Once.PER_COPIED_LINES)
        .flag(
            anyOf(
                logging("a pattern or switch", ConfigLogCallerData::places)
                    .where(that("it asks for the caller", spot -> !spot.value().isEmpty())),
                setting("logging.pattern.console", "logging.pattern.file")
                    .where(that("it asks for the caller", ConfigLogCallerData::asks))))
        .unless("production sets it otherwise", otherwiseInProduction())
        .tell(ConfigLogCallerData::message)
        .build();
  }

  private static boolean asks(Spot spot) {
    return CALLER.matcher(spot.value()).find();
  }

  /** In appenders that are used, and in the variables that these use. */
  private static List<Spoken> places(Element root) {
    Logging logging = Logging.of(root);
    List<Element> appenders =
        logging.appenders().filter(appender -> !Logging.isForFew(appender)).toList();
    List<Spoken> found = new ArrayList<>();
    if (logging.isLog4j() && logging.isAsync()) {
      // Without the switch asynchronous loggers leave the caller out.
      logging
          .loggers()
          .filter(logger -> logger.attribute("includeLocation").equalsIgnoreCase("true"))
          .forEach(logger -> found.add(new Spoken(logger, "includeLocation")));
      return firstOf(found, spoken -> true);
    }
    StringBuilder texts = new StringBuilder();
    for (Element appender : appenders) {
      appender
          .all()
          .forEach(
              element -> {
                found.add(new Spoken(element, asked(element, logging)));
                texts.append(element.text()).append(element.attributes());
              });
    }
    logging
        .elements()
        .filter(element -> element.name().equalsIgnoreCase("property"))
        .filter(property -> texts.indexOf("${" + property.attribute("name")) >= 0)
        .forEach(property -> found.add(new Spoken(property, asked(property, logging))));
    List<Spoken> onePattern = firstOf(found, spoken -> spoken.value().startsWith("%"));
    return firstOf(onePattern, spoken -> spoken.value().startsWith("include"));
  }

  /**
   * What is mended in one go is said once: the first of a kind in a file speaks for all of them.
   */
  private static List<Spoken> firstOf(List<Spoken> found, Predicate<Spoken> kind) {
    List<Spoken> alike = found.stream().filter(kind).toList();
    if (alike.size() < 2) {
      return found;
    }
    List<Spoken> kept = new ArrayList<>(found);
    kept.removeAll(alike);
    Spoken first = alike.get(0);
    kept.add(new Spoken(first.element(), first.value() + OTHERS));
    return kept;
  }

  /** The word of a pattern, or the switch; empty for other elements. */
  private static String asked(Element element, Logging logging) {
    if (element.name().equalsIgnoreCase("includeCallerData")) {
      return element.text().equals("true") ? "includeCallerData" : "";
    }
    List<String> texts = new ArrayList<>(List.of(element.text()));
    for (String attribute : List.of("pattern", "value")) {
      texts.add(element.attribute(attribute));
    }
    for (String text : texts) {
      Matcher caller = CALLER.matcher(text);
      if (caller.find()) {
        return caller.group();
      }
      Matcher location = LOCATION.matcher(text);
      if (logging.isLog4j() && location.find()) {
        return location.group();
      }
    }
    return "";
  }

  private static String message(Spot spot) {
    boolean others = spot.value().endsWith(OTHERS);
    String value = spot.value().replace(OTHERS, "");
    if (value.startsWith("include")) {
      return "`%s` has the stack walked for each line%s."
          .formatted(value, others ? ", here and elsewhere in this file" : "");
    }
    Matcher caller = CALLER.matcher(value);
    String asked = caller.find() ? caller.group() : value;
    return "The pattern asks for the caller with `%s`%s: the stack is walked for each line%s."
        .formatted(
            asked,
            others ? ", as other patterns of this file do" : "",
            CLASS.matcher(asked).find() ? ", while `%c` prints the logger's name at no cost" : "");
  }
}
