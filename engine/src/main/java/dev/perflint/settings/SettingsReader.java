package dev.perflint.settings;

import dev.perflint.source.CommentSuppressions;
import dev.perflint.source.SettingsKind;
import dev.perflint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one configuration file; nothing in it is evaluated, placeholders stay as they are. */
public final class SettingsReader {
  private static final long LARGEST = 1_000_000;

  /** What says of a document for which profile it is. */
  private static final Set<String> FOR_PROFILE =
      Set.of("spring.config.activate.onprofile", "spring.profiles");

  private final String path;
  private final SettingsKind kind;
  private final List<Setting> settings = new ArrayList<>();
  private final List<Setting> blocks = new ArrayList<>();
  private Optional<Element> root = Optional.empty();
  private boolean complete = true;

  private SettingsReader(String path) {
    this.path = path;
    this.kind =
        SettingsKind.of(path.substring(path.lastIndexOf('/') + 1)).orElse(SettingsKind.APPLICATION);
  }

  /** What a file sets; one that cannot be read or understood is incomplete, never an error. */
  public static FileSettings read(SourceFile file) {
    try {
      if (Files.size(file.path()) <= LARGEST) {
        byte[] bytes = Files.readAllBytes(file.path());
        return read(file.reportPath(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // As good as too large.
    }
    return FileSettings.unread(file.reportPath(), new SettingsReader(file.reportPath()).kind);
  }

  /** The same of a text. */
  public static FileSettings read(String path, String text) {
    SettingsReader reader = new SettingsReader(path);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    CommentSuppressions.Syntax comments = reader.add(plain);
    return new FileSettings(
        path,
        reader.kind,
        plain,
        reader.settings,
        reader.blocks,
        reader.root,
        CommentSuppressions.read(plain, comments),
        reader.complete);
  }

  private CommentSuppressions.Syntax add(String text) {
    if (path.endsWith(".xml")) {
      root = XmlText.read(text);
      complete = root.isPresent();
      root.ifPresent(this::addProperties);
      return CommentSuppressions.Syntax.XML;
    }
    if (kind == SettingsKind.IMAGE) {
      settings.addAll(ImageText.read(text));
      return CommentSuppressions.Syntax.LINE;
    }
    if (path.endsWith(".properties")) {
      addDocuments(text);
      return CommentSuppressions.Syntax.LINE;
    }
    addYaml(text);
    return CommentSuppressions.Syntax.REST_OF_LINE;
  }

  /** The properties of a persistence unit: {@code <property name="..." value="..."/>}. */
  private void addProperties(Element file) {
    if (kind == SettingsKind.PERSISTENCE) {
      file.all()
          .filter(element -> element.name().equals("property"))
          .forEach(
              property -> {
                String name = property.attribute("name");
                String given = property.attribute("value");
                settings.add(
                    new Setting(
                        PropertyKeys.relaxed(name),
                        name,
                        given.isEmpty() ? property.text() : given,
                        property.region(),
                        ""));
              });
    }
  }

  private void addDocuments(String text) {
    try {
      for (List<Setting> document : PropertiesText.read(text)) {
        String profile = profileOf(document);
        document.forEach(setting -> settings.add(setting.in(profile)));
      }
    } catch (IllegalArgumentException e) {
      complete = false;
    }
  }

  private void addYaml(String text) {
    try {
      for (YamlText.Document document : YamlText.read(text)) {
        String profile = profileOf(document.settings());
        document.settings().forEach(setting -> settings.add(setting.in(profile)));
        document.blocks().forEach(block -> blocks.add(block.in(profile)));
      }
    } catch (YAMLException e) {
      complete = false;
    }
  }

  private static String profileOf(List<Setting> document) {
    return document.stream()
        .filter(setting -> FOR_PROFILE.contains(setting.key()))
        .map(Setting::value)
        .findFirst()
        .orElse("");
  }
}
