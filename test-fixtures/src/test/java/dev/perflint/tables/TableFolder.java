package dev.perflint.tables;

import dev.perflint.types.ApiType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of committed tables: text by file name. */
final class TableFolder {
  private TableFolder() {}

  /** What the folder should hold. */
  static Map<String, String> of(Map<String, Map<String, ApiType>> packages) {
    Map<String, String> files = new TreeMap<>();
    packages.forEach(
        (name, types) -> files.put(name + ".txt", TableWriter.text(name, types.values())));
    files.put("packages.txt", String.join("\n", packages.keySet()) + "\n");
    return files;
  }

  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(folder)) {
      files.put(file.getFileName().toString(), Files.readString(file));
    }
    return files;
  }

  /** Makes the folder hold these files and no others. */
  static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Path file : list(folder)) {
      Files.delete(file);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
