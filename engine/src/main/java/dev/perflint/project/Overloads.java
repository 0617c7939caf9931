package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.model.Certainty;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Primitives;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.List;
import java.util.Set;

/** Tells methods of one name and arity apart by the types of a call's arguments. */
final class Overloads {
  /** What a primitive value may be boxed to or kept as. */
  private static final Set<String> OF_PRIMITIVES =
      Set.of("Object", "Number", "Comparable", "Serializable", "Constable");

  private final TypeResolver resolver;

  Overloads(TypeResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Those that the call may mean: the one whose parameters are of the very types, else all that no
   * argument rules out. Some method fits each call, so the last one left is the one.
   */
  List<MethodFacts> narrow(List<MethodFacts> methods, MethodRef call) {
    if (methods.size() < 2 || call.arguments().isEmpty()) {
      return methods;
    }
    List<MethodFacts> exact =
        methods.stream().filter(method -> isExact(method, call.arguments())).toList();
    if (exact.size() == 1) {
      return exact;
    }
    List<MethodFacts> fitting =
        methods.stream().filter(method -> mayFit(method, call.arguments())).toList();
    List<MethodFacts> open =
        fitting.size() < 2
            ? fitting
            : fitting.stream().filter(method -> isOpen(method, call.arguments())).toList();
    return open.size() == 1 ? open : fitting;
  }

  /** Whether what is of a type variable goes to parameters of which nothing more is known. */
  private boolean isOpen(MethodFacts method, List<TypeRef> arguments) {
    for (int i = 0; i < Math.min(arguments.size(), method.parameters().size()); i++) {
      if (arguments.get(i) instanceof TypeRef.Variable
          && !(resolver.settle(method.parameters().get(i)) instanceof TypeRef.Unknown)) {
        return false;
      }
    }
    return true;
  }

  private boolean isExact(MethodFacts method, List<TypeRef> arguments) {
    if (method.isVarargs() || method.parameters().size() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!(resolver.settle(arguments.get(i)) instanceof TypeRef.Named argument)
          || !(resolver.settle(method.parameters().get(i)) instanceof TypeRef.Named parameter)
          || !argument.name().equals(parameter.name())) {
        return false;
      }
    }
    return true;
  }

  private boolean mayFit(MethodFacts method, List<TypeRef> arguments) {
    for (int i = 0; i < Math.min(arguments.size(), method.parameters().size()); i++) {
      boolean spread = method.isVarargs() && i >= method.parameters().size() - 1;
      if (!spread && !mayFit(arguments.get(i), method.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean mayFit(TypeRef argument, TypeRef parameter) {
    if (!(resolver.settle(argument) instanceof TypeRef.Named given)
        || !(resolver.settle(parameter) instanceof TypeRef.Named wanted)) {
      return true;
    }
    boolean primitive = Primitives.isPrimitive(given.name());
    if (primitive && Primitives.isPrimitive(wanted.name())) {
      return given.name().equals("boolean") == wanted.name().equals("boolean");
    }
    if (primitive) {
      String simple = simple(wanted.name());
      return OF_PRIMITIVES.contains(simple)
          || simple.startsWith(boxed(given.name()))
          || wanted.name().indexOf('.') < 0;
    }
    if (Primitives.isPrimitive(wanted.name())) {
      return simple(given.name()).startsWith(boxed(wanted.name()))
          || given.name().startsWith("java.lang.") && !given.name().equals("java.lang.String");
    }
    return given.name().equals(wanted.name())
        || resolver.isA(given, wanted.name()).answered(open -> Certainty.UNKNOWN) != Certainty.NO;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** {@code Int} for {@code int}: the beginning of the class's name. */
  private static String boxed(String primitive) {
    return primitive.equals("char")
        ? "Character"
        : Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
  }
}
