package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the methods of a file use their parameters, found in one pass over its names. */
final class ParameterUses {
  private final Map<Node, List<NameExpr>> byMember = new IdentityHashMap<>();

  ParameterUses(FileContext file) {
    for (Expression use : file.unit().sites().names()) {
      if (use instanceof NameExpr name) {
        CallableDeclaration<?> member = memberAround(name);
        if (member != null && declares(member, name.getNameAsString())) {
          byMember.computeIfAbsent(member, m -> new ArrayList<>(4)).add(name);
        }
      }
    }
  }

  /** In the order of the text; without those in the methods of classes within. */
  List<NameExpr> of(Node member) {
    return byMember.getOrDefault(member, List.of());
  }

  private static boolean declares(CallableDeclaration<?> member, String name) {
    for (Parameter parameter : member.getParameters()) {
      if (parameter.getNameAsString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable CallableDeclaration<?> memberAround(Node place) {
    Node at = place;
    while (at != null && !(at instanceof CallableDeclaration<?>)) {
      at = at.getParentNode().orElse(null);
    }
    return (CallableDeclaration<?>) at;
  }
}
