package dev.perflint.knowledge;

import dev.perflint.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What perflint knows of libraries, by role. Immutable; the order of answers is that of the files.
 */
public final class Knowledge {
  /** Where the files stand on the class path, {@code index.txt} with one file name a line first. */
  public static final String FOLDER = "dev/perflint/knowledge/";

  /** How annotations stand beside types, see {@link #typesAndAnnotations}. */
  public static final String ANNOTATION_MARK = "@";

  private final List<Library> libraries;
  private final Map<String, List<KnownMember>> membersByRole = new HashMap<>();
  private final Map<String, List<KnownMember>> membersByName = new HashMap<>();
  private final Map<String, Map<String, List<KnownMember>>> membersByNameAndRole = new HashMap<>();
  private final Map<String, List<String>> types = new HashMap<>();
  private final Map<String, List<String>> annotations = new HashMap<>();
  private final Map<String, List<String>> properties = new HashMap<>();
  private final Map<String, List<String>> typesAndAnnotations = new HashMap<>();
  private final List<EntryPoint> entryPoints;
  private final Set<String> expensiveNames;
  private final Map<Object, Object> derived = new ConcurrentHashMap<>();

  private Knowledge(List<Library> libraries) {
    this.libraries = List.copyOf(libraries);
    List<EntryPoint> entries = new ArrayList<>();
    for (Library library : libraries) {
      for (KnownMember member : library.members()) {
        membersByRole.computeIfAbsent(member.role(), role -> new ArrayList<>()).add(member);
        membersByName
            .computeIfAbsent(member.member().name(), name -> new ArrayList<>())
            .add(member);
        membersByNameAndRole
            .computeIfAbsent(member.member().name(), name -> new HashMap<>())
            .computeIfAbsent(member.role(), role -> new ArrayList<>())
            .add(member);
      }
      library.types().forEach((role, names) -> addNames(role, names, types));
      library.annotations().forEach((role, names) -> addNames(role, names, annotations));
      library.properties().forEach((role, keys) -> addNames(role, keys, properties));
      entries.addAll(library.entryPoints());
    }
    membersByRole.replaceAll((role, members) -> List.copyOf(members));
    membersByName.replaceAll((name, members) -> List.copyOf(members));
    types.replaceAll((role, names) -> List.copyOf(names));
    annotations.replaceAll((role, names) -> List.copyOf(names));
    types.forEach((role, names) -> addNames(role, names, typesAndAnnotations));
    annotations.forEach(
        (role, names) ->
            addNames(
                role, names.stream().map(ANNOTATION_MARK::concat).toList(), typesAndAnnotations));
    typesAndAnnotations.replaceAll((role, names) -> List.copyOf(names));
    this.entryPoints = List.copyOf(entries);
    this.expensiveNames =
        Stream.of(Roles.EXPENSIVE_TO_CREATE, Roles.OPENS_BUILDER)
            .flatMap(role -> members(role).stream())
            .map(member -> member.makes().orElse(member.member().type()))
            .map(type -> type.substring(type.lastIndexOf('.') + 1))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static void addNames(String role, List<String> names, Map<String, List<String>> to) {
    to.computeIfAbsent(role, any -> new ArrayList<>()).addAll(names);
  }

  public static Knowledge of(List<Library> libraries) {
    return new Knowledge(libraries);
  }

  /**
   * The files that come with the rules.
   *
   * @throws dev.perflint.yaml.YamlException when one of them is wrong
   * @throws UncheckedIOException when one cannot be read
   */
  public static Knowledge ofBundled(ClassLoader loader) {
    List<Library> libraries = new ArrayList<>();
    for (String file : text(loader, "index.txt").lines().toList()) {
      libraries.add(KnowledgeReader.library(Yaml.readOwn(file, text(loader, file))));
    }
    return new Knowledge(libraries);
  }

  private static String text(ClassLoader loader, String file) {
    try (InputStream in = loader.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("not on the class path: " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This knowledge and what a user adds to it. */
  public Knowledge and(List<Library> more) {
    List<Library> all = new ArrayList<>(libraries);
    all.addAll(more);
    return new Knowledge(all);
  }

  /**
   * What holds for these versions; of a library without a known version all does.
   *
   * @param inUse only asked when something here depends on a version: build files take time to read
   */
  public Knowledge on(Supplier<LibraryVersions> inUse) {
    if (libraries.stream().noneMatch(Library::isVersioned)) {
      return this;
    }
    LibraryVersions versions = inUse.get();
    List<Library> fitting = libraries.stream().map(library -> library.on(versions)).toList();
    return fitting.equals(libraries) ? this : new Knowledge(fitting);
  }

  /**
   * Something that follows from this knowledge alone and is asked for in every file.
   *
   * @param key that its owner alone knows
   */
  @SuppressWarnings("unchecked")
  public <T> T derived(Object key, Function<Knowledge, T> maker) {
    Object known = derived.get(key);
    return (T) (known != null ? known : derived.computeIfAbsent(key, k -> maker.apply(this)));
  }

  /** The names of the members with that role, each once. */
  public List<String> memberNames(String role) {
    return derived(
        List.of(KnownMember.class, role),
        all -> all.members(role).stream().map(known -> known.member().name()).distinct().toList());
  }

  public List<Library> libraries() {
    return libraries;
  }

  public List<KnownMember> members(String role) {
    return membersByRole.getOrDefault(role, List.of());
  }

  /**
   * All that a call may mean by its name alone; for a quick look before types are asked.
   *
   * @param name a method's name; {@code new} for all constructors
   */
  public List<KnownMember> membersNamed(String name) {
    return membersByName.getOrDefault(name, List.of());
  }

  /** Those of them that play a role. */
  public List<KnownMember> membersNamed(String name, String role) {
    return membersByNameAndRole.getOrDefault(name, Map.of()).getOrDefault(role, List.of());
  }

  /** Simple names of the types of what is expensive to create: for a quick look, as above. */
  public Set<String> expensiveNames() {
    return expensiveNames;
  }

  /** Qualified names of the types whose subtypes play the role. */
  public List<String> types(String role) {
    return types.getOrDefault(role, List.of());
  }

  /** Qualified names of the annotations that give the role to what carries them. */
  public List<String> annotations(String role) {
    return annotations.getOrDefault(role, List.of());
  }

  /** Both, the annotations marked with {@link #ANNOTATION_MARK}: one list for one question. */
  public List<String> typesAndAnnotations(String role) {
    return typesAndAnnotations.getOrDefault(role, List.of());
  }

  /** Keys of configuration files by which the role is played. */
  public List<String> properties(String role) {
    return properties.getOrDefault(role, List.of());
  }

  public List<EntryPoint> entryPoints() {
    return entryPoints;
  }
}
