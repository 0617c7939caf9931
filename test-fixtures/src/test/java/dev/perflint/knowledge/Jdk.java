package dev.perflint.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javassist.ClassPath;
import javassist.ClassPool;
import javassist.NotFoundException;

/** The types of a JDK: of the one that runs, or of a newer one that is installed beside it. */
final class Jdk {
  private static final Pattern RELEASE = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private Jdk() {}

  static ClassPool running() {
    ClassPool pool = new ClassPool();
    pool.appendSystemPath();
    return pool;
  }

  /** Types of a JDK of at least that release; empty when there is none here. */
  static Optional<ClassPool> atLeast(int release) throws IOException {
    if (Runtime.version().feature() >= release) {
      return Optional.of(running());
    }
    Path home = Path.of(System.getProperty("java.home"));
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(home.resolveSibling("."))) {
      for (Path other : beside) {
        if (releaseOf(other) >= release) {
          return Optional.of(of(other));
        }
      }
    }
    return Optional.empty();
  }

  private static int releaseOf(Path home) throws IOException {
    Path file = home.resolve("release");
    if (!Files.isRegularFile(file) || !Files.isRegularFile(home.resolve("lib/jrt-fs.jar"))) {
      return 0;
    }
    Matcher matcher = RELEASE.matcher(Files.readString(file));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static ClassPool of(Path home) throws IOException {
    FileSystem image =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
    ClassPool pool = new ClassPool();
    pool.appendClassPath(new ImagePath(image));
    return pool;
  }

  /** Classes in the modules of a JDK's image. */
  private record ImagePath(FileSystem image) implements ClassPath {
    @Override
    public InputStream openClassfile(String name) throws NotFoundException {
      try {
        return Files.newInputStream(file(name).orElseThrow(() -> new NotFoundException(name)));
      } catch (IOException e) {
        throw new NotFoundException(name, e);
      }
    }

    @Override
    public URL find(String name) {
      return file(name).map(ImagePath::url).orElse(null);
    }

    private Optional<Path> file(String name) {
      String inside = name.replace('.', '/') + ".class";
      try (Stream<Path> modules = Files.list(image.getPath("/modules"))) {
        return modules.map(module -> module.resolve(inside)).filter(Files::exists).findFirst();
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private static URL url(Path file) {
      try {
        return file.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
