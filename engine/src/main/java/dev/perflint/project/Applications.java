package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.deploy.Application;
import dev.perflint.deploy.CodeUse;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Certainty;
import dev.perflint.model.Location;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.Modules;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.source.SettingsKind;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The modules of a project that have configuration files, with what the code says to them. */
final class Applications {
  /** A call of a member that some rule asked for, with the module that it stands in. */
  record Called(String module, CodeUse use) {}

  private final ProjectSettings settings;
  private final MergedParts parts;
  private final Function<Truth, Certainty> answers;
  private final Map<String, Set<String>> mentions = new HashMap<>();
  private final Map<String, Set<String>> mentionsByFile = new HashMap<>();
  private final Map<String, List<Called>> calls = new HashMap<>();
  private final Map<EntryKind, Map<String, List<MethodFacts.Entry>>> entries = new HashMap<>();

  Applications(
      ProjectSettings settings,
      List<FileAnalysis> files,
      MergedParts parts,
      Function<Truth, Certainty> answers) {
    this.settings = settings;
    this.parts = parts;
    this.answers = answers;
    for (FileAnalysis file : files) {
      if (!file.isTest()) {
        mentions
            .computeIfAbsent(modules().of(file.path()), m -> new TreeSet<>())
            .addAll(file.mentions());
        mentionsByFile.put(file.path(), Set.copyOf(file.mentions()));
      }
    }
  }

  /** One a module, by folder. */
  List<Application> all() {
    TreeMap<String, List<FileSettings>> own = new TreeMap<>();
    for (FileSettings file : settings.files()) {
      own.computeIfAbsent(modules().of(file.path()), m -> new ArrayList<>()).add(file);
    }
    List<Application> all = new ArrayList<>();
    for (String module : own.keySet()) {
      // Files beside the modules, such as templates of an installation, belong to none of them, but
      // for an image: what it runs is built from the modules below.
      boolean hasCode = mentions.containsKey(module);
      boolean hasImage = own.get(module).stream().anyMatch(f -> f.kind() == SettingsKind.IMAGE);
      if (hasCode || hasImage && holdsCode(module)) {
        all.add(new ModuleApplication(module, hasCode, own, this));
      }
    }
    return all;
  }

  private boolean holdsCode(String module) {
    String inside = module.isEmpty() ? "" : module + "/";
    return mentions.keySet().stream().anyMatch(other -> other.startsWith(inside));
  }

  Modules modules() {
    return settings.modules();
  }

  LibraryVersions versions() {
    return settings.versions();
  }

  boolean mentions(String module, String word) {
    return mentions.getOrDefault(module, Set.of()).contains(word);
  }

  /** What the files of a module mention that have one of these texts. */
  List<Set<String>> filesWith(String module, List<String> words) {
    return mentionsByFile.entrySet().stream()
        .filter(file -> words.stream().anyMatch(file.getValue()::contains))
        .filter(file -> modules().of(file.getKey()).equals(module))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * @param member {@code com.acme.Type#name}
   */
  List<Called> calls(String member) {
    return calls.computeIfAbsent(member, this::find);
  }

  private List<Called> find(String member) {
    String type = member.substring(0, member.indexOf('#'));
    String name = member.substring(member.indexOf('#') + 1);
    List<Called> found = new ArrayList<>();
    for (TypeFacts owner : parts.types().production()) {
      String path = parts.types().pathOf(owner.name());
      for (MethodFacts method : owner.methods()) {
        for (CallFacts call : method.calls()) {
          if (call.callee().name().equals(name)) {
            Certainty isA = answers.apply(parts.resolver().isA(call.callee().owner(), type));
            if (isA.isReported()) {
              Location at = new Location(path, call.region());
              Set<String> beside = mentionsByFile.getOrDefault(path, Set.of());
              CodeUse use = new CodeUse(member, method.id(), at, call.around(), isA, beside);
              found.add(new Called(modules().of(path), use));
            }
          }
        }
      }
    }
    return found;
  }

  /** How sure it is that a module has an entry point of that kind. */
  Certainty serves(String module, EntryKind kind) {
    return of(module, kind).stream()
        .map(entry -> answers.apply(entry.truth()))
        .reduce(Certainty.NO, Certainty::or);
  }

  /** How many methods of a module are entry points of that kind with such a label. */
  int entries(String module, EntryKind kind, Predicate<String> labels) {
    return (int) of(module, kind).stream().filter(e -> labels.test(e.label())).count();
  }

  private List<MethodFacts.Entry> of(String module, EntryKind kind) {
    return entries.computeIfAbsent(kind, this::entries).getOrDefault(module, List.of());
  }

  private Map<String, List<MethodFacts.Entry>> entries(EntryKind kind) {
    Map<String, List<MethodFacts.Entry>> byModule = new HashMap<>();
    for (TypeFacts owner : parts.types().production()) {
      String module = modules().of(parts.types().pathOf(owner.name()));
      for (MethodFacts method : owner.methods()) {
        method.entries().stream()
            .filter(entry -> entry.kind() == kind)
            .forEach(e -> byModule.computeIfAbsent(module, m -> new ArrayList<>()).add(e));
      }
    }
    return byModule;
  }

  /** The types of a module that have an entry point of that kind. */
  Set<String> typesServing(String module, EntryKind kind) {
    Set<String> serving = new TreeSet<>();
    for (TypeFacts owner : parts.types().production()) {
      boolean serves =
          owner.methods().stream()
              .flatMap(method -> method.entries().stream())
              .anyMatch(e -> e.kind() == kind && answers.apply(e.truth()).isReported());
      if (serves && modules().of(parts.types().pathOf(owner.name())).equals(module)) {
        serving.add(owner.name());
      }
    }
    return serving;
  }

  /** Whether a type, or one that it extends, has a trait. */
  boolean has(String type, String trait) {
    return parts.types().lineage(type, parts.resolver()).stream()
        .anyMatch(each -> each.traits().contains(trait));
  }

  /** Whether types of the project stand in a package or below it. */
  boolean isPackage(String name) {
    String inside = name + ".";
    return parts.types().production().stream().anyMatch(type -> type.name().startsWith(inside));
  }

  List<FileSettings> composed() {
    return settings.files().stream().filter(f -> f.kind() == SettingsKind.COMPOSE).toList();
  }
}
