package dev.perflint.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javassist.ClassPool;
import javassist.CtClass;

/** Holds what one knowledge file names against class files. */
final class LibraryCheck {
  private static final String JDK = "jdk:";

  private final Library library;
  private final Function<String, List<ClassFile>> types;
  private final Set<String> problems = new LinkedHashSet<>();

  private LibraryCheck(Library library, Function<String, List<ClassFile>> types) {
    this.library = library;
    this.types = types;
  }

  /** The first JDK that a file about the JDK holds for; empty for other libraries. */
  static Optional<Integer> jdkRelease(Library library) {
    return library.artifacts().stream()
        .filter(artifact -> artifact.startsWith(JDK))
        .map(artifact -> Integer.valueOf(artifact.substring(JDK.length())))
        .findFirst();
  }

  static LibraryCheck againstJdk(Library library, ClassPool jdk) {
    LibraryCheck check = new LibraryCheck(library, type -> inJdk(type, jdk));
    check.run();
    return check;
  }

  /** Types of the JDK may be named beside the library's. */
  static LibraryCheck againstJars(Library library, LibraryJars jars, ClassPool jdk) {
    Set<Path> used = new LinkedHashSet<>();
    Map<String, Set<Path>> jarsByType = new LinkedHashMap<>();
    LibraryCheck check =
        new LibraryCheck(
            library,
            type -> {
              List<ClassFile> found = new ArrayList<>();
              for (Map.Entry<Path, CtClass> version : jars.find(type).entrySet()) {
                used.add(version.getKey());
                jarsByType
                    .computeIfAbsent(type, any -> new LinkedHashSet<>())
                    .add(version.getKey());
                found.add(new ClassFile(version.getValue()));
              }
              return found.isEmpty() ? inJdk(type, jdk) : found;
            });
    check.run();
    jarsByType.forEach(check::checkArtifact);
    for (String artifact : library.artifacts()) {
      if (used.stream().noneMatch(jar -> LibraryJars.isOf(jar, artifact))) {
        check.problems.add("nothing is named of " + artifact);
      }
    }
    return check;
  }

  Collection<String> problems() {
    return problems;
  }

  private static List<ClassFile> inJdk(String type, ClassPool jdk) {
    return LibraryJars.binaryNames(type).stream()
        .map(jdk::getOrNull)
        .filter(found -> found != null)
        .limit(1)
        .map(ClassFile::new)
        .toList();
  }

  private void checkArtifact(String type, Set<Path> jars) {
    if (jars.stream()
        .noneMatch(jar -> library.artifacts().stream().anyMatch(a -> LibraryJars.isOf(jar, a)))) {
      Path jar = jars.iterator().next();
      problems.add(type + " is in " + jar.getFileName() + ", which is none of the artifacts");
    }
  }

  private void run() {
    if (library.artifacts().isEmpty()) {
      problems.add("no artifacts");
    }
    library.members().forEach(this::checkMember);
    library.types().values().forEach(names -> names.forEach(this::typesOf));
    library.annotations().values().forEach(names -> names.forEach(this::annotationsOf));
    library.entryPoints().forEach(this::checkEntryPoint);
  }

  private List<ClassFile> typesOf(String name) {
    List<ClassFile> versions = types.apply(name);
    if (versions.isEmpty()) {
      problems.add("no type " + name);
    }
    return versions;
  }

  private List<ClassFile> annotationsOf(String name) {
    List<ClassFile> versions = typesOf(name);
    if (!versions.stream().allMatch(ClassFile::isAnnotation)) {
      problems.add(name + " is no annotation");
    }
    return versions;
  }

  private void checkMember(KnownMember known) {
    known.makes().ifPresent(this::typesOf);
    List<ClassFile> having = having(known.member());
    if (known.role().equals(Roles.OPENS_BUILDER)) {
      // Where the chain ends differently, it may lead through other types than the first.
      boolean direct = known.builtBy().isEmpty();
      if (direct
          && !having.stream().allMatch(type -> type.opens(known.member(), known.endOfChain()))) {
        problems.add(known.member() + " opens nothing that " + known.endOfChain() + " ends");
      }
      return;
    }
    for (String made : known.makes().stream().toList()) {
      if (!having.stream().allMatch(version -> version.makes(known.member(), made))) {
        problems.add(known.member() + " does not make " + made);
      }
    }
  }

  private List<ClassFile> having(MemberPattern member) {
    List<ClassFile> versions = typesOf(member.type());
    List<ClassFile> having = versions.stream().filter(version -> version.has(member)).toList();
    if (having.isEmpty() && !versions.isEmpty()) {
      problems.add("no member " + member);
    }
    return having;
  }

  private void checkEntryPoint(EntryPoint entry) {
    entry.annotation().ifPresent(this::annotationsOf);
    entry.supertype().ifPresent(this::typesOf);
    entry.takes().forEach(this::typesOf);
    for (String method : entry.supertype().isPresent() ? entry.methods() : List.<String>of()) {
      having(new MemberPattern(entry.supertype().orElseThrow(), method, Optional.empty()));
    }
    for (EntryLabel label : entry.label().stream().toList()) {
      for (EntryLabel.Part part : label.parts()) {
        if (part instanceof EntryLabel.Attribute attribute) {
          checkAttribute(attribute, entry);
        }
      }
    }
  }

  private void checkAttribute(EntryLabel.Attribute attribute, EntryPoint entry) {
    String annotation = attribute.annotation().or(entry::annotation).orElse("");
    List<ClassFile> versions = annotationsOf(annotation);
    for (String name : attribute.attributes()) {
      if (versions.stream().noneMatch(version -> version.hasMethod(name))) {
        problems.add("no attribute " + name + " of " + annotation);
      }
    }
  }
}
