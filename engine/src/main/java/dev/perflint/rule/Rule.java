package dev.perflint.rule;

import dev.perflint.deploy.Check;
import dev.perflint.deploy.SpotClause;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.match.Clause;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.match.Pattern;
import dev.perflint.match.Trigger;
import dev.perflint.model.Cost;
import dev.perflint.model.Fix;
import dev.perflint.model.Risk;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule as a value: what to know of it, what it matches, what exempts a match, what to say, how to
 * fix it.
 *
 * @param exceptions the {@code unless} clauses: a match is dropped unless each of them is NO; last
 *     what must hold of a match that counts, where the others are left out
 * @param message first sentence says what is wrong, in the words of the code at hand; {@link #VIA}
 *     stands for the way that the merge finds
 * @param costOf what one execution costs at a match; the rule's own number where it says nothing
 * @param fix empty result where a fix is not safe at that place
 * @param ownRisk of a match, where matches differ; else the risk is the knowledge entry's or the
 *     rule's
 * @param useRole what counts as a use of what is made, where the hottest use decides the rank
 * @param stations what the program passes on its way to a match, beside loops
 * @param usually what must hold of a match that is not pedantic
 * @param once which of its findings one tells of
 * @param little what it makes of places that waste little
 * @param outage what happens under load where its risk is an outage, a clause without a full stop;
 *     empty where the theme says it
 * @param urgency where its findings can be P1
 * @param check what it looks for in configuration files; a rule that has one matches no code
 */
public record Rule(
    RuleDoc doc,
    Pattern pattern,
    List<Clause> exceptions,
    Function<Match, String> message,
    Optional<Function<Match, Cost>> costOf,
    Optional<Function<Match, Optional<Fix>>> fix,
    Set<RuleId> supersedes,
    boolean alsoInTests,
    boolean loopIsCost,
    Optional<Function<Match, Risk>> ownRisk,
    Optional<String> useRole,
    Optional<Function<Match, List<Step>>> stations,
    Optional<Condition> usually,
    Once once,
    Little little,
    Optional<String> outage,
    Urgency urgency,
    Optional<Check> check) {

  /**
   * In a message: where the merge inserts the way to what is done, e.g. " through
   * PriceService.load".
   */
  public static final String VIA = "{via}";

  public Rule {
    exceptions = List.copyOf(exceptions);
    supersedes = Set.copyOf(supersedes);
  }

  public RuleId id() {
    return doc.id();
  }

  /** Starts the description of a rule. */
  public static RuleBuilder named(String id) {
    return new RuleBuilder(new RuleId(id));
  }

  /**
   * The same rule without its pedantic matches. What is pedantic is asked last: that looks around
   * furthest, and of what the pattern leaves open hardly anything matches.
   */
  public Rule strict() {
    List<Clause> all = new ArrayList<>(exceptions);
    usually.ifPresent(usual -> all.add(new Clause(Clause.Kind.INSIDE, usual.text(), usual)));
    return with(pattern, all, Optional.empty(), little.strict(), check);
  }

  public Set<Trigger> triggers(Knowledge knowledge) {
    return pattern.triggers(knowledge);
  }

  /** What happens under load because of one match. */
  public Risk riskOf(Match match) {
    return ownRisk
        .map(own -> own.apply(match))
        .or(() -> match.known().flatMap(known -> known.risk()))
        .orElse(doc.risk());
  }

  /** Applies the exceptions to what the pattern has found. */
  public Truth judge(Pattern.Found found) {
    Truth truth = found.truth();
    for (Clause exception : exceptions) {
      if (!truth.mayBeReported()) {
        return truth;
      }
      Truth holds = exception.condition().test(found.match());
      truth = truth.and(exception.kind() == Clause.Kind.UNLESS ? holds.not() : holds);
    }
    return truth;
  }

  /** Every clause, the pattern's first. */
  public List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>(pattern.clauses());
    clauses.addAll(exceptions);
    return clauses;
  }

  /** The same rule as if that clause had never been written; for the contract tests. */
  public Rule without(Clause clause) {
    List<Clause> kept = exceptions.stream().filter(e -> !e.equals(clause)).toList();
    return with(pattern.without(clause), kept, usually, little, check);
  }

  /** The same for a clause of the part that looks at configuration. */
  public Rule without(SpotClause clause) {
    return with(pattern, exceptions, usually, little, check.map(whole -> whole.without(clause)));
  }

  private Rule with(
      Pattern other,
      List<Clause> kept,
      Optional<Condition> pedantry,
      Little less,
      Optional<Check> checked) {
    return new Rule(
        doc,
        other,
        kept,
        message,
        costOf,
        fix,
        supersedes,
        alsoInTests,
        loopIsCost,
        ownRisk,
        useRole,
        stations,
        pedantry,
        once,
        less,
        outage,
        urgency,
        checked);
  }

  static Clause unless(String label, Condition condition) {
    return new Clause(Clause.Kind.UNLESS, label, condition);
  }
}
