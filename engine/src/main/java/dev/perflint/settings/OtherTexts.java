package dev.perflint.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a project say that are no Java: pages, wiring, other languages. They are read
 * when something is asked of them, and only for their words: whatever names a thing may use it.
 */
public final class OtherTexts {
  /** Of a project that has nothing but Java. */
  public static final OtherTexts NONE = new OtherTexts(Set.of(), into -> {});

  private static final long LARGEST = 2_000_000;

  private final Set<String> files;
  private final Consumer<Consumer<String>> reader;
  private @Nullable Set<String> words;

  private OtherTexts(Set<String> files, Consumer<Consumer<String>> reader) {
    this.files = Set.copyOf(files);
    this.reader = reader;
  }

  /** Of files; what is too large or cannot be read says nothing. */
  public static OtherTexts of(List<Path> files) {
    Set<String> names = new HashSet<>();
    files.forEach(file -> names.add(file.getFileName().toString()));
    return new OtherTexts(names, into -> files.forEach(file -> read(file, into)));
  }

  /** The same of texts, by path. */
  public static OtherTexts of(Map<String, String> texts) {
    Set<String> names = new HashSet<>();
    texts.keySet().forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
    Collection<String> all = Map.copyOf(texts).values();
    return new OtherTexts(names, all::forEach);
  }

  private static void read(Path file, Consumer<String> into) {
    try {
      if (Files.size(file) <= LARGEST) {
        into.accept(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // One text less that names something.
    }
  }

  /** Whether some file has that name, without folders. */
  public boolean hasFile(String name) {
    return files.contains(name);
  }

  /** Whether some file has that word, a name as Java writes one. */
  public synchronized boolean name(String word) {
    if (words == null) {
      Set<String> found = new HashSet<>();
      reader.accept(text -> addWords(text, found));
      words = found;
    }
    return words.contains(word);
  }

  private static void addWords(String text, Set<String> into) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !Character.isJavaIdentifierPart(text.charAt(at))) {
        if (at > start) {
          into.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
  }
}
