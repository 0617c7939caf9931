package dev.perflint.settings;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules of a project, by the folders that hold build files, and how they hang together. A
 * project without build files is one module.
 */
public final class Modules {
  private final TreeMap<String, Set<String>> usesByFolder = new TreeMap<>();
  private final Map<String, Set<String>> foldersByName = new HashMap<>();

  /**
   * @param files in any order
   */
  public Modules(Collection<BuildFile> files) {
    usesByFolder.put("", new TreeSet<>());
    for (BuildFile file : files) {
      String folder = file.folder();
      usesByFolder.computeIfAbsent(folder, f -> new TreeSet<>()).addAll(file.uses());
      name(folder.substring(folder.lastIndexOf('/') + 1), folder);
      name(file.artifact(), folder);
    }
  }

  private void name(String name, String folder) {
    if (!name.isEmpty()) {
      foldersByName.computeIfAbsent(name, n -> new TreeSet<>()).add(folder);
    }
  }

  /** The folder of the module that a file lies in. */
  public String of(String path) {
    String folder = path;
    while (!folder.isEmpty()) {
      folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
      if (usesByFolder.containsKey(folder)) {
        return folder;
      }
    }
    return "";
  }

  /**
   * The artifacts that a module depends on: its own, and what the folders around it say for all.
   */
  public Set<String> artifacts(String module) {
    Set<String> all = new TreeSet<>(usesByFolder.getOrDefault(module, Set.of()));
    for (String around : around(module)) {
      all.addAll(usesByFolder.getOrDefault(around, Set.of()));
    }
    return all;
  }

  /** The modules whose folders hold that of a module, the top too. */
  public List<String> around(String module) {
    return usesByFolder.keySet().stream()
        .filter(folder -> !folder.equals(module))
        .filter(folder -> folder.isEmpty() || module.startsWith(folder + "/"))
        .toList();
  }

  /** A module and all that it depends on, however far. */
  public Set<String> needs(String module) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        for (String use : usesByFolder.getOrDefault(next, Set.of())) {
          foldersByName.getOrDefault(use, Set.of()).forEach(open::push);
        }
      }
    }
    return found;
  }

  /** The modules that depend on a module, however far; not itself. */
  public Set<String> neededBy(String module) {
    Set<String> found = new TreeSet<>();
    for (String other : usesByFolder.keySet()) {
      if (!other.equals(module) && needs(other).contains(module)) {
        found.add(other);
      }
    }
    return found;
  }
}
