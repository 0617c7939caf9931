package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.StringJoiner;

/** How members are named in ids and messages. */
public final class MemberNames {
  public static final String CONSTRUCTOR = "<init>";
  public static final String STATIC_INITIALIZER = "<clinit>";

  private MemberNames() {}

  /**
   * {@code quote(String,int)}: name and erased simple parameter types, which tell overloads of one
   * type apart.
   */
  public static String signature(Node member) {
    if (member instanceof CallableDeclaration<?> callable) {
      StringJoiner parameters = new StringJoiner(",", "(", ")");
      for (Parameter parameter : callable.getParameters()) {
        parameters.add(erased(parameter.getType()) + (parameter.isVarArgs() ? "..." : ""));
      }
      return name(callable) + parameters;
    }
    return name(member) + "()";
  }

  /** The simple name under which calls find the member. */
  public static String name(Node member) {
    if (member instanceof ConstructorDeclaration
        || member instanceof CompactConstructorDeclaration) {
      return CONSTRUCTOR;
    }
    if (member instanceof CallableDeclaration<?> callable) {
      return callable.getNameAsString();
    }
    boolean isStatic =
        member instanceof FieldDeclaration field && field.isStatic()
            || member instanceof InitializerDeclaration block && block.isStatic();
    return isStatic ? STATIC_INITIALIZER : CONSTRUCTOR;
  }

  private static String erased(Type type) {
    return type instanceof ClassOrInterfaceType named ? named.getNameAsString() : type.asString();
  }
}
