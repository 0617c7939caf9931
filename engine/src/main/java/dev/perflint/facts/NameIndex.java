package dev.perflint.facts;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each name stands in a file, alone or behind a dot: one walk for all who look for the uses
 * of a field.
 */
public final class NameIndex {
  private final Map<String, List<Expression>> byName = new HashMap<>();

  private NameIndex(FileContext file) {
    for (TypeDeclaration<?> type : file.unit().tree().getTypes()) {
      type.walk(Expression.class, this::add);
    }
  }

  /** The one of this file. */
  public static NameIndex of(FileContext file) {
    return file.once(NameIndex.class, () -> new NameIndex(file));
  }

  private void add(Expression expression) {
    if (expression instanceof NameExpr simple) {
      add(simple.getNameAsString(), simple);
    } else if (expression instanceof FieldAccessExpr access) {
      add(access.getNameAsString(), access);
    }
  }

  private void add(String name, Expression use) {
    byName.computeIfAbsent(name, n -> new ArrayList<>(2)).add(use);
  }

  /** {@code name} and {@code x.name}, in the order of the text. */
  public List<Expression> uses(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
