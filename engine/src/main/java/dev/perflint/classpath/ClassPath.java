package dev.perflint.classpath;

import dev.perflint.types.ApiType;
import dev.perflint.types.TypeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of jars and of folders of class files, read when they are asked for. An entry that is
 * missing or broken takes nothing but certainty away. Safe for use by several threads until it is
 * closed.
 */
public final class ClassPath implements TypeTable, AutoCloseable {
  /** Where class files are, by package. */
  private final Map<String, List<ClassFolder>> byPackage = new HashMap<>();

  private final List<ClassFolder> opened = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();
  private final Map<String, Optional<ApiType>> found = new ConcurrentHashMap<>();

  private ClassPath() {}

  /**
   * Opens what can be opened.
   *
   * @param entries jars and folders; of types with the same name the first one counts
   */
  public static ClassPath open(List<Path> entries) {
    ClassPath path = new ClassPath();
    for (Path entry : entries) {
      path.add(entry);
    }
    return path;
  }

  private void add(Path entry) {
    try {
      ClassFolder folder =
          Files.isDirectory(entry) ? ClassFolder.ofFolder(entry) : ClassFolder.ofJar(entry);
      opened.add(folder);
      for (String name : folder.packages()) {
        byPackage.computeIfAbsent(name, n -> new ArrayList<>(1)).add(folder);
      }
    } catch (IOException e) {
      unreadable.add(entry);
    }
  }

  /** The entries that are missing, or are neither jars nor folders, in the order given. */
  public List<Path> unreadable() {
    return List.copyOf(unreadable);
  }

  /** {@inheritDoc} A class file that cannot be read declares nothing. */
  @Override
  public Optional<ApiType> find(String qualifiedName) {
    if (byPackage.isEmpty()) {
      return Optional.empty();
    }
    Optional<ApiType> known = found.get(qualifiedName);
    return known != null ? known : found.computeIfAbsent(qualifiedName, this::look);
  }

  /** Dots also divide nested types, so that the longest package comes first. */
  private Optional<ApiType> look(String qualifiedName) {
    for (int dot = qualifiedName.lastIndexOf('.');
        dot > 0;
        dot = qualifiedName.lastIndexOf('.', dot - 1)) {
      String in = qualifiedName.substring(0, dot);
      for (ClassFolder folder : byPackage.getOrDefault(in, List.of())) {
        String file = qualifiedName.substring(dot + 1).replace('.', '$');
        Optional<ApiType> type = folder.bytes(in, file).flatMap(ClassFileTypes::read);
        if (type.isPresent()) {
          return type;
        }
      }
    }
    return Optional.empty();
  }

  /** The packages of which there are class files. */
  Set<String> packages() {
    return Set.copyOf(byPackage.keySet());
  }

  @Override
  public void close() {
    opened.forEach(ClassFolder::close);
  }
}
