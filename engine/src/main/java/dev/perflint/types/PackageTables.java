package dev.perflint.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The committed tables: one text file a package, read when the package is first asked for. Safe for
 * use by several threads.
 *
 * <p>Under each root, {@code packages.txt} lists the packages, and {@code java.util.txt} holds the
 * types of {@code java.util}: a line for each type, its members indented below it, everything
 * sorted.
 *
 * <pre>
 * Map&lt;K,V&gt; interface @8
 *   default V getOrDefault(Object,V)
 *   Set&lt;Map.Entry&lt;K,V&gt;&gt; entrySet()
 *   static &lt;K,V&gt; Map&lt;K,V&gt; of() @9
 * TreeMap&lt;K,V&gt; class : AbstractMap&lt;K,V&gt;,NavigableMap&lt;K,V&gt;,Cloneable,java.io.Serializable @8
 *   new(Comparator&lt;K&gt;)
 * </pre>
 *
 * <ul>
 *   <li>A bound follows its type parameter: {@code <T:Comparable<T>>}.
 *   <li>{@code @9} is the first JDK release with the type or member; a member without it is as old
 *       as its type, a type without it has no record of its age.
 *   <li>Members of interfaces are abstract unless they say {@code default} or {@code static}, those
 *       of classes say {@code abstract}; {@code new} is a constructor.
 *   <li>A name that starts with a capital is a type variable in scope, else a type of this file,
 *       else one of {@code java.lang}; other names are complete. So packages must start with a
 *       small letter and types with a capital, which the program that writes the tables checks.
 *   <li>Types that are not public stand here only as supertypes of public ones.
 * </ul>
 */
public final class PackageTables implements TypeTable {
  /** Where the tables lie: the JDK's beside the engine, the libraries' beside the rules. */
  private static final List<String> BUNDLED =
      List.of("dev/perflint/api/jdk", "dev/perflint/api/lib");

  private final Map<String, PackageFile> files = new HashMap<>();

  /** What was asked for: the same names come again in every file. */
  private final Map<String, Optional<ApiType>> found = new ConcurrentHashMap<>();

  /** The tables that come with perflint. */
  public static PackageTables ofBundled(ClassLoader loader) {
    return new PackageTables(loader, BUNDLED);
  }

  /**
   * @param loader whose resources hold the tables
   * @param roots resource folders without slashes at the ends, e.g. {@code dev/perflint/api/jdk};
   *     the first that lists a package wins
   * @throws IllegalArgumentException when a root has no {@code packages.txt}
   * @throws UncheckedIOException when it cannot be read
   */
  public PackageTables(ClassLoader loader, List<String> roots) {
    for (String root : roots) {
      // The first + of strings links its call site at run time: 9 ms of a start, which this avoids.
      String folder = root.concat("/");
      for (String name : packages(loader, folder.concat("packages.txt"))) {
        files.putIfAbsent(name, new PackageFile(loader, folder.concat(name).concat(".txt"), name));
      }
    }
  }

  private static String[] packages(ClassLoader loader, String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no API tables: " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException when the package's file cannot be read
   * @throws IllegalStateException when it is not in the format above
   */
  @Override
  public Optional<ApiType> find(String qualifiedName) {
    Optional<ApiType> known = found.get(qualifiedName);
    return known != null ? known : found.computeIfAbsent(qualifiedName, this::look);
  }

  private Optional<ApiType> look(String qualifiedName) {
    // Asked for every type of the scanned project too: one look-up must settle those.
    int start = startOfType(qualifiedName);
    if (start < 2) {
      return Optional.empty();
    }
    PackageFile file = files.get(qualifiedName.substring(0, start - 1));
    return file == null ? Optional.empty() : file.find(qualifiedName.substring(start));
  }

  /** The packages of which the tables hold types, sorted. */
  public Set<String> packages() {
    return new TreeSet<>(files.keySet());
  }

  /**
   * The qualified names of a package's types, sorted; none if the tables do not hold the package.
   */
  public Set<String> typesOf(String packageName) {
    PackageFile file = files.get(packageName);
    Set<String> names = new TreeSet<>();
    if (file != null) {
      file.names().forEach(name -> names.add(packageName + "." + name));
    }
    return names;
  }

  /** Where the first segment with a capital starts; -1 if there is none. */
  private static int startOfType(String name) {
    int segment = 0;
    while (segment < name.length() && !PackageFile.isCapital(name.charAt(segment))) {
      int dot = name.indexOf('.', segment);
      segment = dot < 0 ? name.length() : dot + 1;
    }
    return segment < name.length() ? segment : -1;
  }
}
