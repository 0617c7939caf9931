package dev.perflint.tables;

import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Turns javac's types into type references of the tables. */
final class TypeRefs {
  private static final TypeRef OBJECT = TypeRef.named("java.lang.Object");
  private final Types types;

  /** Parameters whose bounds are being read. */
  private final Set<Element> opened = new HashSet<>();

  TypeRefs(Types types) {
    this.types = types;
  }

  /**
   * A type as it stands in a declaration.
   *
   * @param scopes the declarations whose type parameters stay variables; those of others, such as
   *     of the class around an inner class, become their erasure
   */
  TypeRef of(TypeMirror type, Element... scopes) {
    return ref(type, Set.of(scopes));
  }

  private TypeRef ref(TypeMirror type, Set<Element> scopes) {
    return switch (type.getKind()) {
      case DECLARED, ERROR -> declared((DeclaredType) type, scopes);
      case ARRAY -> new TypeRef.ArrayOf(ref(((ArrayType) type).getComponentType(), scopes));
      case TYPEVAR -> variable((TypeVariable) type, scopes);
      case WILDCARD -> wildcardBound((WildcardType) type, scopes);
      case INTERSECTION -> ref(firstTelling(((IntersectionType) type).getBounds()), scopes);
      default -> {
        if (!type.getKind().isPrimitive() && type.getKind() != TypeKind.VOID) {
          throw new IllegalStateException(type.getKind() + " " + type);
        }
        yield TypeRef.named(type.getKind().name().toLowerCase(Locale.ROOT));
      }
    };
  }

  private TypeRef declared(DeclaredType type, Set<Element> scopes) {
    TypeElement element = (TypeElement) type.asElement();
    List<TypeRef> arguments = new ArrayList<>();
    for (int i = 0; i < type.getTypeArguments().size(); i++) {
      TypeMirror argument = type.getTypeArguments().get(i);
      // A wildcard without bound is bounded by the parameter it stands for.
      boolean isOpen =
          argument instanceof WildcardType wildcard
              && wildcard.getExtendsBound() == null
              && wildcard.getSuperBound() == null;
      boolean isKnown = i < element.getTypeParameters().size();
      arguments.add(
          isOpen && isKnown ? open(element.getTypeParameters().get(i)) : ref(argument, scopes));
    }
    String name = element.getQualifiedName().toString();
    // A class that is on no class path has its binary name only.
    return new TypeRef.Named(
        type.getKind() == TypeKind.ERROR ? name.replace('$', '.') : name, arguments);
  }

  /**
   * A bound may name its own type with a wildcard, as {@code T extends Query<?>}: it ends there.
   */
  private TypeRef open(TypeParameterElement parameter) {
    TypeMirror bound = bound(parameter);
    if (!opened.add(parameter)) {
      return ref(types.erasure(bound), Set.of());
    }
    TypeRef read = ref(bound, Set.of());
    opened.remove(parameter);
    return read;
  }

  private TypeRef variable(TypeVariable variable, Set<Element> scopes) {
    Element declaredBy = ((TypeParameterElement) variable.asElement()).getGenericElement();
    return scopes.contains(declaredBy)
        ? new TypeRef.Variable(variable.asElement().getSimpleName().toString())
        : ref(types.erasure(variable), Set.of());
  }

  private TypeRef wildcardBound(WildcardType wildcard, Set<Element> scopes) {
    TypeMirror upper = wildcard.getExtendsBound();
    TypeMirror lower = wildcard.getSuperBound();
    if (upper == null && lower == null) {
      return OBJECT;
    }
    return ref(upper != null ? upper : lower, scopes);
  }

  /** Names of the type parameters. */
  List<String> names(Parameterizable declaration) {
    return declaration.getTypeParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }

  /** Bounds as in {@link dev.perflint.types.ApiType#bounds}. */
  Map<String, TypeRef> bounds(Parameterizable declaration, TypeElement owner) {
    Map<String, TypeRef> bounds = new LinkedHashMap<>();
    for (TypeParameterElement parameter : declaration.getTypeParameters()) {
      TypeMirror bound = bound(parameter);
      if (!isObject(bound)) {
        bounds.put(
            parameter.getSimpleName().toString(),
            ref(bound, Set.copyOf(List.of(owner, declaration))));
      }
    }
    return bounds;
  }

  private static TypeMirror bound(TypeParameterElement parameter) {
    return firstTelling(parameter.getBounds());
  }

  /** The first that says more than {@code Object}. */
  private static TypeMirror firstTelling(List<? extends TypeMirror> bounds) {
    for (TypeMirror bound : bounds) {
      if (!isObject(bound)) {
        return bound;
      }
    }
    return bounds.get(0);
  }

  static boolean isObject(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Object");
  }

  /** What identifies a member of a type from release to release: its name and erased parameters. */
  String key(TypeElement owner, Element member) {
    StringBuilder key = new StringBuilder(Ages.key(owner));
    key.append('#').append(member.getSimpleName());
    if (member instanceof ExecutableElement executable) {
      key.append('(');
      for (VariableElement parameter : executable.getParameters()) {
        key.append(types.erasure(parameter.asType())).append(',');
      }
    }
    return key.toString();
  }
}
