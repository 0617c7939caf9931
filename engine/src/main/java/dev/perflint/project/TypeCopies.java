package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.settings.Modules;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Tells types of one qualified name apart that several build modules declare, as services do that
 * are never on one class path. A file means that of its own module, else the one that the module
 * depends on, else nobody knows which. The first by path keeps the name; where the build files say
 * nothing, all mean that one.
 */
final class TypeCopies {
  private static final char OF_MODULE = ':';

  private final Supplier<Modules> modules;

  /** By module, what its files mean by the names of such types. */
  private final Map<String, Renaming> byModule;

  private TypeCopies(Supplier<Modules> modules, Map<String, Renaming> byModule) {
    this.modules = modules;
    this.byModule = byModule;
  }

  /**
   * @param files sorted by path
   * @param modules asked only where some name is declared twice
   */
  static TypeCopies of(List<FileAnalysis> files, Supplier<Modules> modules) {
    Map<String, List<String>> paths = declaredTwice(files);
    if (paths.isEmpty()) {
      return new TypeCopies(modules, Map.of());
    }
    Map<String, Set<String>> owners = new TreeMap<>();
    paths.forEach(
        (type, declared) -> {
          // In the order of the paths: the first one keeps the name.
          Set<String> own = new LinkedHashSet<>();
          declared.forEach(path -> own.add(modules.get().of(path)));
          if (own.size() > 1) {
            owners.put(type, own);
          }
        });
    return new TypeCopies(modules, renamings(owners, files, modules.get()));
  }

  private static Map<String, List<String>> declaredTwice(List<FileAnalysis> files) {
    Map<String, String> first = new HashMap<>();
    Map<String, List<String>> twice = new HashMap<>();
    for (FileAnalysis file : files) {
      for (TypeFacts type : file.isTest() ? List.<TypeFacts>of() : file.types()) {
        String known = first.putIfAbsent(type.name(), file.path());
        if (known != null && !known.equals(file.path())) {
          twice.computeIfAbsent(type.name(), n -> new ArrayList<>(List.of(known))).add(file.path());
        }
      }
    }
    return twice;
  }

  private static Map<String, Renaming> renamings(
      Map<String, Set<String>> owners, List<FileAnalysis> files, Modules modules) {
    Map<String, Renaming> byModule = new HashMap<>();
    if (owners.isEmpty()) {
      return byModule;
    }
    Set<String> all = new TreeSet<>();
    files.forEach(file -> all.add(modules.of(file.path())));
    for (String module : all) {
      Set<String> needed = modules.needs(module);
      // What a folder around says for all of its modules.
      Set<String> around = new TreeSet<>();
      modules.around(module).forEach(folder -> around.addAll(modules.needs(folder)));
      Map<String, String> names = new HashMap<>();
      Set<String> open = new HashSet<>();
      owners.forEach(
          (type, own) -> {
            Set<String> meant = meant(module, own, List.of(needed, around));
            if (meant.size() > 1) {
              open.add(type);
            } else if (!meant.isEmpty()) {
              String owner = meant.iterator().next();
              if (!owner.equals(own.iterator().next())) {
                names.put(type, in(owner, type));
              }
            }
          });
      if (!names.isEmpty() || !open.isEmpty()) {
        byModule.put(module, new Renaming(names, open));
      }
    }
    return byModule;
  }

  /**
   * Of the modules that declare a type, those whose type the files of a module may mean.
   *
   * @param needed what the module depends on, the nearest first
   */
  private static Set<String> meant(String module, Set<String> owners, List<Set<String>> needed) {
    if (owners.contains(module)) {
      return Set.of(module);
    }
    for (Set<String> modules : needed) {
      Set<String> meant = new TreeSet<>(owners);
      meant.retainAll(modules);
      if (!meant.isEmpty()) {
        return meant;
      }
    }
    return Set.of();
  }

  private static String in(String module, String type) {
    return module.replaceAll("[^A-Za-z0-9/_-]", "_") + OF_MODULE + type;
  }

  /** The qualified name as the source has it. */
  static String plain(String name) {
    return name.substring(name.indexOf(OF_MODULE) + 1);
  }

  /** The files with the names that their modules have for types, in the same order. */
  List<FileAnalysis> apart(List<FileAnalysis> files) {
    return byModule.isEmpty()
        ? files
        : files.stream()
            .map(file -> renaming(file.path()).map(r -> r.in(file)).orElse(file))
            .toList();
  }

  /** What a file asks, with the names that its module has for types. */
  Truth apart(Truth asked, String path) {
    return renaming(path).map(renaming -> renaming.in(asked)).orElse(asked);
  }

  private Optional<Renaming> renaming(String path) {
    return byModule.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byModule.get(modules.get().of(path)));
  }
}
