package dev.perflint.fix;

import com.github.javaparser.ast.ImportDeclaration;
import dev.perflint.model.TextEdit;
import dev.perflint.source.Frame;
import dev.perflint.source.SourceUnit;
import dev.perflint.types.TypeNames;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;

/** How a file can name a type: with what it imports, with one more import, or qualified. */
final class Imports {
  /**
   * @param text how to write the type
   * @param edit the import that this needs
   */
  record Naming(String text, Optional<TextEdit> edit) {}

  private Imports() {}

  static Naming of(String qualified, SourceUnit unit, TypeNames names, Frame frame) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    TypeRef meant = names.resolveSimple(simple, frame);
    if (meant instanceof TypeRef.Named named) {
      return new Naming(named.name().equals(qualified) ? simple : qualified, Optional.empty());
    }
    String inPackage = names.packageName().isEmpty() ? simple : names.packageName() + "." + simple;
    if (meant instanceof TypeRef.OneOf oneOf) {
      if (oneOf.names().contains(qualified) && oneOf.names().size() == 2) {
        // Only the package could hide the class of the star import, and only with a class of that
        // very name.
        return new Naming(
            oneOf.names().get(0).equals(inPackage) ? simple : qualified, Optional.empty());
      }
      if (oneOf.names().size() > 1) {
        return new Naming(qualified, Optional.empty());
      }
    }
    return new Naming(simple, Optional.of(add(qualified, unit)));
  }

  private static TextEdit add(String qualified, SourceUnit unit) {
    String line = "import " + qualified + ";";
    String eol = LineEnds.of(unit.source().text());
    List<ImportDeclaration> plain =
        unit.tree().getImports().stream().filter(i -> !i.isStatic()).toList();
    for (ImportDeclaration other : plain) {
      if (other.getNameAsString().compareTo(qualified) > 0) {
        return Edits.insert(unit, unit.start(other), line + eol);
      }
    }
    if (!plain.isEmpty()) {
      return Edits.insert(unit, unit.end(plain.get(plain.size() - 1)), eol + line);
    }
    if (!unit.tree().getImports().isEmpty()) {
      ImportDeclaration last = unit.tree().getImports().get(unit.tree().getImports().size() - 1);
      return Edits.insert(unit, unit.end(last), eol + eol + line);
    }
    return unit.tree()
        .getPackageDeclaration()
        .map(declared -> Edits.insert(unit, unit.end(declared), eol + eol + line))
        .orElseGet(() -> Edits.insert(unit, 0, line + eol + eol));
  }
}
