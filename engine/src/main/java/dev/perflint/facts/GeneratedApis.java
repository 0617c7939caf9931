package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Interfaces with the mappings of requests, which a build generates from an OpenAPI document: they
 * are seldom among the sources, and the classes that implement them have no mapping of their own.
 */
public final class GeneratedApis {
  private static final Pattern HANDLER = Pattern.compile(".+(?:Resource|Controller)(?:V\\d+)?");
  private static final Pattern API = Pattern.compile(".+Api(?:V\\d+|Delegate)?");
  private static final Set<String> OF_OBJECTS = Set.of("equals", "hashCode", "toString");

  private GeneratedApis() {}

  /** Whether a method that overrides another is a request's, by the names around it. */
  public static boolean areServedBy(MethodDeclaration method, Node type) {
    return type instanceof ClassOrInterfaceDeclaration declared
        && HANDLER.matcher(declared.getNameAsString()).matches()
        && declared.getImplementedTypes().stream()
            .map(ClassOrInterfaceType::getNameAsString)
            .anyMatch(name -> API.matcher(name).matches())
        && !OF_OBJECTS.contains(method.getNameAsString());
  }
}
