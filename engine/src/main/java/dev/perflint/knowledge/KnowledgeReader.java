package dev.perflint.knowledge;

import dev.perflint.model.Cost;
import dev.perflint.model.Risk;
import dev.perflint.words.Nearest;
import dev.perflint.yaml.Yaml;
import dev.perflint.yaml.YamlException;
import dev.perflint.yaml.YamlNode.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one knowledge file; each complaint names file, line and key. */
public final class KnowledgeReader {
  private static final List<String> LIBRARY_KEYS =
      List.of(
          "library", "artifacts", "members", "types", "annotations", "properties", "entry-points");
  private static final List<String> MEMBER_KEYS =
      List.of(
          "role",
          "kind",
          "calls",
          "cost",
          "risk",
          "thread-safe",
          "makes",
          "built-by",
          "each",
          "instead",
          "evidence",
          "versions");
  private static final List<String> PROPERTY_KEYS = List.of("role", "keys");
  private static final List<String> NAME_KEYS = List.of("role", "names");
  private static final List<String> ENTRY_KEYS =
      List.of("kind", "annotation", "supertype", "methods", "takes", "label", "virtual-if");

  private KnowledgeReader() {}

  /**
   * @param file for messages
   * @throws YamlException when the text is not a knowledge file
   */
  public static Library read(String file, String text) {
    return library(Yaml.read(file, text));
  }

  /** The same, from a part of a larger file. */
  public static Library library(Keys keys) {
    keys.allow(LIBRARY_KEYS);
    String name = keys.required("library");
    List<KnownMember> members = new ArrayList<>();
    for (Keys entry : keys.mappings("members")) {
      addMembers(entry, name, members);
    }
    return new Library(
        name,
        keys.texts("artifacts"),
        members,
        namesByRole(keys.mappings("types")),
        namesByRole(keys.mappings("annotations")),
        propertiesByRole(keys.mappings("properties")),
        keys.mappings("entry-points").stream().map(entry -> entryPoint(entry, name)).toList());
  }

  private static void addMembers(Keys entry, String library, List<KnownMember> members) {
    entry.allow(MEMBER_KEYS);
    String role = role(entry);
    Optional<Cost> cost = entry.text("cost").map(text -> parsed(entry, "cost", text, Cost::parse));
    Optional<Risk> risk = entry.text("risk").map(text -> risk(entry, text));
    boolean threadSafe = entry.text("thread-safe").map(text -> truth(entry, text)).orElse(false);
    Optional<String> makes = entry.text("makes").map(text -> typeName(entry, "makes", text));
    Optional<String> builtBy = entry.text("built-by");
    String kind = entry.text("kind").orElse("");
    Optional<String> each = entry.text("each");
    Optional<String> instead = entry.text("instead");
    Optional<String> evidence = entry.text("evidence");
    VersionRange versions =
        entry
            .text("versions")
            .map(text -> parsed(entry, "versions", text, VersionRange::parse))
            .orElse(VersionRange.ANY);
    List<String> calls = entry.texts("calls");
    if (calls.isEmpty()) {
      throw entry.problem("`calls` is missing");
    }
    for (String call : calls) {
      MemberPattern member = parsed(entry, "calls", call, MemberPattern::parse);
      members.add(
          new KnownMember(
              role,
              kind,
              member,
              cost,
              risk,
              threadSafe,
              makes,
              builtBy,
              each,
              instead,
              evidence,
              versions,
              library));
    }
  }

  private static Map<String, List<String>> namesByRole(List<Keys> entries) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Keys entry : entries) {
      entry.allow(NAME_KEYS);
      List<String> ofRole = names.computeIfAbsent(role(entry), role -> new ArrayList<>());
      for (String name : entry.texts("names")) {
        ofRole.add(typeName(entry, "names", name));
      }
      if (ofRole.isEmpty()) {
        throw entry.problem("`names` is missing");
      }
    }
    return Collections.unmodifiableMap(names);
  }

  private static Map<String, List<String>> propertiesByRole(List<Keys> entries) {
    Map<String, List<String>> properties = new LinkedHashMap<>();
    for (Keys entry : entries) {
      entry.allow(PROPERTY_KEYS);
      List<String> keys = entry.texts("keys");
      if (keys.isEmpty()) {
        throw entry.problem("`keys` is missing");
      }
      properties.computeIfAbsent(role(entry), role -> new ArrayList<>()).addAll(keys);
    }
    return Collections.unmodifiableMap(properties);
  }

  private static EntryPoint entryPoint(Keys entry, String library) {
    entry.allow(ENTRY_KEYS);
    String kind = entry.required("kind");
    Optional<String> annotation =
        entry.text("annotation").map(text -> typeName(entry, "annotation", text));
    Optional<String> supertype =
        entry.text("supertype").map(text -> typeName(entry, "supertype", text));
    if (annotation.isEmpty() && supertype.isEmpty()) {
      throw entry.problem("`annotation` or `supertype` is missing");
    }
    return new EntryPoint(
        EntryKind.of(kind).orElseThrow(() -> unknown(entry, "kind", kind, EntryKind.ids())),
        annotation,
        supertype,
        entry.texts("methods"),
        entry.texts("takes"),
        entry.text("label").map(text -> parsed(entry, "label", text, EntryLabel::parse)),
        entry.text("virtual-if"),
        library);
  }

  private static String role(Keys entry) {
    String id = entry.required("role");
    if (!Roles.ALL.contains(id)) {
      throw unknown(entry, "role", id, Roles.ALL.stream().sorted().toList());
    }
    return id;
  }

  private static Risk risk(Keys entry, String id) {
    return Arrays.stream(Risk.values())
        .filter(risk -> risk.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> unknown(entry, "risk", id, Arrays.stream(Risk.values()).map(Risk::id).toList()));
  }

  private static boolean truth(Keys entry, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw entry.problem("thread-safe", "wants true or false, not \"" + text + "\"");
    };
  }

  private static String typeName(Keys entry, String key, String name) {
    if (!MemberPattern.isQualified(name)) {
      throw entry.problem(key, "wants a qualified type name, not \"" + name + "\"");
    }
    return name;
  }

  private static <T> T parsed(Keys entry, String key, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw entry.problem(key, String.valueOf(e.getMessage()));
    }
  }

  private static YamlException unknown(Keys entry, String key, String word, List<String> known) {
    String near = Nearest.hint(word, known);
    String end = near.isEmpty() ? "; one of " + String.join(", ", known) : near;
    return entry.problem(key, "unknown \"" + word + "\"" + end);
  }
}
