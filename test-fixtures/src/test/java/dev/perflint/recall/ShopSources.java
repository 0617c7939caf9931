package dev.perflint.recall;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** What the scan reads: the shop's sources and configuration. */
final class ShopSources {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

  private ShopSources() {}

  static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve("shop"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(SOURCES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
      texts.put("shop/application.properties", Files.readString(SETTINGS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static List<Marker> markers() {
    List<Marker> markers = new ArrayList<>();
    texts().forEach((file, text) -> markers.addAll(markers(file, text)));
    return markers;
  }

  private static List<Marker> markers(String file, String text) {
    List<Marker> markers = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = Marker.PATTERN.matcher(lines.get(i));
      if (matcher.find()) {
        Marker.Kind kind = Marker.Kind.of(matcher.group(1));
        String why = matcher.group(2) == null ? "" : matcher.group(2).strip();
        if (why.isEmpty() != (kind == Marker.Kind.FOUND)) {
          throw new AssertionError(
              file + ":" + (i + 1) + ": " + kind + " because of \"" + why + '"');
        }
        markers.add(new Marker(file, i + 1, kind, method(file, text, i + 1), why));
      }
    }
    return markers;
  }

  private static String method(String file, String text, int line) {
    ParserConfiguration level =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    CompilationUnit unit = new JavaParser(level).parse(text).getResult().orElseThrow();
    String name = Path.of(file).getFileName().toString();
    return unit.findAll(MethodDeclaration.class).stream()
        .filter(method -> method.getBegin().orElseThrow().line <= line)
        .filter(method -> method.getEnd().orElseThrow().line >= line)
        .map(method -> RoundTrips.key(name, method.getNameAsString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + ":" + line + " is in no method"));
  }
}
