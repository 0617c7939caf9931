package dev.perflint.knowledge;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.NotFoundException;

/**
 * The types of many jars, several versions of a library among them. Read from the class files, so
 * that nothing is loaded and what the jars themselves depend on may be missing.
 */
final class LibraryJars {
  private final Map<String, List<Path>> jarsByClass = new LinkedHashMap<>();
  private final Map<Path, ClassPool> pools = new LinkedHashMap<>();

  private LibraryJars() {}

  /**
   * @param jdk where the JDK's own types come from, for all jars
   */
  static LibraryJars in(Path folder, ClassPool jdk) throws IOException, NotFoundException {
    LibraryJars jars = new LibraryJars();
    ClassPool all = new ClassPool(jdk);
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(files::add);
    }
    Collections.sort(files);
    for (Path file : files) {
      all.appendClassPath(file.toString());
      ClassPool pool = new ClassPool(all);
      pool.childFirstLookup = true;
      pool.appendClassPath(file.toString());
      jars.pools.put(file, pool);
      jars.index(file);
    }
    return jars;
  }

  private void index(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(name -> jarsByClass.computeIfAbsent(name, any -> new ArrayList<>()).add(jar));
    }
  }

  /** The type as each jar that has it declares it, by jar; empty when none does. */
  Map<Path, CtClass> find(String type) {
    Map<Path, CtClass> found = new LinkedHashMap<>();
    for (String name : binaryNames(type)) {
      for (Path jar : jarsByClass.getOrDefault(name, List.of())) {
        found.put(jar, classOf(pools.get(jar), name));
      }
    }
    return found;
  }

  /** Whether the jar is a version of the artifact, {@code group:artifact}. */
  static boolean isOf(Path jar, String artifact) {
    String file = String.valueOf(jar.getFileName());
    String start = artifact.replace(':', '.') + "-";
    return file.startsWith(start) && Character.isDigit(file.charAt(start.length()));
  }

  /** {@code a.B.C} may be the type C of the package a.B or C within B. */
  static List<String> binaryNames(String type) {
    List<String> names = new ArrayList<>();
    names.add(type);
    String name = type;
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      names.add(name);
    }
    return names;
  }

  private static CtClass classOf(ClassPool pool, String name) {
    try {
      return pool.get(name);
    } catch (NotFoundException e) {
      throw new IllegalStateException(name + " was in the jar's index", e);
    }
  }
}
