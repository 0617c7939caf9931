package dev.perflint.rank;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import java.util.ArrayList;
import java.util.List;

/**
 * The two readings behind a priority, each by itself. Works on what {@link Ranker} has made of a
 * place, so that it cannot tell another story than the rank.
 *
 * @param byWaste what the waste says, or, without a number for the cost, the entry point alone
 * @param risk what goes wrong under load; only an outage counts
 * @param byRisk what the risk says
 * @param caps why the higher of the two does not count in full; empty when it does
 */
public record Readings(Priority byWaste, Risk risk, Priority byRisk, List<String> caps) {
  /** Which of the readings decided. */
  public enum Decided {
    WASTE,
    RISK,
    BOTH
  }

  public Readings {
    caps = List.copyOf(caps);
  }

  /**
   * @param ranked what {@link Ranker#rank} says of the place
   */
  public static Readings of(Place place, Finding ranked) {
    Heat heat = place.heat();
    Priority byWaste = RankingNumbers.byWaste(ranked.reason().waste(), heat.kind());
    Risk risk = place.candidate().risk();
    Priority byRisk = risk.isOutage() ? RankingNumbers.outage(heat.kind()) : Priority.P3;
    List<String> caps = new ArrayList<>();
    if (byWaste.or(byRisk) != ranked.priority()) {
      if (place.small()) {
        caps.add("a pedantic match");
      } else if (heat.inCatch()) {
        caps.add("on an exception path");
      } else if (byRisk == Priority.P1 && heat.later()) {
        caps.add("on another thread");
      } else if (byRisk == Priority.P1 && heat.isRare()) {
        caps.add(heat.onMiss() ? "only on a cache miss" : "behind a log level");
      } else if (heat.isOccasional() && (byRisk == Priority.P1 || !heat.writes())) {
        caps.add("beside the daily work");
      } else if (byRisk == Priority.P1 && heat.isOnceAJob()) {
        caps.add("once on each run of a job");
      } else if (byRisk == Priority.P1 && heat.virtual()) {
        caps.add("on a virtual thread");
      } else if (heat.isSeldomRun()) {
        caps.add("a job that is not known to run each minute");
      }
      if (heat.writes()) {
        caps.add("a request that writes");
      } else if (byWaste == Priority.P1 && RankingNumbers.isUnfelt(heat, ranked.reason().waste())) {
        caps.add("less than 10 ms each time");
      } else if (caps.isEmpty() && isSomeWay(place)) {
        caps.add("not on the way of each daily request" + andSo(place));
      } else if (caps.isEmpty() || RankingNumbers.cap(heat.kind()) != Priority.P1) {
        caps.add(Words.entry(heat));
      }
    }
    return new Readings(byWaste, risk, byRisk, caps);
  }

  private static String andSo(Place place) {
    if (place.rule().doc().theme() == Theme.TIMEOUTS) {
      return ", and another one has to stall first";
    }
    return place.candidate().risk() == Risk.BUILD_UP
        ? ", and what is left behind goes after a while"
        : "";
  }

  private static boolean isSomeWay(Place place) {
    return RankingNumbers.cap(place.heat().kind()) == Priority.P1
        && RankingNumbers.isDoubtful(place);
  }

  /** Which reading is the higher one. */
  public Decided decided() {
    int difference = byWaste.compareTo(byRisk);
    return difference == 0 ? Decided.BOTH : difference < 0 ? Decided.WASTE : Decided.RISK;
  }
}
