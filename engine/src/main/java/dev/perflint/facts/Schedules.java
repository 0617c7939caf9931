package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.source.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a job runs, in the words of its label: a cron expression, or {@code every 10 seconds}. Empty
 * where the code does not say.
 */
public final class Schedules {
  private static final List<String> PERIODS =
      List.of("fixedRate", "fixedDelay", "fixedRateString", "fixedDelayString", "every");

  /** Of a timer that is set like a clock, the smallest first. */
  private static final List<String> CLOCK = List.of("second", "minute", "hour");

  private static final String MILLISECONDS = "milliseconds";
  private static final long A_SECOND = 1_000;

  /** A task, when it begins, and how often it comes again. */
  private static final int WITH_PERIOD = 3;

  private static final Pattern UNIT =
      Pattern.compile(
          "(?:.*\\.)?(NANOSECONDS|MICROSECONDS|MILLISECONDS|SECONDS|MINUTES|HOURS|DAYS)");

  private static final Pattern DURATION_OF =
      Pattern.compile("of(Nanos|Millis|Seconds|Minutes|Hours|Days)");

  /** Its unit is said elsewhere. */
  private static final Pattern BARE = Pattern.compile("\\d+|\\$\\{.*}");

  private Schedules() {}

  /** Of a method's annotation. */
  public static String of(AnnotationExpr annotation, FileContext file) {
    Optional<String> cron = LabelTexts.of(annotation, "cron").filter(text -> !text.isBlank());
    if (cron.isPresent()) {
      return cron.get();
    }
    if (CLOCK.stream().anyMatch(hand -> Annotations.value(annotation, hand).isPresent())) {
      List<String> hands =
          CLOCK.stream().map(hand -> LabelTexts.of(annotation, hand).orElse("0")).toList();
      return String.join(" ", hands) + " * * *";
    }
    Scope scope = FieldUses.nearest(annotation, file).scope();
    String unit =
        Annotations.value(annotation, "timeUnit").flatMap(Schedules::unit).orElse(MILLISECONDS);
    return PERIODS.stream()
        .flatMap(name -> Annotations.value(annotation, name).stream())
        .flatMap(value -> period(value, unit, scope).stream())
        .findFirst()
        .orElse("");
  }

  /** Of a call that hands a task to a timer. */
  static String of(MethodCallExpr call, Scope scope) {
    List<Expression> given = call.getArguments();
    if (given.size() < WITH_PERIOD && call.getNameAsString().equals("schedule")) {
      return ""; // once, after a while
    }
    String unit =
        given.stream().flatMap(one -> unit(one).stream()).findFirst().orElse(MILLISECONDS);
    for (int i = given.size() - 1; i >= 0; i--) {
      Optional<String> time = duration(given.get(i), scope);
      if (time.isPresent()) {
        return "every " + time.get();
      }
      OptionalLong number = Literals.number(given.get(i), scope);
      if (number.isPresent()) {
        return every(number.getAsLong(), unit);
      }
      if (unit(given.get(i)).isEmpty() && i < given.size() - 1) {
        return "";
      }
    }
    return "";
  }

  /** Of a thread that sleeps so long. */
  static String ofSleep(MethodCallExpr sleep, Scope scope) {
    String unit = sleep.getScope().flatMap(Schedules::unit).orElse(MILLISECONDS);
    OptionalLong number = Literals.number(sleep.getArgument(0), scope);
    return number.isPresent() ? every(number.getAsLong(), unit) : "";
  }

  private static Optional<String> period(Expression value, String unit, Scope scope) {
    OptionalLong number = Literals.number(value, scope);
    return number.isPresent()
        ? Optional.of(every(number.getAsLong(), unit))
        : Literals.text(value, scope)
            .filter(text -> !text.isBlank())
            .map(text -> every(text, unit));
  }

  private static String every(String time, String unit) {
    return "every " + time + (BARE.matcher(time).matches() ? " " + unit : "");
  }

  private static String every(long time, String unit) {
    boolean seconds = unit.equals(MILLISECONDS) && time > 0 && time % A_SECOND == 0;
    return seconds
        ? every(Long.toString(time / A_SECOND), "seconds")
        : every(Long.toString(time), unit);
  }

  private static Optional<String> unit(Node expression) {
    Matcher matcher = UNIT.matcher(expression.toString());
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** {@code Duration.ofSeconds(10)}. */
  private static Optional<String> duration(Expression value, Scope scope) {
    return Stream.of(value)
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getArguments().size() == 1)
        .flatMap(
            call -> {
              Matcher name = DURATION_OF.matcher(call.getNameAsString());
              OptionalLong number = Literals.number(call.getArgument(0), scope);
              return name.matches() && number.isPresent()
                  ? Stream.of(number.getAsLong() + " " + name.group(1).toLowerCase(Locale.ROOT))
                  : Stream.<String>empty();
            })
        .findFirst();
  }
}
