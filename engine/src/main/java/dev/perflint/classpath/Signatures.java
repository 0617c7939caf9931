package dev.perflint.classpath;

import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javassist.bytecode.SignatureAttribute;
import javassist.bytecode.SignatureAttribute.TypeArgument;
import javassist.bytecode.SignatureAttribute.TypeParameter;

/**
 * Signatures of class files as references to types, with the type parameters that are in scope.
 *
 * @param outer those of the type around
 * @param own those of the type or method itself
 */
record Signatures(List<TypeParameter> outer, List<TypeParameter> own) {
  static final TypeRef OBJECT = TypeRef.named("java.lang.Object");

  static Signatures ofType(TypeParameter[] parameters) {
    return new Signatures(List.of(), List.of(parameters));
  }

  /** Those of a method of this type. */
  Signatures with(TypeParameter[] parameters) {
    return new Signatures(own, List.of(parameters));
  }

  /** Of the type parameters of the type or method itself. */
  List<String> names() {
    return own.stream().map(TypeParameter::getName).toList();
  }

  /** As {@link dev.perflint.types.ApiType#bounds}. */
  Map<String, TypeRef> bounds() {
    Map<String, TypeRef> bounds = new LinkedHashMap<>();
    for (TypeParameter parameter : own) {
      bound(parameter).ifPresent(bound -> bounds.put(parameter.getName(), of(bound)));
    }
    return bounds;
  }

  /** The first that says more than {@code Object}. */
  private static Optional<SignatureAttribute.ObjectType> bound(TypeParameter parameter) {
    List<SignatureAttribute.ObjectType> all = new ArrayList<>();
    if (parameter.getClassBound() != null) {
      all.add(parameter.getClassBound());
    }
    all.addAll(List.of(parameter.getInterfaceBound()));
    return all.stream().filter(bound -> !isObject(bound)).findFirst();
  }

  private static boolean isObject(SignatureAttribute.Type type) {
    return type instanceof SignatureAttribute.ClassType named
        && named.getName().equals("java.lang.Object");
  }

  TypeRef of(SignatureAttribute.Type type) {
    if (type instanceof SignatureAttribute.BaseType primitive) {
      return TypeRef.named(primitive.toString());
    }
    if (type instanceof SignatureAttribute.ArrayType array) {
      TypeRef component = of(array.getComponentType());
      for (int i = 0; i < array.getDimension(); i++) {
        component = new TypeRef.ArrayOf(component);
      }
      return component;
    }
    if (type instanceof SignatureAttribute.TypeVariable variable) {
      return isInScope(variable.getName())
          ? new TypeRef.Variable(variable.getName())
          : TypeRef.UNKNOWN;
    }
    SignatureAttribute.ClassType named = (SignatureAttribute.ClassType) type;
    List<TypeRef> arguments = new ArrayList<>();
    if (named.getTypeArguments() != null) {
      for (TypeArgument argument : named.getTypeArguments()) {
        arguments.add(argument.getType() == null ? OBJECT : of(argument.getType()));
      }
    }
    return new TypeRef.Named(qualified(named), arguments);
  }

  private boolean isInScope(String variable) {
    return own.stream().anyMatch(parameter -> parameter.getName().equals(variable))
        || outer.stream().anyMatch(parameter -> parameter.getName().equals(variable));
  }

  private static String qualified(SignatureAttribute.ClassType type) {
    return type.getDeclaringClass() == null
        ? dotted(type.getName())
        : qualified(type.getDeclaringClass()) + "." + type.getName();
  }

  /** Class files divide nested types by another sign than sources do. */
  static String dotted(String binaryName) {
    return binaryName.replace('/', '.').replace('$', '.');
  }
}
