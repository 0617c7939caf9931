package dev.perflint.deploy;

import dev.perflint.model.Region;
import dev.perflint.settings.Element;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.Setting;

/**
 * A place in a configuration file that a rule looks at.
 *
 * @param name what stands there: a key, an element, an instruction
 * @param value of it; {@code ""} when it has none of its own
 */
public record Spot(
    Application application, FileSettings file, Region region, String name, String value) {
  static Spot of(Application application, FileSettings file, Setting setting) {
    return new Spot(application, file, setting.region(), setting.name(), setting.value());
  }

  /** At the start tag of an element. */
  public static Spot of(Application application, FileSettings file, Element element, String value) {
    return new Spot(application, file, element.region(), element.name(), value);
  }

  /** The name of the file, without folders. */
  public String fileName() {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
