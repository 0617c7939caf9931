package dev.perflint.yaml;

/** A YAML file says something that cannot be read or does not make sense; names the place. */
public class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public YamlException(YamlPlace place, String problem) {
    super(place + ": " + problem);
  }
}
