package dev.perflint.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a project say that are no Java: pages, wiring, other languages. They are read
 * when something is asked of them, and only for their words: whatever names a thing may use it.
 */
public final class OtherTexts {
  /** Of a project that has nothing but Java. */
  public static final OtherTexts NONE = new OtherTexts(Set.of(), into -> {});

  private static final long LARGEST = 2_000_000;
  private static final Pattern SETTINGS = Pattern.compile("\\.(?:properties|ya?ml)$");

  private final Set<String> files;
  private final Consumer<BiConsumer<String, String>> reader;

  /** With whether one stands in more than settings. */
  private @Nullable Map<String, Boolean> words;

  private OtherTexts(Set<String> files, Consumer<BiConsumer<String, String>> reader) {
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
    return new OtherTexts(names, Map.copyOf(texts)::forEach);
  }

  private static void read(Path file, BiConsumer<String, String> into) {
    try {
      if (Files.size(file) <= LARGEST) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        into.accept(file.getFileName().toString(), text);
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
  public boolean name(String word) {
    return words().containsKey(word);
  }

  /** Whether one has it that may call methods: keys and values of settings are none of those. */
  public boolean mayCall(String word) {
    return words().getOrDefault(word, false);
  }

  private synchronized Map<String, Boolean> words() {
    if (words == null) {
      Map<String, Boolean> found = new HashMap<>();
      reader.accept((name, text) -> addWords(text, !SETTINGS.matcher(name).find(), found));
      words = found;
    }
    return words;
  }

  private static void addWords(String text, boolean mayCall, Map<String, Boolean> into) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !Character.isJavaIdentifierPart(text.charAt(at))) {
        if (at > start) {
          into.merge(text.substring(start, at), mayCall, Boolean::logicalOr);
        }
        start = at + 1;
      }
    }
  }
}
