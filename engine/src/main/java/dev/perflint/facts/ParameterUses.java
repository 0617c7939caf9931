package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the methods of a file decide by a parameter, and which parameters they assign something to,
 * found in one pass over the names of the file. Most uses do neither, and are left at once.
 */
final class ParameterUses {
  /**
   * Nodes around a name that are looked at; a condition of generated code has thousands of terms.
   */
  private static final int MOST = 60;

  private final Map<Node, Set<Node>> asking = new IdentityHashMap<>();
  private final Map<Node, Set<String>> changed = new IdentityHashMap<>();

  ParameterUses(FileContext file) {
    for (Expression use : file.unit().sites().names()) {
      if (use instanceof NameExpr name) {
        add(name);
      }
    }
  }

  private void add(NameExpr use) {
    boolean changes = isChanged(use);
    List<Node> deciding = deciding(use);
    if (!changes && deciding.isEmpty()) {
      return;
    }
    CallableDeclaration<?> member = memberAround(use);
    if (member == null || !declares(member, use.getNameAsString())) {
      return;
    }
    if (changes) {
      changed.computeIfAbsent(member, m -> new HashSet<>(2)).add(use.getNameAsString());
    }
    if (!deciding.isEmpty()) {
      asking
          .computeIfAbsent(member, m -> Collections.newSetFromMap(new IdentityHashMap<>()))
          .addAll(deciding);
    }
  }

  /** What decides by a parameter; not what the methods of classes within have. */
  Set<Node> asking(Node member) {
    return asking.getOrDefault(member, Set.of());
  }

  /** The names of the parameters that something is assigned to. */
  Set<String> changed(Node member) {
    return changed.getOrDefault(member, Set.of());
  }

  private static boolean isChanged(NameExpr use) {
    return use.getParentNode().orElse(null) instanceof UnaryExpr step && LoopFlow.isStep(step)
        || Variable.isTarget(use);
  }

  /** What decides by the statement's part that a name stands in; of a choice, its entries. */
  private static List<Node> deciding(NameExpr use) {
    List<Node> found = List.of();
    Node at = use;
    Node parent = at.getParentNode().orElse(null);
    for (int i = 0; i < MOST && parent != null; i++) {
      boolean chooses = parent instanceof SwitchNode choice && choice.getSelector() == at;
      if (chooses || decides(parent, at)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.addAll(chooses ? ((SwitchNode) parent).getEntries() : List.of(parent));
      }
      at = parent;
      parent = at instanceof Statement ? null : at.getParentNode().orElse(null);
    }
    return found;
  }

  private static boolean decides(Node node, Node part) {
    return node instanceof IfStmt choice && choice.getCondition() == part
        || node instanceof ConditionalExpr test && test.getCondition() == part
        || node instanceof BinaryExpr both
            && ConditionTests.isJunction(both)
            && both.getLeft() == part
        || node instanceof WhileStmt loop && loop.getCondition() == part
        || node instanceof ForEachStmt loop && loop.getIterable() == part
        || node instanceof MethodCallExpr call && call.getScope().orElse(null) == part;
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
