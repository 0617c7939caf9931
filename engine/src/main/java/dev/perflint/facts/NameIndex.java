package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each name stands in a file, alone or behind a dot, for all who look for the uses of a
 * field.
 */
public final class NameIndex {
  private final Map<String, List<Expression>> byName = new HashMap<>();

  private NameIndex(FileContext file) {
    for (Expression use : file.unit().sites().names()) {
      String name =
          use instanceof NameExpr simple
              ? simple.getNameAsString()
              : ((FieldAccessExpr) use).getNameAsString();
      byName.computeIfAbsent(name, n -> new ArrayList<>(2)).add(use);
    }
  }

  /** The one of this file. */
  public static NameIndex of(FileContext file) {
    return file.once(NameIndex.class, NameIndex::new);
  }

  /** {@code name} and {@code x.name}, in the order of the text. */
  public List<Expression> uses(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
