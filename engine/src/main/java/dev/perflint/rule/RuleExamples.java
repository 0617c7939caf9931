package dev.perflint.rule;

import dev.perflint.model.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Short pieces of code that rules find, from resources beside the rules. */
public final class RuleExamples {
  private RuleExamples() {}

  /** The lines of {@code dev/perflint/examples/<rule-id>.txt}; empty when there is no such file. */
  public static Optional<String> of(RuleId rule) {
    return text(rule.value() + ".txt");
  }

  /** What the same code looks like when it is mended; empty when nobody has written that down. */
  public static Optional<String> better(RuleId rule) {
    return text("better/" + rule.value() + ".txt");
  }

  private static Optional<String> text(String file) {
    String name = "/dev/perflint/examples/" + file;
    try (InputStream in = RuleExamples.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
