package dev.perflint.rank;

import dev.perflint.analysis.Candidate;
import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.model.Cost;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.Reason.Term;
import dev.perflint.model.Step;
import dev.perflint.model.Trail;
import dev.perflint.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a place its priority: the higher of two readings, waste (nanoseconds lost a second) and
 * risk (what happens under load), with caps for exception paths, start-up and command line.
 */
public final class Ranker {
  private Ranker() {}

  public static Finding rank(Place place) {
    Candidate candidate = place.candidate();
    Heat heat = place.heat();
    List<Term> terms = terms(place);
    double waste = terms.isEmpty() ? Double.NaN : terms.stream().mapToDouble(Term::log10).sum();
    Priority byWaste =
        RankingNumbers.byWaste(waste, heat.kind()).atMost(RankingNumbers.wasteCap(place, waste));
    boolean outage = candidate.risk().isOutage();
    Priority byRisk =
        outage
            ? RankingNumbers.outage(heat.kind()).atMost(RankingNumbers.riskCap(place))
            : Priority.P3;
    Priority priority = byWaste.or(byRisk).atMost(cap(place));
    boolean byRiskAlone = priority == Priority.P1 && byWaste != Priority.P1;
    double known = Double.isNaN(waste) ? often(heat) : waste;
    double ranked =
        byRiskAlone
            ? RankingNumbers.P1_WASTE
            : outage && RankingNumbers.isOfDailyWork(heat)
                ? Math.max(known, RankingNumbers.DOUBTFUL_OUTAGE)
                : known;
    return new Finding(
        candidate.rule(),
        priority,
        RankingNumbers.sarifRank(priority, place.rule().doc().group(), ranked),
        Areas.of(candidate.apis(), place.rule().doc().theme(), heat.kind()),
        place.rule().doc().theme(),
        heat.likely() && heat.kind() != EntryKind.UNKNOWN
            ? place.confidence().and(Certainty.LIKELY)
            : place.confidence(),
        new Location(place.path(), candidate.region()),
        candidate.message().replace(Rule.VIA, place.via()),
        candidate.member(),
        new Reason(
            Words.of(place, outage && byRisk != Priority.P3 && byRisk.isAtLeast(byWaste)),
            terms,
            waste),
        place.cause(),
        trail(place),
        place.confidence() == Certainty.SURE ? candidate.fix() : Optional.empty(),
        candidate.excerpt(),
        candidate.lineHash(),
        candidate.contentKey());
  }

  /** Sets what is as urgent, and has no number for its cost, apart by how often it comes. */
  private static double often(Heat heat) {
    return heat.entryLog10() + heat.decisions() * Math.log10(RankingNumbers.BRANCH);
  }

  private static Priority cap(Place place) {
    if (place.small()) {
      return Priority.P3;
    }
    return place.heat().inCatch() || RankingNumbers.isDoubtful(place)
        ? Priority.P2
        : RankingNumbers.cap(place.heat().kind());
  }

  private static Trail trail(Place place) {
    List<Step> around = new ArrayList<>(place.candidate().related());
    place.use().ifPresent(around::add);
    return new Trail(place.approach(), around, place.beyond());
  }

  /** The terms of the waste; empty when there is no number for the cost. */
  private static List<Term> terms(Place place) {
    if (place.candidate().cost().isEmpty()) {
      return List.of();
    }
    Heat heat = place.heat();
    Cost cost = place.candidate().cost().get();
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("cost", Math.log10(cost.nanos()), cost.text() + " each time"));
    double entry = heat.entryLog10();
    terms.add(new Term("entry point", entry, Words.entry(heat) + ", " + Words.perSecond(entry)));
    List<Repeat> loops = heat.countedLoops(covered(place));
    for (int i = 0; i < loops.size(); i++) {
      double log10 = Heat.loopLog10(loops.get(i), i);
      String text = loops.get(i).text() + ", counted as " + Math.round(Math.pow(10, log10));
      terms.add(new Term("loop", log10, text));
    }
    if (heat.recursive()) {
      terms.add(
          new Term("recursion", Math.log10(RankingNumbers.RECURSION), "the way here calls itself"));
    }
    if (heat.branches() > 0) {
      String where =
          heat.branches() == 1 ? "in a branch" : "behind " + heat.branches() + " branches";
      terms.add(branch(heat.branches(), where + ", each taken every other time"));
    }
    if (heat.decisions() > heat.branches()) {
      terms.add(branch(1, "past several early returns, which every other call leaves by"));
    }
    if (heat.isLong()) {
      String text = "more than " + RankingNumbers.LONGEST_SURE_WAY + " methods to get here";
      terms.add(new Term("long way", Math.log10(RankingNumbers.LONG_WAY), text));
    }
    addRare(heat.inCatch(), "on an exception path", terms);
    addRare(heat.onMiss(), "only on a cache miss", terms);
    addRare(heat.logGuarded(), "behind a log level", terms);
    return terms;
  }

  private static Term branch(int times, String text) {
    return new Term("branch", times * Math.log10(RankingNumbers.BRANCH), text);
  }

  /** The innermost loop around the place, where the rule's cost is that of the whole loop. */
  private static @Nullable Repeat covered(Place place) {
    List<Repeat> around = place.candidate().around().loops();
    return place.rule().loopIsCost() && !around.isEmpty() ? around.get(0) : null;
  }

  private static void addRare(boolean holds, String text, List<Term> terms) {
    if (holds) {
      terms.add(new Term("rare", Math.log10(RankingNumbers.RARE), text));
    }
  }
}
