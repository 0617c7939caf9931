package dev.perflint.cli;

import dev.perflint.model.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Short pieces of code that rules find, from resources beside the rules. */
final class RuleExamples {
  private RuleExamples() {}

  /** The lines of {@code dev/perflint/examples/<rule-id>.txt}; empty when there is no such file. */
  static Optional<String> of(RuleId rule) {
    String name = "/dev/perflint/examples/" + rule.value() + ".txt";
    try (InputStream in = RuleExamples.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
