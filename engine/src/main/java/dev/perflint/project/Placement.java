package dev.perflint.project;

import dev.perflint.analysis.Candidate;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.TypeTraits;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.model.Location;
import dev.perflint.model.Region;
import dev.perflint.model.Step;
import dev.perflint.model.Theme;
import dev.perflint.rank.Heat;
import dev.perflint.rank.Place;
import dev.perflint.rule.Little;
import dev.perflint.rule.Rule;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a candidate that holds into its place: how hot it is, by whom, and what it leads to. */
final class Placement {
  private final Answers answers;
  private final MergedParts parts;
  private final Approach approach;

  Placement(Answers answers) {
    this.answers = answers;
    this.parts = answers.parts();
    this.approach = new Approach(parts.graph(), parts.types());
  }

  /** The place of a candidate; empty when it does not hold, or is too little for its rule. */
  Optional<Place> of(Rule rule, Candidate candidate, String path) {
    Certainty truth = answers.answer(candidate.truth());
    Candidate settled = candidate.within(parts.graph().settled(candidate.around()));
    return truth.isReported() ? place(rule, settled, path, truth) : Optional.empty();
  }

  private Optional<Place> place(Rule rule, Candidate candidate, String path, Certainty truth) {
    Optional<Droppers.Dropper> dropper = answers.droppers().hottest(candidate.truth());
    Optional<UseIndex.Use> use =
        dropper.isPresent() ? Optional.empty() : hottestUse(rule, candidate, path);
    Heat heat =
        dropper
            .map(caller -> caller.heat().within(candidate.around()))
            .or(() -> use.map(UseIndex.Use::heat))
            .orElseGet(() -> heatOf(candidate));
    Little.Weight weight = weight(rule, candidate, use.isPresent(), heat);
    if (weight == Little.Weight.LEFT_OUT) {
      return Optional.empty();
    }
    Optional<String> nobody =
        use.isPresent() || dropper.isPresent()
            ? Optional.empty()
            : answers.nobody(candidate.methodId());
    boolean small =
        weight != Little.Weight.COUNTS
            || nobody.isPresent()
            || !answers.answer(candidate.usual()).isReported();
    List<Effects.Witness> way = way(candidate.truth());
    boolean likely = way.stream().anyMatch(Effects.Witness::likely);
    Heat told = heat;
    for (Effects.Witness step : way) {
      told = told.past(step.call().around().early());
    }
    Heat weighed = changes(rule, candidate, way) ? told.changing() : told;
    return Optional.of(
        new Place(
            rule,
            candidate,
            path,
            likely ? truth.and(Certainty.LIKELY) : truth,
            small,
            nobody,
            dropper.map(Droppers.Dropper::text).orElse(Ways.text(way)),
            cause(rule, candidate, path),
            approach.of(heat),
            dropper
                .map(Droppers.Dropper::step)
                .or(() -> use.flatMap(UseIndex.Use::at).map(at -> new Step(at, "used here"))),
            beyond(candidate.truth(), way),
            threaded(rule, weighed)));
  }

  /** What is made for others is theirs, also where nobody sees what they do with it. */
  private Little.Weight weight(Rule rule, Candidate candidate, boolean used, Heat heat) {
    boolean handedOut =
        !used && candidate.uses().filter(uses -> !uses.beans().isEmpty()).isPresent();
    return rule.little()
        .of(
            heat.isHandful(),
            (heat.kind() == EntryKind.START_UP || heat.installs()) && !handedOut,
            !handedOut && answers.isUnreached(heat));
  }

  /** Only who waits cares for what kind of thread it is, and few applications need be asked. */
  private Heat threaded(Rule rule, Heat heat) {
    boolean virtual =
        rule.doc().theme() == Theme.TIMEOUTS
            && !heat.later()
            && parts
                .graph()
                .method(heat.methods().get(0))
                .filter(entry -> answers.answer(entry.onVirtualThread()).isReported())
                .isPresent();
    return virtual ? heat.onVirtualThread() : heat;
  }

  /** Whether what is done there, or at the end of the way, changes what is stored. */
  private boolean changes(Rule rule, Candidate candidate, List<Effects.Witness> way) {
    if (rule.doc().theme() != Theme.DATA_ACCESS) {
      return false;
    }
    if (!way.isEmpty()) {
      return RowChanges.isNamed(way.get(way.size() - 1).call().callee().name());
    }
    return parts
        .graph()
        .method(candidate.methodId())
        .filter(
            method ->
                method.calls().stream()
                    .filter(call -> isAt(candidate.region(), call.region()))
                    .anyMatch(call -> RowChanges.isNamed(call.callee().name())))
        .isPresent();
  }

  /** A call is known from its name on; what is reported may begin with its receiver. */
  private static boolean isAt(Region reported, Region call) {
    return call.endLine() == reported.endLine() && call.endColumn() == reported.endColumn();
  }

  /** The use whose heat a place has; empty where its own counts. */
  Optional<UseIndex.Use> useOf(Place place) {
    return place.rule().check().isPresent()
        ? place
            .use()
            .map(step -> step.location())
            .map(at -> new UseIndex.Use(place.heat(), Surroundings.PLAIN, Optional.of(at)))
        : hottestUse(place.rule(), place.candidate(), place.path());
  }

  private Optional<UseIndex.Use> hottestUse(Rule rule, Candidate candidate, String path) {
    return candidate
        .uses()
        .flatMap(
            of -> {
              List<UseIndex.Use> found = parts.uses().of(of, rule.useRole().orElse(""), path);
              return found.stream()
                  .filter(use -> isEvidence(use, candidate.truth()))
                  .findFirst()
                  .or(() -> found.stream().findFirst());
            });
  }

  /** Whether a use answers what the rule asked about its users, so that it is the one to show. */
  private static boolean isEvidence(UseIndex.Use use, Truth truth) {
    if (truth instanceof Truth.Open open && open.question() instanceof Question.UsedPer asked) {
      return Answers.runsPer(use.heat(), List.of(asked.kinds().split(" "))).isReported();
    }
    return truth instanceof Truth.All all
        && all.parts().stream().anyMatch(part -> isEvidence(use, part));
  }

  private Heat heatOf(Candidate candidate) {
    if (candidate.truth().questions().anyMatch(Question.OnVirtualThread.class::isInstance)) {
      // What runs on other threads too is as hot as on these, where it costs something.
      Optional<Heat> way = answers.virtual().to(candidate.methodId());
      if (way.isPresent()) {
        return way.get().within(candidate.around());
      }
    }
    Heat heat = parts.heat().at(candidate.methodId(), candidate.around());
    if (candidate.runsOnce()
        && heat.kind() == EntryKind.UNKNOWN
        && heat.methods().stream().noneMatch(MemberNames::isConstruction)) {
      heat = Heat.of(EntryKind.START_UP, "", candidate.methodId()).within(candidate.around());
    }
    return heat;
  }

  /** The way to what a place leads to; that of a row that loads something is not to its query. */
  private List<Effects.Witness> way(Truth truth) {
    List<Question> questions = truth.questions().toList();
    boolean loads =
        questions.stream()
            .anyMatch(q -> q instanceof Question.IsLazy || q instanceof Question.LoadsFrom);
    return questions.stream()
        .map(
            question ->
                question instanceof Question.LoadsFrom asked
                    ? answers.lazyLoading().way(asked)
                    : !loads && question instanceof Question.Does does
                        ? way(does)
                        : List.<Effects.Witness>of())
        .filter(steps -> !steps.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Effects.Witness> way(Question.Does asked) {
    for (MethodFacts target : parts.graph().targets(asked.method()).methods()) {
      List<Effects.Witness> way = parts.effects().way(target, asked.role());
      if (!way.isEmpty()) {
        return way;
      }
    }
    return List.of();
  }

  /** What has to change, where that is another thing than the place. */
  private Optional<String> cause(Rule rule, Candidate candidate, String path) {
    return switch (rule.once()) {
      case PER_PLACE, PER_COPIED_LINES -> Optional.empty();
      case PER_FILE -> Optional.of(OneCause.file(path, candidate.apis()));
      case PER_HABIT -> Optional.of(OneCause.habit(path, candidate.apis()));
      case PER_WHOLE_FILE -> Optional.of(OneCause.file(path, List.of()));
      case PER_LOOP ->
          candidate.around().loops().stream()
              .findFirst()
              .map(loop -> OneCause.loop(new Location(path, loop.region())));
      case PER_CALLEE -> callee(candidate.truth());
      case PER_TRANSACTIONAL_TYPE ->
          parts
              .graph()
              .method(candidate.methodId())
              .flatMap(method -> parts.types().declared(method.owner()))
              .map(
                  type ->
                      type.traits().contains(TypeTraits.TRANSACTIONAL_AS_A_WHOLE)
                          ? type.name()
                          : OneCause.transactions(type.name()));
    };
  }

  private Optional<String> callee(Truth truth) {
    return truth
        .questions()
        .filter(Question.Does.class::isInstance)
        .map(Question.Does.class::cast)
        .flatMap(asked -> parts.graph().targets(asked.method()).methods().stream())
        .map(MethodFacts::owner)
        .findFirst();
  }

  /** What the methods do that a function or object is handed to, then the way to an effect. */
  private List<Step> beyond(Truth truth, List<Effects.Witness> way) {
    List<Step> steps = new ArrayList<>();
    truth
        .questions()
        .filter(Question.DoesTo.class::isInstance)
        .map(Question.DoesTo.class::cast)
        .filter(asked -> answers.answer(asked).isReported())
        .flatMap(asked -> parts.graph().arguments().way(asked).stream())
        .forEach(witness -> steps.add(step(witness)));
    steps.addAll(steps(way));
    return steps;
  }

  private Step step(ArgumentEffects.Witness witness) {
    String here = MemberNames.shortName(witness.method().id());
    Location at = new Location(parts.types().pathOf(witness.method().owner()), witness.at());
    return new Step(
        at,
        witness
            .next()
            .map(next -> here + " hands it to " + MemberNames.shortName(next.method().id()))
            .orElse("used by " + here));
  }

  private List<Step> steps(List<Effects.Witness> way) {
    List<Step> steps = new ArrayList<>();
    for (Effects.Witness witness : way) {
      Location at =
          new Location(parts.types().pathOf(witness.method().owner()), witness.call().region());
      steps.add(new Step(at, Ways.step(witness)));
    }
    return steps;
  }
}
