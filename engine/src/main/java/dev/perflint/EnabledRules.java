package dev.perflint;

import dev.perflint.config.Configuration;
import dev.perflint.config.PathRules;
import dev.perflint.model.Finding;
import dev.perflint.model.RuleId;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rules a scan runs, and in which files each of them speaks. */
record EnabledRules(Catalogue rules, List<Silenced> byPath) {

  /** Rules that some files do not want to hear of. */
  private record Silenced(PathRules where, Set<RuleId> rules) {}

  /**
   * What the command line says comes before what the configuration says.
   *
   * @throws UsageException for a word that names no rule
   */
  static EnabledRules of(Catalogue catalogue, ScanRequest request) {
    Configuration configuration = request.configuration();
    check(catalogue, configuration);
    List<String> select = request.select().isEmpty() ? configuration.select() : request.select();
    List<String> ignore = new ArrayList<>(request.ignore());
    // A rule that the command line selects by name runs, whatever the file ignores.
    configuration.ignore().stream()
        .filter(word -> !request.select().contains(word))
        .forEach(ignore::add);
    List<Silenced> silenced = new ArrayList<>();
    for (PathRules paths : configuration.paths()) {
      Set<RuleId> ids =
          catalogue.selected(paths.ignore(), List.of()).rules().stream()
              .map(Rule::id)
              .collect(Collectors.toSet());
      silenced.add(new Silenced(paths, ids));
    }
    return new EnabledRules(catalogue.selected(select, ignore), silenced);
  }

  /** So that a complaint names the file that has the word. */
  private static void check(Catalogue catalogue, Configuration configuration) {
    try {
      catalogue.selected(configuration.select(), configuration.ignore());
      configuration.paths().forEach(paths -> catalogue.selected(paths.ignore(), List.of()));
    } catch (UsageException e) {
      throw new UsageException(
          configuration.file().map(file -> file + ": ").orElse("") + e.getMessage(), e);
    }
  }

  boolean wants(Finding finding) {
    for (Silenced silenced : byPath) {
      if (silenced.rules().contains(finding.rule())
          && silenced.where().matches(finding.location().path())) {
        return false;
      }
    }
    return true;
  }
}
