package dev.perflint.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a person calls an entry point, e.g. {@code "GET {class jakarta.ws.rs.Path}{method
 * jakarta.ws.rs.Path}"}.
 *
 * <p>Placeholders: {@code {value|path}} is the first attribute present of the entry's own
 * annotation; {@code {method pkg.Other value|path}} that of another annotation of the method,
 * {@code {class pkg.Other value|path}} of its class. Without attribute names: {@code value}.
 */
public record EntryLabel(List<Part> parts) {

  /** A piece of a label. */
  public sealed interface Part {}

  /** Stands as it is. */
  public record Words(String text) implements Part {}

  /**
   * Stands for an annotation attribute.
   *
   * @param annotation qualified; empty for the entry's own
   * @param attributes the first that is present counts
   */
  public record Attribute(Carrier carrier, Optional<String> annotation, List<String> attributes)
      implements Part {
    public Attribute {
      attributes = List.copyOf(attributes);
    }
  }

  /** What carries the annotation. */
  public enum Carrier {
    METHOD,
    CLASS
  }

  public EntryLabel {
    parts = List.copyOf(parts);
  }

  /**
   * @throws IllegalArgumentException when a brace or a name is not as it should be
   */
  public static EntryLabel parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int end = open < 0 ? text.length() : open;
      if (end > at) {
        parts.add(new Words(text.substring(at, end)));
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("no } after { in: " + text);
      }
      parts.add(attribute(text.substring(open + 1, close)));
      at = close + 1;
    }
    return new EntryLabel(parts);
  }

  private static Attribute attribute(String inside) {
    String[] words = inside.strip().split(" +");
    if (words.length == 1 && !words[0].isEmpty()) {
      return new Attribute(Carrier.METHOD, Optional.empty(), Arrays.asList(words[0].split("\\|")));
    }
    if (!words[0].equals("class") && !words[0].equals("method")) {
      throw new IllegalArgumentException(
          "not {attribute}, {class Annotation} or {method Annotation}: {" + inside + "}");
    }
    Carrier carrier = words[0].equals("class") ? Carrier.CLASS : Carrier.METHOD;
    if (words.length > 3 || !MemberPattern.isQualified(words[1])) {
      throw new IllegalArgumentException("wants a qualified annotation: {" + inside + "}");
    }
    String attributes = words.length == 3 ? words[2] : "value";
    return new Attribute(carrier, Optional.of(words[1]), Arrays.asList(attributes.split("\\|")));
  }

  /**
   * The label with its placeholders filled in. Path pieces that follow each other are joined by one
   * slash, whether they bring their own or not; what is empty leaves no trace.
   *
   * @param valueOf the attribute's text in the source, if it is there and constant
   */
  public String render(Function<Attribute, Optional<String>> valueOf) {
    StringBuilder text = new StringBuilder();
    boolean afterValue = false;
    for (Part part : parts) {
      if (part instanceof Words words) {
        text.append(words.text());
        afterValue = false;
      } else if (part instanceof Attribute attribute) {
        String value = valueOf.apply(attribute).orElse("");
        if (!value.isEmpty()) {
          append(text, value, afterValue);
          afterValue = true;
        }
      }
    }
    return text.toString().strip();
  }

  private static void append(StringBuilder text, String value, boolean afterValue) {
    if (!afterValue) {
      text.append(value);
      return;
    }
    while (text.charAt(text.length() - 1) == '/') {
      text.setLength(text.length() - 1);
    }
    text.append(value.startsWith("/") ? "" : "/").append(value);
  }
}
