package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.Uses;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.match.Match;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Fix;
import dev.perflint.model.Location;
import dev.perflint.model.Region;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.rule.Rule;
import dev.perflint.source.Frame;
import dev.perflint.source.LineHashes;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders what a rule found while the tree is at hand. */
final class CandidateWriter {
  private final FileContext file;
  private final SurroundingsReader surroundings;
  private final Shared shared;

  // Most candidates share their lines, members and loops with others; what is equal is kept once.
  private final Map<Integer, String> lines = new HashMap<>();
  private final Map<Integer, Excerpt> excerpts = new HashMap<>();
  private final Map<Frame, String> members = new IdentityHashMap<>();
  private final Map<Node, Step> heads = new IdentityHashMap<>();

  CandidateWriter(FileContext file, SurroundingsReader surroundings, Shared shared) {
    this.shared = shared;
    this.file = file;
    this.surroundings = surroundings;
  }

  Candidate write(Rule rule, Match match, Truth truth) {
    Site site = match.site();
    Region region = Places.of(file.unit(), site.node());
    Optional<Frame> member = site.frame().member();
    Optional<KnownMember> known = match.known();
    Optional<Fix> fix = rule.fix().flatMap(maker -> maker.apply(match));
    return new Candidate(
        rule.id(),
        region,
        rule.message().apply(match),
        compact(truth),
        rule.usually().map(usually -> usually.test(match)).orElse(Truth.SURE),
        file.handlers().owner(site.frame()).map(file::methodId).orElse(""),
        member.map(frame -> members.computeIfAbsent(frame, this::memberName)).orElse(""),
        surroundings.of(site),
        file.roles().runsOnce(site.frame()).equals(Truth.SURE),
        uses(rule, match),
        known
            .flatMap(KnownMember::cost)
            .or(() -> rule.costOf().map(costOf -> costOf.apply(match)))
            .or(() -> rule.doc().cost()),
        rule.riskOf(match),
        known.flatMap(KnownMember::each).orElse(""),
        related(rule, match),
        fix,
        apis(match),
        excerpts.computeIfAbsent(region.startLine(), this::excerpt),
        lineHashes().get(region.startLine() - 1),
        1);
  }

  /** Rules ask the same of a place, and each answer is kept until the merge. */
  private Truth compact(Truth truth) {
    if (truth instanceof Truth.All all) {
      return new Truth.All(all.parts().stream().map(this::compact).toList());
    }
    if (truth instanceof Truth.Any any) {
      return new Truth.Any(any.parts().stream().map(this::compact).toList());
    }
    if (truth instanceof Truth.Not not && !(not.part() instanceof Truth.Open)) {
      return new Truth.Not(compact(not.part()));
    }
    return shared.of(truth);
  }

  /** What is a use itself makes nothing that others use. */
  private Optional<Uses> uses(Rule rule, Match match) {
    return rule.useRole()
        .filter(role -> !file.calls().plays(match.site(), role).mayBeReported())
        .map(match::uses);
  }

  private List<String> lineHashes() {
    return file.once(LineHashes.class, read -> LineHashes.of(read.unit().source()));
  }

  private List<Step> related(Rule rule, Match match) {
    List<Step> loops = loops(match);
    if (rule.stations().isEmpty()) {
      return loops;
    }
    List<Step> all = new ArrayList<>(rule.stations().get().apply(match));
    all.addAll(loops);
    return all;
  }

  private List<Step> loops(Match match) {
    List<Step> steps = new ArrayList<>();
    for (Loop loop : match.loops()) {
      if (loop.isUnbounded() && loop.kind() != Loop.Kind.RETRY) {
        steps.add(heads.computeIfAbsent(loop.node(), node -> head(loop)));
      }
    }
    return steps;
  }

  private Step head(Loop loop) {
    Region head = Places.of(file.unit(), loop.node());
    return new Step(new Location(file.unit().source().file().reportPath(), head), loop.text());
  }

  private String memberName(Frame member) {
    // Where an anonymous or local class stands says nothing once a line is added above it.
    String type = file.typeNameAround(member).replaceAll("@[0-9:]*", "");
    String signature = MemberNames.signature(member.node());
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return type
        + "."
        + signature
            .replace(MemberNames.CONSTRUCTOR, simple)
            .replace(MemberNames.INSTANCE_INITIALIZER, simple);
  }

  /**
   * Library types that say what the code talks to: of the matched member and of the knowledge
   * entry.
   */
  private List<String> apis(Match match) {
    Set<String> apis = new LinkedHashSet<>();
    match
        .known()
        .ifPresent(
            known -> {
              apis.add(known.member().type());
              known.makes().ifPresent(apis::add);
            });
    Node node = match.node();
    if (apis.isEmpty()
        && node instanceof MethodCallExpr
        && file.calls().owner(match.site()) instanceof TypeRef.Named named) {
      apis.add(named.name());
    }
    return List.copyOf(apis);
  }

  private Excerpt excerpt(int startLine) {
    int first = Math.max(1, startLine - 1);
    int last = Math.min(file.unit().source().lines().lineCount(), startLine + 1);
    List<String> text = new ArrayList<>(3);
    for (int line = first; line <= last; line++) {
      text.add(lines.computeIfAbsent(line, file.unit().source()::line));
    }
    return new Excerpt(first, text);
  }

  private record Alike(RuleId rule, String member, String snippet) {}

  /** Gives each candidate its ordinal. */
  static List<Candidate> numbered(List<Candidate> sorted) {
    Map<Alike, Integer> seen = new HashMap<>();
    List<Candidate> numbered = new ArrayList<>(sorted.size());
    for (Candidate c : sorted) {
      int ordinal = seen.merge(new Alike(c.rule(), c.member(), c.snippet()), 1, Integer::sum);
      numbered.add(ordinal == 1 ? c : withOrdinal(c, ordinal));
    }
    return numbered;
  }

  private static Candidate withOrdinal(Candidate c, int ordinal) {
    return new Candidate(
        c.rule(),
        c.region(),
        c.message(),
        c.truth(),
        c.usual(),
        c.methodId(),
        c.member(),
        c.around(),
        c.runsOnce(),
        c.uses(),
        c.cost(),
        c.risk(),
        c.each(),
        c.related(),
        c.fix(),
        c.apis(),
        c.excerpt(),
        c.lineHash(),
        ordinal);
  }
}
