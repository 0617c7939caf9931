package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.facts.CalledByName;
import dev.perflint.settings.OtherTexts;
import java.util.HashSet;
import java.util.List;
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

  /** Whether code calls methods of just that name, by reflection or in an annotation. */
  boolean hasInCode(String name) {
    return inCode.contains(name);
  }

  /** Whether a page, wiring or another language has that name, and so may call such methods. */
  boolean hasInText(String name) {
    return texts.mayCall(name);
  }

  /** Whether a file that is no Java names a type, and so may hand out all that it has. */
  boolean wires(String type) {
    return texts.name(type.substring(type.lastIndexOf('.') + 1));
  }
}
