package dev.perflint.project;

import dev.perflint.analysis.Candidate;
import dev.perflint.analysis.RuleCrash;
import dev.perflint.deploy.Application;
import dev.perflint.deploy.Check;
import dev.perflint.deploy.CodeUse;
import dev.perflint.deploy.Spot;
import dev.perflint.deploy.SpotPattern;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Notice;
import dev.perflint.model.Step;
import dev.perflint.rank.Heat;
import dev.perflint.rank.Place;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.settings.FileSettings;
import dev.perflint.source.LineHashes;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the rules on configuration over the applications of a project. */
final class CheckedSettings {
  /** A use with how often it runs. */
  private record HotUse(CodeUse use, Heat heat) {
    static final Comparator<HotUse> HOTTEST_FIRST =
        Comparator.comparingDouble((HotUse hot) -> hot.heat().log10())
            .reversed()
            .thenComparingInt(hot -> hot.heat().methods().size())
            .thenComparing(hot -> hot.use().at());
  }

  /** Copies may differ in what they say about themselves. */
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");

  private record Alike(String rule, String path, String member, String snippet) {}

  private final Applications applications;
  private final HeatMap heat;
  private final Approach approach;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<Alike, Integer> seen = new HashMap<>();

  CheckedSettings(Applications applications, MergedParts parts) {
    this.applications = applications;
    this.heat = parts.heat();
    this.approach = new Approach(parts.graph(), parts.types());
  }

  /**
   * @param rules that have a {@link Check}
   */
  List<Place> places(List<Rule> rules) {
    List<Place> places = new ArrayList<>();
    List<Application> all = applications.all();
    for (Rule rule : rules) {
      Check check = rule.check().orElseThrow();
      for (Application application : all) {
        try {
          places.addAll(places(rule, check, application));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
          // As in the analysis of a file: a broken rule must not end the run.
          String path = application.own().get(0).path();
          notices.add(RuleCrash.notice(rule.id(), path, 0, e));
        }
      }
    }
    return places;
  }

  /** Of rules that failed. */
  List<Notice> notices() {
    return notices;
  }

  private List<Place> places(Rule rule, Check check, Application application) {
    List<Place> places = new ArrayList<>();
    for (SpotPattern.Found found : check.find(application)) {
      places.add(place(rule, check, found.spot(), found.certainty()));
    }
    return places;
  }

  private Place place(Rule rule, Check check, Spot spot, Certainty certainty) {
    Optional<HotUse> hottest =
        check.uses().in(spot.application()).stream()
            .map(use -> new HotUse(use, heat.at(use.methodId(), use.around())))
            .min(HotUse.HOTTEST_FIRST);
    Heat runs = hottest.map(HotUse::heat).orElseGet(() -> Heat.each(entry(check, spot)));
    Candidate candidate = candidate(rule, check, spot, hottest);
    return new Place(
        rule,
        candidate,
        spot.file().path(),
        certainty,
        false,
        Optional.empty(),
        "",
        rule.once() == Once.PER_COPIED_LINES
            ? Optional.of(copied(spot, candidate))
            : Optional.empty(),
        hottest.isPresent() ? approach.of(runs) : List.of(),
        hottest.map(hot -> new Step(hot.use().at(), "matters here")),
        List.of(),
        runs);
  }

  /** The same of each copy of the file: its name, what is said, and the lines around. */
  private static String copied(Spot spot, Candidate candidate) {
    String lines =
        candidate.excerpt().lines().stream()
            .map(line -> COMMENT.matcher(line).replaceAll("").strip())
            .collect(Collectors.joining("\n"));
    return OneCause.copied(spot.fileName() + "\n" + candidate.message() + "\n" + lines);
  }

  private static EntryKind entry(Check check, Spot spot) {
    Certainty serving =
        check.perOwn()
            ? spot.application().servesItself(check.per())
            : spot.application().serves(check.per());
    boolean serves = serving.isReported();
    return serves ? check.per() : EntryKind.UNKNOWN;
  }

  private Candidate candidate(Rule rule, Check check, Spot spot, Optional<HotUse> hottest) {
    FileSettings file = spot.file();
    int line = spot.region().startLine();
    Excerpt excerpt = excerpt(file, line);
    String snippet = excerpt.lines().get(line - excerpt.firstLine()).strip();
    Alike alike = new Alike(rule.id().value(), file.path(), spot.name(), snippet);
    return new Candidate(
        rule.id(),
        spot.region(),
        check.message().apply(spot),
        Truth.SURE,
        Truth.SURE,
        hottest.map(hot -> hot.use().methodId()).orElse(""),
        spot.name(),
        Surroundings.PLAIN,
        false,
        Optional.empty(),
        rule.doc().cost(),
        rule.doc().risk(),
        "",
        List.of(),
        Optional.empty(),
        check.apis(),
        excerpt,
        LineHashes.of(file.text()).get(line - 1),
        seen.merge(alike, 1, Integer::sum));
  }

  private static Excerpt excerpt(FileSettings file, int line) {
    List<String> lines = List.of(file.text().split("\r\n|\r|\n", -1));
    int first = Math.max(1, line - 1);
    return new Excerpt(first, lines.subList(first - 1, Math.min(lines.size(), line + 1)));
  }
}
