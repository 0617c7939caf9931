package dev.perflint.project;

import dev.perflint.deploy.Application;
import dev.perflint.deploy.Check;
import dev.perflint.deploy.CodeUse;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Certainty;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.Modules;
import dev.perflint.settings.Setting;
import dev.perflint.source.SettingsKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A module and what hangs together with it. */
final class ModuleApplication implements Application {
  /** Keys that bring in settings from elsewhere. */
  private static final Pattern BRINGS_IN =
      Pattern.compile(
          "spring\\.config\\.(?:import|location|additionallocation).*"
              + "|spring\\.cloud\\.(?:config|nacos\\.config|consul\\.config|zookeeper\\.config|kubernetes\\.config|vault).*"
              + "|apollo\\.(?:bootstrap|meta).*|nacos\\.config.*");

  /** What the application itself does not read. */
  private static final Set<SettingsKind> NO_SETTINGS =
      Set.of(SettingsKind.IMAGE, SettingsKind.LOGGING, SettingsKind.COMPOSE);

  private final Map<String, List<FileSettings>> filesByModule;
  private final Applications applications;
  private final String module;
  private final boolean hasCode;
  private final Set<String> outer;
  private final Set<String> code;
  private final Set<String> related;

  ModuleApplication(
      String module,
      boolean hasCode,
      Map<String, List<FileSettings>> filesByModule,
      Applications applications) {
    this.module = module;
    this.hasCode = hasCode;
    this.filesByModule = filesByModule;
    this.applications = applications;
    Modules modules = applications.modules();
    this.outer = modules.neededBy(module);
    this.related = new TreeSet<>(modules.needs(module));
    outer.forEach(other -> related.addAll(modules.needs(other)));
    // What starts by itself has nothing of what others put beside it.
    this.code =
        applications.mentions(module, Check.STARTS) ? modules.needs(module) : Set.copyOf(related);
    related.addAll(modules.around(module));
  }

  @Override
  public List<FileSettings> own() {
    return filesByModule.getOrDefault(module, List.of()).stream()
        .filter(file -> file.kind() != SettingsKind.COMPOSE)
        .filter(file -> hasCode || file.kind() == SettingsKind.IMAGE)
        .toList();
  }

  @Override
  public List<FileSettings> all() {
    return files(related);
  }

  @Override
  public List<FileSettings> outer() {
    return files(outer);
  }

  private List<FileSettings> files(Collection<String> modules) {
    List<FileSettings> files = new ArrayList<>();
    modules.forEach(each -> files.addAll(filesByModule.getOrDefault(each, List.of())));
    files.removeIf(file -> file.kind() == SettingsKind.COMPOSE);
    return files;
  }

  @Override
  public List<FileSettings> composed() {
    return applications.composed();
  }

  @Override
  public boolean isOpaque() {
    return all().stream()
        .filter(file -> !NO_SETTINGS.contains(file.kind()))
        .anyMatch(
            file ->
                !file.complete() || file.settings().stream().anyMatch(ModuleApplication::bringsIn));
  }

  private static boolean bringsIn(Setting setting) {
    return BRINGS_IN.matcher(setting.key()).matches() && !setting.value().equals("false");
  }

  @Override
  public boolean dependsOn(List<String> artifacts) {
    return code.stream()
        .map(applications.modules()::artifacts)
        .anyMatch(names -> artifacts.stream().anyMatch(names::contains));
  }

  @Override
  public LibraryVersions versions() {
    return applications.versions();
  }

  @Override
  public boolean mentions(List<String> words) {
    return code.stream()
        .anyMatch(each -> words.stream().anyMatch(word -> applications.mentions(each, word)));
  }

  @Override
  public boolean mentionsInEach(List<String> where, String other) {
    List<Set<String>> files =
        code.stream().flatMap(each -> applications.filesWith(each, where).stream()).toList();
    return !files.isEmpty() && files.stream().allMatch(file -> file.contains(other));
  }

  @Override
  public List<CodeUse> calls(List<String> members) {
    return members.stream()
        .flatMap(member -> applications.calls(member).stream())
        .filter(called -> code.contains(called.module()))
        .map(Applications.Called::use)
        .toList();
  }

  @Override
  public int entries(EntryKind kind, Predicate<String> labels) {
    return code.stream().mapToInt(each -> applications.entries(each, kind, labels)).sum();
  }

  @Override
  public Certainty serves(EntryKind kind) {
    return serves(code, kind);
  }

  @Override
  public Certainty servesItself(EntryKind kind) {
    Set<String> inOneProcess = new TreeSet<>(applications.modules().needs(module));
    inOneProcess.addAll(outer);
    return serves(inOneProcess, kind);
  }

  private Certainty serves(Set<String> modules, EntryKind kind) {
    return modules.stream()
        .map(each -> applications.serves(each, kind))
        .reduce(Certainty.NO, Certainty::or);
  }

  @Override
  public boolean servesMostlyIn(EntryKind kind, String trait) {
    List<Boolean> types =
        code.stream()
            .flatMap(each -> applications.typesServing(each, kind).stream())
            .map(type -> applications.has(type, trait))
            .toList();
    return types.stream().filter(has -> has).count() * 2 > types.size();
  }

  @Override
  public boolean isOwnPackage(String name) {
    return applications.isPackage(name);
  }
}
