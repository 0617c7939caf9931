package dev.perflint.types;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One package's table: found by name at first use, and each type parsed when it is asked for. */
final class PackageFile {
  private final ClassLoader loader;
  private final String resource;

  /** The package's name and a dot; joined by concat, as + costs a start some milliseconds. */
  private final String prefix;

  private final Map<String, ApiType> parsed = new ConcurrentHashMap<>();

  /** Types without arguments, by their text in this file: the same few names fill most lines. */
  private final Map<String, TypeRef> plain = new ConcurrentHashMap<>();

  private volatile @Nullable Content content;

  PackageFile(ClassLoader loader, String resource, String packageName) {
    this.loader = loader;
    this.resource = resource;
    this.prefix = packageName.concat(".");
  }

  /** Finds a type by its name within the package, e.g. {@code Map.Entry}. */
  Optional<ApiType> find(String name) {
    ApiType known = parsed.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Content all = content();
    Integer start = all.starts.get(name);
    if (start == null) {
      return Optional.empty();
    }
    // Two threads may both parse a type; they get equal results, and one of them is kept.
    ApiType type = new TypeParser(this, all.block(start)).type();
    ApiType first = parsed.putIfAbsent(name, type);
    return Optional.of(first == null ? type : first);
  }

  Set<String> names() {
    return content().starts.keySet();
  }

  /** A type without arguments, written as in this file. */
  TypeRef plain(String text) {
    TypeRef known = plain.get(text);
    if (known == null) {
      known = TypeRef.named(qualified(text));
      plain.put(text, known);
    }
    return known;
  }

  /** The qualified name of a type that is written so in this file. */
  String qualified(String text) {
    if (!isCapital(text.charAt(0))) {
      return text;
    }
    int dot = text.indexOf('.');
    String outermost = dot < 0 ? text : text.substring(0, dot);
    return content().starts.containsKey(outermost) ? inPackage(text) : "java.lang.".concat(text);
  }

  String inPackage(String name) {
    return prefix.concat(name);
  }

  static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  @Override
  public String toString() {
    return resource;
  }

  private Content content() {
    Content known = content;
    if (known == null) {
      synchronized (this) {
        known = content;
        if (known == null) {
          known = Content.of(read());
          content = known;
        }
      }
    }
    return known;
  }

  private byte[] read() {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("listed, but missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The bytes of the file, and where the line of each type starts. */
  private record Content(byte[] bytes, Map<String, Integer> starts) {

    /** Looks at the starts of lines only; most of a file is never decoded. */
    static Content of(byte[] bytes) {
      Map<String, Integer> starts = new HashMap<>();
      for (int line = 0; line < bytes.length; line = nextLine(bytes, line)) {
        if (bytes[line] != ' ') {
          int end = line;
          while (end < bytes.length && bytes[end] != ' ' && bytes[end] != '<') {
            end++;
          }
          starts.put(new String(bytes, line, end - line, StandardCharsets.UTF_8), line);
        }
      }
      return new Content(bytes, starts);
    }

    String[] block(int start) {
      int end = nextLine(bytes, start);
      while (end < bytes.length && bytes[end] == ' ') {
        end = nextLine(bytes, end);
      }
      return new String(bytes, start, end - start, StandardCharsets.UTF_8).split("\n");
    }

    private static int nextLine(byte[] bytes, int from) {
      int at = from;
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      return Math.min(at + 1, bytes.length);
    }
  }
}
