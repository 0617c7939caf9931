package dev.perflint.project;

import dev.perflint.analysis.Candidate;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.deploy.SpotTrace;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.rank.Place;
import dev.perflint.rank.Ranking;
import dev.perflint.rule.Rule;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The merged facts of all files: closes what single files left open and ranks what holds. */
public final class Project {
  private final List<FileAnalysis> files;
  private final ProjectSettings settings;
  private final TypeCopies copies;
  private final Answers answers;
  private final Placement placement;

  /** Many rules ask the same of a call, and {@code Shared} made one object of it. */
  private final Map<Truth, Certainty> answered = new IdentityHashMap<>();

  private List<Notice> notices = List.of();

  /** Of files without any configuration beside them. */
  public Project(List<FileAnalysis> analysed, Knowledge knowledge, TypeTable libraries) {
    this(analysed, new ProjectSettings(List.of()), knowledge, libraries);
  }

  /**
   * @param analysed in any order
   * @param settings of the project's configuration files
   * @param libraries what is known of types outside the project
   */
  public Project(
      List<FileAnalysis> analysed,
      ProjectSettings settings,
      Knowledge knowledge,
      TypeTable libraries) {
    this(analysed, settings, knowledge, libraries, Team.ALONE);
  }

  /**
   * @param team does what parts of it can be done at the same time
   */
  public Project(
      List<FileAnalysis> analysed,
      ProjectSettings settings,
      Knowledge knowledge,
      TypeTable libraries,
      Team team) {
    this.settings = settings;
    List<FileAnalysis> read = sorted(analysed);
    this.copies = TypeCopies.of(read, settings::modules);
    this.files = copies.apart(read);
    this.answers = new Answers(files, settings, knowledge, libraries, team);
    this.placement = new Placement(answers);
  }

  private Project(Project merged, List<FileAnalysis> files) {
    this.settings = merged.settings;
    this.files = files;
    this.copies = merged.copies;
    this.answers = merged.answers;
    this.placement = merged.placement;
  }

  /**
   * The same project with other candidates: what is merged of the files does not depend on them.
   *
   * @param same the same files, in any order, with the facts that were merged
   */
  public Project with(List<FileAnalysis> same) {
    return new Project(this, copies.apart(sorted(same)));
  }

  private static List<FileAnalysis> sorted(List<FileAnalysis> files) {
    return files.stream().sorted(Comparator.comparing(FileAnalysis::path)).toList();
  }

  /** Of rules that failed when findings were last asked for. */
  public List<Notice> notices() {
    return notices;
  }

  /** What holds, ranked and sorted; one finding a place. */
  public List<Finding> findings(List<Rule> rules) {
    return Ranking.of(places(rules)).values().stream().sorted(Finding.ORDER).toList();
  }

  /**
   * How the findings on a line come to their priorities, the most urgent first.
   *
   * @param path as in findings
   */
  public List<RankTrace> rankTraces(List<Rule> rules, String path, int line) {
    RankTraces traces = new RankTraces(answers.parts());
    Map<Place, Finding> ranked = Ranking.of(places(rules));
    return ranked.keySet().stream()
        .filter(place -> place.path().equals(path))
        .filter(place -> place.candidate().region().startLine() == line)
        .map(place -> traces.of(place, ranked.get(place), placement.useOf(place)))
        .sorted(Comparator.comparing(RankTrace::finding, Finding.ORDER))
        .toList();
  }

  /**
   * What each clause of a rule on configuration says to a line.
   *
   * @param rule that has a check
   * @param path as in findings
   */
  public List<SpotTrace> spotTraces(Rule rule, String path, int line) {
    Applications applications = new Applications(settings, files, answers.parts(), answers::answer);
    return applications.all().stream()
        .flatMap(application -> rule.check().orElseThrow().traces(application).stream())
        .filter(trace -> trace.spot().file().path().equals(path))
        .filter(trace -> trace.spot().region().startLine() == line)
        .toList();
  }

  /**
   * Who reaches some methods and what they reach.
   *
   * @param wanted a type, simple or qualified, or {@code Type#method}
   * @param depth of the trees
   * @throws dev.perflint.UsageException when it names no method, or several types
   */
  public List<Reach> reach(String wanted, int depth) {
    return new Reaches(answers.parts()).of(wanted, depth);
  }

  private List<Place> places(List<Rule> rules) {
    Map<RuleId, Rule> byId = new HashMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    List<Place> places = new ArrayList<>();
    for (FileAnalysis file : files) {
      for (Candidate candidate : file.candidates()) {
        Rule rule = byId.get(candidate.rule());
        if (rule != null) {
          placement.of(rule, candidate, file.path()).ifPresent(places::add);
        }
      }
    }
    places.addAll(checked(rules));
    return Superseding.resolve(places);
  }

  /** What the rules on configuration find; without such rules no configuration is read. */
  private List<Place> checked(List<Rule> rules) {
    List<Rule> checks = rules.stream().filter(rule -> rule.check().isPresent()).toList();
    if (checks.isEmpty()) {
      return List.of();
    }
    Applications applications = new Applications(settings, files, answers.parts(), answers::answer);
    CheckedSettings checked = new CheckedSettings(applications, answers.parts());
    List<Place> places = checked.places(checks);
    notices = checked.notices();
    return places;
  }

  /** What a formula comes to that names no type of the project. */
  public Certainty answer(Truth truth) {
    return answers.answer(truth);
  }

  /**
   * What a formula comes to, now that all files are known.
   *
   * @param path of the file that asks
   */
  public Certainty answer(Truth truth, String path) {
    Truth meant = copies.apart(truth, path);
    return meant == truth
        ? answered.computeIfAbsent(truth, answers::answer)
        : answers.answer(meant);
  }
}
