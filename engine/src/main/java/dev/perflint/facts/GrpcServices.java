package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;

/** Services of gRPC, whose base classes a build generates: they are seldom among the sources. */
public final class GrpcServices {
  private GrpcServices() {}

  /** Whether a type extends what has the name of such a base class. */
  public static boolean isNamed(Node type) {
    return type instanceof ClassOrInterfaceDeclaration declared
        && declared.getExtendedTypes().stream()
            .anyMatch(base -> base.getNameAsString().endsWith("ImplBase"));
  }
}
