package dev.perflint.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a type body declares, be it of a class, a record, an enum constant or an anonymous class.
 */
public final class TypeMembers {
  private TypeMembers() {}

  /** The members of the type whose body {@code node} has. */
  public static List<BodyDeclaration<?>> of(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      return type.getMembers();
    }
    if (node instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isPresent()) {
      return creation.getAnonymousClassBody().get();
    }
    if (node instanceof EnumConstantDeclaration constant) {
      return constant.getClassBody();
    }
    return List.of();
  }

  /** The components of a record; empty for other types. */
  public static List<Parameter> components(Node node) {
    return node instanceof RecordDeclaration record ? record.getParameters() : List.of();
  }

  /** The names of the methods that a type body declares. */
  static Set<String> methodNames(Node node) {
    Set<String> names = new HashSet<>();
    for (BodyDeclaration<?> member : of(node)) {
      if (member instanceof MethodDeclaration method) {
        names.add(method.getNameAsString());
      }
    }
    return names;
  }

  /** The written types of the fields and components that a type body declares. */
  static Map<String, Type> fieldTypes(Node node) {
    Map<String, Type> types = new HashMap<>();
    for (BodyDeclaration<?> member : of(node)) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          types.putIfAbsent(variable.getNameAsString(), variable.getType());
        }
      }
    }
    for (Parameter component : components(node)) {
      types.putIfAbsent(component.getNameAsString(), component.getType());
    }
    return types;
  }

  /**
   * The superclass of a class, the superinterfaces of an interface, the one supertype of an
   * anonymous class.
   */
  public static List<ClassOrInterfaceType> extended(Node node) {
    if (node instanceof ClassOrInterfaceDeclaration type) {
      return type.getExtendedTypes();
    }
    return node instanceof ObjectCreationExpr creation ? List.of(creation.getType()) : List.of();
  }

  /** All supertypes that are written. */
  public static List<ClassOrInterfaceType> supertypes(Node node) {
    if (node instanceof ClassOrInterfaceDeclaration type) {
      List<ClassOrInterfaceType> all = new ArrayList<>(type.getExtendedTypes());
      all.addAll(type.getImplementedTypes());
      return all;
    }
    if (node instanceof EnumDeclaration type) {
      return type.getImplementedTypes();
    }
    if (node instanceof RecordDeclaration type) {
      return type.getImplementedTypes();
    }
    return extended(node);
  }
}
