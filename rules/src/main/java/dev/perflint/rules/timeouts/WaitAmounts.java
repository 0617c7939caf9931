package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Literals;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** How long somebody is told to wait, and which amounts mean no limit. */
final class WaitAmounts {
  private static final Set<String> NONE = Set.of("ZERO", "ZERO_MILLISECONDS", "DISABLED");

  /** Milliseconds of the units, as factories and constants call them. */
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ofNanos", 0L),
          Map.entry("ofMillis", 1L),
          Map.entry("ofMilliseconds", 1L),
          Map.entry("ofSeconds", 1_000L),
          Map.entry("ofMinutes", 60_000L),
          Map.entry("ofHours", 3_600_000L),
          Map.entry("ofDays", 86_400_000L),
          Map.entry("MILLISECONDS", 1L),
          Map.entry("MILLIS", 1L),
          Map.entry("SECONDS", 1_000L),
          Map.entry("MINUTES", 60_000L),
          Map.entry("HOURS", 3_600_000L),
          Map.entry("DAYS", 86_400_000L));

  private static final long WEEK = 7 * 86_400_000L;

  private WaitAmounts() {}

  /** Whether the amount is one that the member takes for no limit, or as good as none. */
  static boolean isForEver(Match match) {
    String forEver = match.known().map(known -> known.kind()).orElse("");
    OptionalLong millis = millis(match);
    if (millis.isEmpty()) {
      return false;
    }
    long amount = millis.getAsLong();
    return switch (forEver) {
          case "zero" -> amount == 0;
          case "negative" -> amount < 0;
          default -> amount <= 0;
        }
        || amount > WEEK;
  }

  /** Empty where the file does not show the amount. */
  static OptionalLong millis(Match match) {
    List<Expression> arguments = match.arguments();
    return arguments.isEmpty() ? OptionalLong.empty() : millis(arguments, match.site().scope());
  }

  private static OptionalLong millis(List<Expression> arguments, Scope scope) {
    Expression amount = arguments.get(0);
    if (nameOf(amount).filter(NONE::contains).isPresent()) {
      return OptionalLong.of(0);
    }
    if (amount instanceof FieldAccessExpr access && access.getNameAsString().equals("MAX_VALUE")) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
    if (amount instanceof MethodCallExpr duration && !duration.getArguments().isEmpty()) {
      return ofDuration(duration, scope);
    }
    Optional<Long> unit = arguments.size() > 1 ? unit(arguments.get(1)) : Optional.of(1L);
    return times(Literals.number(amount, scope), unit);
  }

  /** {@code Duration.ofMinutes(5)}, {@code Timeout.of(5, TimeUnit.MINUTES)}. */
  private static OptionalLong ofDuration(MethodCallExpr duration, Scope scope) {
    OptionalLong number = Literals.number(duration.getArgument(0), scope);
    Optional<Long> unit =
        duration.getNameAsString().equals("of") && duration.getArguments().size() == 2
            ? unit(duration.getArgument(1))
            : Optional.ofNullable(UNITS.get(duration.getNameAsString()));
    return times(number, unit);
  }

  private static Optional<Long> unit(Expression constant) {
    return nameOf(constant).map(UNITS::get);
  }

  private static OptionalLong times(OptionalLong number, Optional<Long> unit) {
    if (number.isEmpty()) {
      return number;
    }
    long amount = number.getAsLong();
    if (amount <= 0) {
      return number;
    }
    return unit.isEmpty() ? OptionalLong.empty() : OptionalLong.of(saturated(amount, unit.get()));
  }

  private static long saturated(long amount, long unit) {
    return amount > Long.MAX_VALUE / Math.max(1, unit) ? Long.MAX_VALUE : amount * unit;
  }

  private static Optional<String> nameOf(Expression constant) {
    if (constant instanceof FieldAccessExpr access) {
      return Optional.of(access.getNameAsString());
    }
    return constant instanceof NameExpr name
        ? Optional.of(name.getNameAsString())
        : Optional.empty();
  }
}
