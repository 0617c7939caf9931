package dev.perflint.rank;

import dev.perflint.analysis.Candidate;
import dev.perflint.facts.EarlyReturns;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Cost;
import dev.perflint.model.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** "Why P1" in words and numbers that the code bears out. */
public final class Words {
  /** Methods of a way that are named. */
  private static final int LONGEST_WAY = 9;

  private Words() {}

  static List<String> of(Place place, boolean byRisk) {
    List<String> lines = new ArrayList<>();
    Heat heat = place.heat();
    StringBuilder first =
        new StringBuilder(
            place.nobody().map(who -> who + ", as far as can be seen").orElseGet(() -> way(heat)));
    heat.countedLoops().stream()
        .map(Repeat::text)
        .distinct()
        .forEach(loop -> first.append(", in a ").append(loop));
    if (heat.branches() > 0) {
      first.append(heat.branches() == 1 ? ", in a branch" : ", behind several branches");
    }
    if (heat.early() == EarlyReturns.Many.SEVERAL) {
      first.append(", past several early returns");
    } else if (heat.early() == EarlyReturns.Many.ONE && heat.branches() == 0) {
      first.append(", past an early return");
    }
    if (heat.later()) {
      first.append(", on another thread");
    }
    if (heat.inCatch()) {
      first.append(", on an exception path");
    }
    if (heat.onMiss()) {
      first.append(", only on a cache miss");
    }
    if (heat.logGuarded()) {
      first.append(", behind a log level");
    }
    lines.add(first.toString());
    each(place.candidate()).ifPresent(lines::add);
    if (byRisk && !goesInTime(place)) {
      lines.add("risk: " + risk(place));
    }
    return lines;
  }

  /** What is left behind for a while, by calls that are not known to come steadily. */
  private static boolean goesInTime(Place place) {
    return place.candidate().risk() == Risk.BUILD_UP && !place.heat().isSteady();
  }

  private static String risk(Place place) {
    return switch (place.rule().doc().theme()) {
      case TIMEOUTS -> "one peer that never answers " + takes(place.heat());
      case CONNECTIONS ->
          place.candidate().risk() == Risk.BUILD_UP
              ? "threads and connections pile up faster than they are cleaned up"
              : "connections run out under load";
      default ->
          place
              .rule()
              .outage()
              .orElse(
                  place.candidate().risk() == Risk.BUILD_UP
                      ? "what each leaves behind adds up, since calls come steadily"
                      : "it takes the service down under load");
    };
  }

  /** A job has one thread at a time, and of virtual ones there are enough. */
  private static String takes(Heat heat) {
    if (heat.virtual()) {
      return "keeps whoever waits for it";
    }
    if (heat.later()) {
      return "keeps each thread that waits for it";
    }
    return switch (heat.kind()) {
      case SCHEDULED, BATCH -> "stops the job, and all that its thread runs";
      case MESSAGE -> "takes every thread that listens";
      case UNKNOWN -> "keeps each thread that waits for it";
      default ->
          heat.isOccasional()
              ? "keeps each thread that waits for it"
              : "takes one thread after another";
    };
  }

  private static Optional<String> each(Candidate candidate) {
    Optional<String> cost =
        candidate.cost().map(Cost::text).map(text -> "about " + text.replace(" to ", "–"));
    if (candidate.each().isEmpty()) {
      return cost.map(text -> "each time " + text);
    }
    return Optional.of("each time " + candidate.each() + cost.map(text -> ", " + text).orElse(""));
  }

  /** {@code per request: GET /prices/{sku} → PriceController.get → PriceService.quote}. */
  public static String way(Heat heat) {
    return switch (heat.kind()) {
      case UNKNOWN ->
          heat.methods().size() > 1
              ? "no entry point found, counted as once a second; called by "
                  + names(heat.methods().subList(0, heat.methods().size() - 1))
              : "no entry point found, counted as once a second";
      default ->
          heat.methods().equals(List.of(Heat.EVERYWHERE))
              ? "per " + per(heat.kind())
              : "per " + per(heat.kind()) + ": " + path(heat);
    };
  }

  /** {@code GET /prices/{sku} → PriceController.get → PriceService.quote}. */
  private static String path(Heat heat) {
    String names = names(heat.methods());
    return heat.label().isEmpty() ? names : heat.label() + " → " + names;
  }

  /** Neighbours that read the same, such as a constructor and what it runs first, stand once. */
  private static String names(List<String> methods) {
    List<String> names = new ArrayList<>(methods.size());
    for (String method : methods) {
      String name = method.equals(Heat.GAP) ? method : MemberNames.shortName(method);
      if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
        names.add(name);
      }
    }
    return String.join(" → ", shortened(names));
  }

  /** Nobody reads the middle of a long way: its start says why, its end where. */
  private static List<String> shortened(List<String> names) {
    if (names.size() <= LONGEST_WAY) {
      return names;
    }
    int start = LONGEST_WAY / 2;
    int end = names.size() - start + 1;
    List<String> shorter = new ArrayList<>(names.subList(0, start));
    boolean uncounted = names.contains(Heat.GAP);
    shorter.add(uncounted ? Heat.GAP : "… " + (end - start) + " more …");
    shorter.addAll(names.subList(end, names.size()));
    return shorter;
  }

  private static String per(EntryKind kind) {
    return switch (kind) {
      case REQUEST -> "request";
      case MESSAGE -> "message";
      case EVENT_LOOP -> "event";
      case REACTIVE -> "signal";
      case SCHEDULED -> "scheduled run";
      case BATCH -> "batch step";
      case COMMAND_LINE -> "run of the command";
      case START_UP -> "start";
      case TEST -> "test";
      case UNKNOWN -> "call";
    };
  }

  /** {@code per request}. */
  public static String entry(Heat heat) {
    String text =
        heat.kind() == EntryKind.UNKNOWN ? "no entry point found" : "per " + per(heat.kind());
    return heat.writes() ? text + " that writes" : text;
  }

  static String perSecond(double log10) {
    double value = Math.pow(10, log10);
    return value >= 1
        ? String.format(Locale.ROOT, "%.0f a second", value)
        : String.format(Locale.ROOT, "once in %.0f seconds", 1 / value);
  }
}
