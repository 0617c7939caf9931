package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import org.junit.jupiter.api.Test;

class DescendantsTest {
  private static final CompilationUnit TREE =
      StaticJavaParser.parse(
          """
          class A {
            int a = b + c;
            void m(int d) { for (int i = d; i < a; i++) { run(() -> d + i, new int[i]); } }
          }
          """);

  @Test
  void findsTheNodesOfAClassAsTheParsersOwnWalkDoes() {
    assertThat(Descendants.of(TREE, NameExpr.class)).isEqualTo(TREE.findAll(NameExpr.class));
    assertThat(Descendants.of(TREE, Expression.class)).isEqualTo(TREE.findAll(Expression.class));
    assertThat(Descendants.of(TREE, Node.class)).isEqualTo(TREE.findAll(Node.class));
  }

  @Test
  void beginsWithTheNodeItself() {
    Node root = TREE.getType(0);

    assertThat(Descendants.of(root, Node.class).get(0)).isSameAs(root);
  }
}
