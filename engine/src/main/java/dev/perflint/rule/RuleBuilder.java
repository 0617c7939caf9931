package dev.perflint.rule;

import dev.perflint.deploy.Calls;
import dev.perflint.deploy.Check;
import dev.perflint.deploy.Spot;
import dev.perflint.deploy.SpotClause;
import dev.perflint.deploy.SpotCondition;
import dev.perflint.deploy.SpotPattern;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.match.Clause;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.match.Pattern;
import dev.perflint.model.Cost;
import dev.perflint.model.Fix;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.model.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects a rule's parts; {@link #build} names every missing one at once. */
public final class RuleBuilder {
  private final RuleId id;
  private @Nullable String since;
  private @Nullable Theme theme;
  private Group group = Group.DEFAULT;
  private @Nullable Risk risk;
  private @Nullable String outage;
  private @Nullable Function<Match, Risk> ownRisk;
  private @Nullable Cost cost;
  private @Nullable String effect;
  private @Nullable Function<Match, Cost> costOf;
  private Heat heat = Heat.HERE;
  private @Nullable String useRole;
  private @Nullable Function<Match, List<Step>> stations;
  private JdkRange jdk = JdkRange.ANY;
  private @Nullable Technique technique;
  private @Nullable Effort effort;
  private String userImpact = "none";
  private @Nullable String summary;
  private @Nullable String why;
  private @Nullable String instead;
  private @Nullable String caveat;
  private @Nullable Evidence evidence;
  private @Nullable Pattern pattern;
  private final List<Clause> exceptions = new ArrayList<>();
  private @Nullable Function<Match, String> message;
  private @Nullable String fixLabel;
  private @Nullable Function<Match, Optional<Fix>> fix;
  private final Set<RuleId> supersedes = new HashSet<>();
  private @Nullable String pedantic;
  private @Nullable Condition usually;
  private @Nullable SpotPattern spots;
  private final List<SpotClause> spotExceptions = new ArrayList<>();
  private @Nullable Function<Spot, String> told;
  private EntryKind per = EntryKind.UNKNOWN;
  private Calls users = Calls.NONE;
  private List<String> apis = List.of();
  private boolean alsoInTests;
  private boolean loopIsCost;
  private Urgency urgency = Urgency.STEADY_WAYS;
  private Once once = Once.PER_PLACE;
  private boolean perOwn;
  private Little little = Little.COUNTS;

  RuleBuilder(RuleId id) {
    this.id = id;
  }

  /** First version with the rule. */
  public RuleBuilder since(String version) {
    this.since = version;
    return this;
  }

  public RuleBuilder theme(Theme theme) {
    this.theme = theme;
    return this;
  }

  public RuleBuilder group(Group group) {
    this.group = group;
    return this;
  }

  public RuleBuilder risk(Risk risk) {
    this.risk = risk;
    return this;
  }

  /**
   * It takes a service down.
   *
   * @param underLoad what happens then, a clause without a full stop, for the reason of a P1
   */
  public RuleBuilder outage(String underLoad) {
    this.outage = underLoad;
    return risk(Risk.OUTAGE);
  }

  /** The risk of single matches, where they differ; {@link #risk} stays that of the worst. */
  public RuleBuilder riskOf(Function<Match, Risk> ofMatch) {
    this.ownRisk = ofMatch;
    return this;
  }

  /** What one execution costs, as {@link Cost#parse} reads it. */
  public RuleBuilder effect(String amounts) {
    this.cost = Cost.parse(amounts);
    this.effect = amounts;
    return this;
  }

  /** The knowledge entry behind each match has the cost, and may have the risk. */
  public RuleBuilder effectFromKnowledge(String inWords) {
    this.effect = inWords;
    return this;
  }

  /** What is matched decides on the cost, e.g. by the size of an array. */
  public RuleBuilder effectOf(String inWords, Function<Match, Cost> costOf) {
    this.effect = inWords;
    this.costOf = costOf;
    return this;
  }

  /**
   * The hottest use of what is made decides the rank, not the place where it is made.
   *
   * @param role of the calls on it that use it, e.g. {@code runs-later}
   */
  public RuleBuilder heatOfUse(String role) {
    this.heat = Heat.USE;
    this.useRole = role;
    return this;
  }

  public RuleBuilder jdk(JdkRange range) {
    this.jdk = range;
    return this;
  }

  public RuleBuilder technique(Technique technique) {
    this.technique = technique;
    return this;
  }

  public RuleBuilder effort(Effort effort) {
    this.effort = effort;
    return this;
  }

  /** What users notice when it is fixed, e.g. a new error on timeout. */
  public RuleBuilder userImpact(String impact) {
    this.userImpact = impact;
    return this;
  }

  /** One line, lower case start, no full stop. */
  public RuleBuilder summary(String summary) {
    this.summary = summary;
    return this;
  }

  public RuleBuilder why(String why) {
    this.why = why.strip().replace("\n", " ");
    return this;
  }

  public RuleBuilder instead(String instead) {
    this.instead = instead.strip().replace("\n", " ");
    return this;
  }

  /** When it does not matter. */
  public RuleBuilder caveat(String caveat) {
    this.caveat = caveat.strip().replace("\n", " ");
    return this;
  }

  public RuleBuilder evidence(Evidence evidence) {
    this.evidence = evidence;
    return this;
  }

  /** What is reported. */
  public RuleBuilder flag(Pattern pattern) {
    this.pattern = pattern;
    return this;
  }

  /** An exception; the label is what the near misses of the fixtures are marked with. */
  public RuleBuilder unless(String label, Condition condition) {
    exceptions.add(Rule.unless(label, condition));
    return this;
  }

  /** What is reported of configuration; with {@link #tell} instead of {@link #say}. */
  public RuleBuilder flag(SpotPattern spots) {
    this.spots = spots;
    return this;
  }

  /** An exception of a rule on configuration. */
  public RuleBuilder unless(String label, SpotCondition condition) {
    spotExceptions.add(new SpotClause(Clause.Kind.UNLESS, label, condition));
    return this;
  }

  /** What a rule on configuration says. */
  public RuleBuilder tell(Function<Spot, String> message) {
    this.told = message;
    return this;
  }

  /** How often the effect of a setting comes, where no call of {@link #usedBy} is found. */
  public RuleBuilder per(EntryKind entry) {
    this.per = entry;
    return this;
  }

  /** The same, where the module itself, what it needs or what needs it has such an entry point. */
  public RuleBuilder perOwn(EntryKind entry) {
    this.perOwn = true;
    return per(entry);
  }

  /** The hottest of these calls decides the rank of a setting. */
  public RuleBuilder usedBy(Calls calls) {
    this.heat = Heat.USE;
    this.users = calls;
    return this;
  }

  /** Library types that the settings are about, from which the area is read. */
  public RuleBuilder about(String... types) {
    this.apis = List.of(types);
    return this;
  }

  public RuleBuilder say(Function<Match, String> message) {
    this.message = message;
    return this;
  }

  /** A fix that may be applied without asking where it is offered at all. */
  public RuleBuilder fix(String label, Function<Match, Optional<Fix>> maker) {
    this.fixLabel = label;
    this.fix = maker;
    return this;
  }

  /** What belongs to the trail of a match beside loops, in the order of the program. */
  public RuleBuilder past(Function<Match, List<Step>> stations) {
    this.stations = stations;
    return this;
  }

  /** This rule speaks where the other one would too. */
  public RuleBuilder supersedes(String... ids) {
    for (String other : ids) {
      supersedes.add(new RuleId(other));
    }
    return this;
  }

  /**
   * Without the group {@code pedantic} only matches for which the condition holds are reported; the
   * others are true but small.
   *
   * @param elsewhere where the others are, reads on after "in"
   */
  public RuleBuilder pedanticUnless(Condition usually, String elsewhere) {
    this.usually = usually;
    this.pedantic = elsewhere;
    return this;
  }

  /** Pedantic, too, where the loops on the way go through a handful only. */
  public RuleBuilder handfulIsSmall() {
    this.pedantic = pedantic == null ? "loops over a handful" : pedantic;
    this.little = little.withSmallHandful();
    return this;
  }

  /** Pedantic, too, where nothing but a start reaches it. */
  public RuleBuilder startIsSmall() {
    this.little = little.withSmallStart();
    return this;
  }

  /** Pedantic, too, where nobody in an application is known to reach it. */
  public RuleBuilder unreachedIsSmall() {
    this.little = little.withSmallUnreached();
    return this;
  }

  /** On which ways it can be P1, where these are not {@link Urgency#STEADY_WAYS} alone. */
  public RuleBuilder urgent(Urgency on) {
    this.urgency = on;
    return this;
  }

  public RuleBuilder alsoInTests() {
    this.alsoInTests = true;
    return this;
  }

  /** The cost is that of the whole loop around: it is not counted again as a loop. */
  public RuleBuilder costCoversLoop() {
    this.loopIsCost = true;
    return this;
  }

  /** One change mends several places: one finding tells of them. */
  public RuleBuilder once(Once places) {
    this.once = places;
    return this;
  }

  /**
   * @throws IllegalStateException naming every missing part
   */
  public Rule build() {
    List<String> missing = new ArrayList<>();
    RuleDoc doc =
        new RuleDoc(
            id,
            required(since, "since", missing, ""),
            required(theme, "theme", missing, Theme.TEXT),
            group,
            required(risk, "risk", missing, Risk.NONE),
            Optional.ofNullable(cost),
            required(effect, "effect", missing, ""),
            heat,
            jdk,
            required(technique, "technique", missing, Technique.ALGORITHM),
            required(effort, "effort", missing, Effort.HOURS_1),
            userImpact,
            required(summary, "summary", missing, ""),
            required(why, "why", missing, ""),
            required(instead, "instead", missing, ""),
            required(caveat, "caveat", missing, ""),
            required(evidence, "evidence", missing, new Evidence.Count("")),
            Optional.ofNullable(fixLabel),
            Optional.ofNullable(pedantic));
    Optional<Check> check = check(missing);
    Function<Match, String> say =
        check.isPresent() ? match -> "" : required(message, "say", missing, match -> "");
    if (pattern == null && check.isEmpty()) {
      missing.add("flag");
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException("rule " + id + " lacks " + String.join(", ", missing));
    }
    return new Rule(
        doc,
        pattern == null ? Pattern.NONE : pattern,
        exceptions,
        say,
        Optional.ofNullable(costOf),
        Optional.ofNullable(fix),
        supersedes,
        alsoInTests,
        loopIsCost,
        Optional.ofNullable(ownRisk),
        Optional.ofNullable(useRole),
        Optional.ofNullable(stations),
        Optional.ofNullable(usually),
        once,
        little,
        Optional.ofNullable(outage),
        urgency,
        check);
  }

  private Optional<Check> check(List<String> missing) {
    if (spots == null) {
      return Optional.empty();
    }
    Function<Spot, String> tell = required(told, "tell", missing, spot -> "");
    return Optional.of(new Check(spots, spotExceptions, tell, per, perOwn, users, apis));
  }

  private static <T> T required(
      @Nullable T value, String name, List<String> missing, T placeholder) {
    if (value == null) {
      missing.add(name);
      return placeholder;
    }
    return value;
  }
}
