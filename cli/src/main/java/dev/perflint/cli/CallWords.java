package dev.perflint.cli;

import dev.perflint.facts.Loop;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Location;
import dev.perflint.project.CallTree;
import dev.perflint.project.Link;
import dev.perflint.rank.Heat;
import dev.perflint.rank.Words;
import dev.perflint.report.content.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is special about calls, in words. */
final class CallWords {
  private CallWords() {}

  /** What stands around a call and makes it frequent, rare or uncertain. */
  static List<String> marks(Link link) {
    List<String> marks = new ArrayList<>(around(link.around()));
    if (link.later()) {
      marks.add("by another thread");
    }
    if (link.kind() == Link.Kind.HANDED_OVER) {
      marks.add("handed over in an anonymous class");
    }
    if (link.kind() == Link.Kind.IMPLEMENTED) {
      marks.add("implements it");
    }
    if (link.likely()) {
      marks.add("likely");
    }
    return marks;
  }

  static List<String> around(Surroundings around) {
    List<String> marks = new ArrayList<>();
    for (Repeat loop : around.loops()) {
      marks.add("in a " + Printable.of(loop.text()) + times(loop));
    }
    if (around.inCatch()) {
      marks.add("on an exception path");
    }
    if (around.onMiss()) {
      marks.add("only on a cache miss");
    }
    if (around.logGuarded()) {
      marks.add("behind a log level");
    }
    return marks;
  }

  private static String times(Repeat loop) {
    if (loop.kind() == Loop.Kind.RETRY || loop.kind() == Loop.Kind.ENDLESS) {
      return " (not counted)";
    }
    return " (x " + (long) loop.factor() + ")";
  }

  /** {@code runs a query (JdbcTemplate.query)}. */
  static String does(String role, String what) {
    String verb =
        switch (role) {
          case Roles.QUERY -> "runs a query";
          case Roles.REMOTE_CALL -> "makes a remote call";
          case Roles.STARTS_REMOTE -> "starts a remote call";
          case Roles.RUNS_LATER -> "hands work to another thread";
          default -> role;
        };
    return verb + " (" + Printable.of(what) + ")";
  }

  /** {@code GET /prices/{sku}, per request}; of several entries each. */
  static List<String> entries(CallTree.Method method) {
    return method.entries().stream().map(CallWords::entry).distinct().toList();
  }

  /** {@code GET /prices/{sku}, per request}. */
  static String entry(Heat heat) {
    String per = Words.entry(heat);
    return heat.label().isEmpty() ? per : Printable.of(heat.label()) + ", " + per;
  }

  /**
   * {@code 10,000 a second}.
   *
   * @param log10 of executions a second
   */
  static String perSecond(double log10) {
    double value = Math.pow(10, log10);
    return value >= 1
        ? String.format(Locale.ROOT, "%,.0f a second", value)
        : String.format(Locale.ROOT, "once in %,.0f seconds", 1 / value);
  }

  /** {@code PriceService.java:12}. */
  static String shortPlace(Location location) {
    String path = location.path();
    return Printable.of(path.substring(path.lastIndexOf('/') + 1)) + ":" + line(location);
  }

  /** {@code src/main/java/com/acme/PriceService.java:12}. */
  static String place(Location location) {
    return Printable.of(location.path()) + ":" + line(location);
  }

  private static int line(Location location) {
    return location.region().startLine();
  }
}
