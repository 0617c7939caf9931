package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places of one file that read or write a field, by its {@link FieldKeys key}. */
final class FieldUses {
  private FieldUses() {}

  /** Every expression that reads the field. */
  static List<Expression> reads(String key, FileContext file) {
    return named(key, file).stream().filter(use -> !Variable.isTarget(use)).toList();
  }

  /** What is assigned to the field outside of its declaration. */
  static List<Expression> written(String key, FileContext file) {
    List<Expression> values = new ArrayList<>();
    for (Expression use : named(key, file)) {
      if (Variable.isTarget(use)) {
        values.add(((AssignExpr) use.getParentNode().orElseThrow()).getValue());
      }
    }
    return values;
  }

  private static List<Expression> named(String key, FileContext file) {
    String name = FieldKeys.field(key);
    List<Expression> found = new ArrayList<>();
    for (Expression use : NameIndex.of(file).uses(name)) {
      if (FieldKeys.of(use, nearest(use, file), file).filter(key::equals).isPresent()) {
        found.add(use);
      }
    }
    return found;
  }

  /** The declaration of the field in a type around; empty for one that is inherited or foreign. */
  static Optional<FieldDeclaration> declaration(String key, Frame frame, FileContext file) {
    for (Frame type : frame.types()) {
      if (FieldKeys.types(key).contains(file.names().qualifiedName(type))) {
        return FieldKeys.declaration(type.node(), FieldKeys.field(key));
      }
    }
    return Optional.empty();
  }

  /** The indexed site at or around a node. */
  static Site nearest(Node node, FileContext file) {
    Node at = node;
    while (at != null && !(at instanceof TypeDeclaration<?>)) {
      Optional<Site> site = file.unit().sites().at(at);
      if (site.isPresent()) {
        return site.get();
      }
      at = at.getParentNode().orElse(null);
    }
    return file.unit().sites().at(at == null ? node : at).orElseThrow();
  }

  /** All that a field is ever set to in its file, where it is declared too; by its key. */
  static List<Expression> values(String key, FieldDeclaration field, FileContext file) {
    List<Expression> values = new ArrayList<>(written(key, file));
    for (VariableDeclarator variable : field.getVariables()) {
      if (variable.getNameAsString().equals(FieldKeys.field(key))) {
        variable.getInitializer().ifPresent(values::add);
      }
    }
    return values;
  }
}
