package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Site;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What the methods of this file that a call may mean do, by name: overloads all count. */
final class OwnMethods {
  private final FileContext file;

  OwnMethods(FileContext file) {
    this.file = file;
  }

  /** Whether a field's name stands in a method that these calls reach within the file. */
  boolean mention(String field, Collection<MethodCallExpr> calls) {
    Deque<String> open = new ArrayDeque<>();
    calls.forEach(call -> open.add(call.getNameAsString()));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!seen.add(name)) {
        continue;
      }
      for (Site site : file.unit().sites(MethodDeclaration.class)) {
        MethodDeclaration method = site.as(MethodDeclaration.class);
        if (method.getNameAsString().equals(name)) {
          if (method.findFirst(Node.class, node -> isMention(node, field)).isPresent()) {
            return true;
          }
          method.walk(MethodCallExpr.class, call -> open.add(call.getNameAsString()));
        }
      }
    }
    return false;
  }

  private static boolean isMention(Node node, String field) {
    return node instanceof NameExpr name && name.getNameAsString().equals(field)
        || node instanceof FieldAccessExpr access && access.getNameAsString().equals(field);
  }
}
