package dev.perflint.tables;

import dev.perflint.types.ApiType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What {@code libraries.txt} lists, as it is in the jars of the class path. */
final class LibraryTables {
  private LibraryTables() {}

  /**
   * @param classPath jars separated as the system does
   * @return the types by package and name
   */
  static Map<String, Map<String, ApiType>> read(String classPath) {
    // The release decides which classes of a multi-release jar count, and must not be that of the
    // JDK at hand.
    List<String> options = List.of("--release", "17", "-classpath", classPath);
    return Javac.ask(
        options,
        javac -> {
          Map<String, Map<String, ApiType>> packages = new TreeMap<>();
          ElementReader reader = new ElementReader(javac, Ages.NONE);
          for (ListFile.Line line : ListFile.read("libraries.txt")) {
            String artifact = line.subject().substring(line.subject().indexOf(':') + 1);
            try (JarFile jar = jar(artifact, classPath)) {
              List<Element> roots = new ArrayList<>();
              for (String name : line.names()) {
                roots.addAll(roots(name, jar, javac.getElementUtils()));
              }
              add(reader, roots, javac, packages);
            } catch (IOException e) {
              throw new IllegalStateException(artifact, e);
            }
          }
          return packages;
        });
  }

  private static void add(
      ElementReader reader,
      List<Element> roots,
      ProcessingEnvironment javac,
      Map<String, Map<String, ApiType>> packages) {
    Elements elements = javac.getElementUtils();
    for (ApiType type : reader.read(roots).values()) {
      PackageElement itsPackage = elements.getPackageOf(elements.getTypeElement(type.name()));
      packages
          .computeIfAbsent(itsPackage.getQualifiedName().toString(), name -> new TreeMap<>())
          .put(type.name(), type);
    }
  }

  /** The named type, or those of a package or pattern that come from this jar. */
  private static List<? extends Element> roots(String name, JarFile jar, Elements elements) {
    TypeElement single = elements.getTypeElement(name);
    if (single != null) {
      return List.of(single);
    }
    boolean isPattern = name.indexOf('*') >= 0;
    String packageName = isPattern ? name.substring(0, name.lastIndexOf('.')) : name;
    Pattern wanted =
        Pattern.compile(isPattern ? name.replace(".", "\\.").replace("*", ".*") : ".*");
    PackageElement all = elements.getPackageElement(packageName);
    List<? extends Element> roots =
        all == null
            ? List.of()
            : all.getEnclosedElements().stream()
                .filter(type -> wanted.matcher(type.toString()).matches())
                .filter(type -> jar.getEntry(type.toString().replace('.', '/') + ".class") != null)
                .toList();
    if (roots.isEmpty()) {
      throw new IllegalStateException("no package or type " + name + " in " + jar.getName());
    }
    return roots;
  }

  private static JarFile jar(String artifact, String classPath) throws IOException {
    Pattern fileName = Pattern.compile(Pattern.quote(artifact) + "-\\d.*\\.jar");
    for (String entry : classPath.split(File.pathSeparator)) {
      if (fileName.matcher(Path.of(entry).getFileName().toString()).matches()) {
        return new JarFile(entry);
      }
    }
    throw new IllegalStateException("no jar of " + artifact + " on the class path");
  }
}
