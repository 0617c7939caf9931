package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.facts.CalledByName;
import dev.perflint.settings.OtherTexts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of methods that stand where no call does: in pages, in wiring, for reflection. */
final class CalledNames {
  private final Set<String> inCode = new HashSet<>();
  private final OtherTexts texts;

  CalledNames(List<FileAnalysis> files, OtherTexts texts) {
    this.texts = texts;
    for (FileAnalysis file : files) {
      if (!file.isTest()) {
        file.says().keySet().forEach(said -> CalledByName.method(said).ifPresent(inCode::add));
      }
    }
  }

  /** Whether something may call methods of that name, or the property that they are. */
  boolean has(String name) {
    return hasInCode(name) || isProperty(name);
  }

  /** Whether something may call methods of just that name. */
  boolean hasInCode(String name) {
    return inCode.contains(name) || texts.name(name);
  }

  /** Whether a file that is no Java names a type, and so may hand out all that it has. */
  boolean wires(String type) {
    return texts.name(type.substring(type.lastIndexOf('.') + 1));
  }

  private boolean isProperty(String name) {
    String rest =
        name.startsWith("is") ? name.substring(2) : name.substring(Math.min(3, name.length()));
    boolean accessor = name.startsWith("is") || name.startsWith("get") || name.startsWith("set");
    return accessor
        && !rest.isEmpty()
        && texts.name(rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
  }
}
