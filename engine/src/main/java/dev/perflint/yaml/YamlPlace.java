package dev.perflint.yaml;

/**
 * Where something stands in a YAML file.
 *
 * @param file as a person would name it
 * @param line 1-based
 * @param column 1-based
 */
public record YamlPlace(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
