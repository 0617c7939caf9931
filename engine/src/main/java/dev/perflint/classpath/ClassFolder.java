package dev.perflint.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** One entry of a class path. */
abstract class ClassFolder {
  private static final String SUFFIX = ".class";

  /** Larger than any class file may be in practice, and no burden on the heap. */
  private static final int MOST_BYTES = 16 << 20;

  private final Set<String> packages;

  private ClassFolder(Set<String> packages) {
    this.packages = Set.copyOf(packages);
  }

  /** With dots. */
  Set<String> packages() {
    return packages;
  }

  /**
   * A class file; empty when there is none that can be read.
   *
   * @param in the package, with dots
   * @param name of the file without its ending
   */
  Optional<byte[]> bytes(String in, String name) {
    try (@Nullable InputStream file = open(in.replace('.', '/') + "/" + name + SUFFIX)) {
      return file == null ? Optional.empty() : Optional.of(file.readNBytes(MOST_BYTES));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  abstract @Nullable InputStream open(String path) throws IOException;

  abstract void close();

  /**
   * @throws IOException when it is missing, or is no jar
   */
  static ClassFolder ofJar(Path jar) throws IOException {
    ZipFile zip = new ZipFile(jar.toFile());
    Set<String> packages = new HashSet<>();
    zip.stream().map(ZipEntry::getName).forEach(name -> addPackage(name, packages));
    return new ClassFolder(packages) {
      @Override
      @Nullable InputStream open(String path) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(path);
        return entry == null ? null : zip.getInputStream(entry);
      }

      @Override
      void close() {
        try {
          zip.close();
        } catch (IOException e) {
          // It was only read, and all that was wanted of it has been.
        }
      }
    };
  }

  /**
   * @throws IOException when it cannot be listed
   */
  static ClassFolder ofFolder(Path folder) throws IOException {
    Set<String> packages = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .forEach(name -> addPackage(name, packages));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new ClassFolder(packages) {
      @Override
      @Nullable InputStream open(String path) throws IOException {
        Path file = folder.resolve(path);
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
      }

      @Override
      void close() {}
    };
  }

  private static void addPackage(String name, Set<String> to) {
    int slash = name.lastIndexOf('/');
    if (slash > 0 && name.endsWith(SUFFIX) && !name.startsWith("META-INF/")) {
      to.add(name.substring(0, slash).replace('/', '.'));
    }
  }
}
