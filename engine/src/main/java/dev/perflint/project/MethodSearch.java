package dev.perflint.project;

import dev.perflint.UsageException;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MemberNames;
import dev.perflint.types.MethodRef;
import dev.perflint.types.TypeRef;
import dev.perflint.words.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the methods that a person means by {@code Type#method}. */
final class MethodSearch {
  /** Types of one name that a message lists. */
  private static final int LISTED = 5;

  private static final Comparator<MethodFacts> BY_PLACE =
      Comparator.comparingInt(MethodFacts::line).thenComparing(MethodFacts::id);

  private final ProjectTypes types;
  private final CallGraph graph;

  MethodSearch(ProjectTypes types, CallGraph graph) {
    this.types = types;
    this.graph = graph;
  }

  /**
   * @param wanted a type, simple or qualified, with or without {@code #method} or {@code
   *     #method(String,int)}
   * @return in the order of the source, at least one
   * @throws UsageException when it means nothing, or several types
   */
  List<MethodFacts> find(String wanted) {
    int hash = wanted.indexOf('#');
    String typeName = (hash < 0 ? wanted : wanted.substring(0, hash)).strip().replace('$', '.');
    String method = hash < 0 ? "" : wanted.substring(hash + 1).replace(" ", "");
    TypeFacts type = type(typeName);
    List<MethodFacts> found =
        type.methods().stream()
            .filter(candidate -> hash < 0 || isCalled(method, candidate, type))
            .sorted(BY_PLACE)
            .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          hash < 0
              ? type.name() + " declares no method"
              : type.name() + " declares no method '" + method + "'" + meant(method, type));
    }
    return found;
  }

  private TypeFacts type(String wanted) {
    List<TypeFacts> named =
        types.production().stream()
            .filter(type -> type.name().equals(wanted) || type.name().endsWith("." + wanted))
            .toList();
    Optional<TypeFacts> exact =
        named.stream().filter(type -> type.name().equals(wanted)).findFirst();
    if (exact.isPresent() || named.size() == 1) {
      return exact.orElseGet(() -> named.get(0));
    }
    if (named.isEmpty()) {
      throw new UsageException("no scanned type is called '" + wanted + "'" + nearest(wanted));
    }
    String listed =
        String.join(", ", named.stream().limit(LISTED).map(TypeFacts::name).toList())
            + (named.size() > LISTED ? " and " + (named.size() - LISTED) + " more" : "");
    throw new UsageException("'" + wanted + "' may mean " + listed);
  }

  private String nearest(String wanted) {
    int dot = wanted.lastIndexOf('.');
    if (dot > 0
        && types.production().stream()
            .anyMatch(type -> ("." + type.name()).endsWith("." + wanted.substring(0, dot)))) {
      String method = wanted.substring(dot + 1);
      return "; a method is written " + wanted.substring(0, dot) + "#" + method;
    }
    Set<String> known = new TreeSet<>();
    for (TypeFacts type : types.production()) {
      if (type.name().indexOf('@') < 0) {
        known.add(dot < 0 ? simple(type.name()) : type.name());
      }
    }
    return Nearest.hint(wanted, known);
  }

  private static boolean isCalled(String wanted, MethodFacts method, TypeFacts type) {
    String signature = method.id().substring(method.id().indexOf('#') + 1);
    int open = wanted.indexOf('(');
    String name = open < 0 ? wanted : wanted.substring(0, open);
    if (name.equals("new") || name.equals(simple(type.name()))) {
      name = MemberNames.CONSTRUCTOR;
    }
    return open < 0
        ? name.equals(plainName(method))
        : signature.equals(name + wanted.substring(open));
  }

  /** Functions that a library runs go by the name of the method that they are written in. */
  private static String plainName(MethodFacts method) {
    int mark = method.name().indexOf(MemberNames.HANDLER_MARK);
    return mark > 0 ? method.name().substring(0, mark) : method.name();
  }

  private String meant(String method, TypeFacts type) {
    int open = method.indexOf('(');
    String name = open < 0 ? method : method.substring(0, open);
    List<String> overloads =
        type.methods().stream()
            .filter(candidate -> plainName(candidate).equals(name))
            .map(candidate -> candidate.id().substring(candidate.id().indexOf('#') + 1))
            .sorted()
            .toList();
    if (!overloads.isEmpty()) {
      return "; there is " + String.join(", ", overloads);
    }
    List<MethodFacts> inherited =
        graph.declaredBy(new MethodRef(TypeRef.named(type.name()), name, Calls.ANY_ARITY));
    if (!inherited.isEmpty()) {
      return "; it inherits " + inherited.get(0).owner() + "#" + name;
    }
    Set<String> known = new TreeSet<>();
    type.methods().forEach(candidate -> known.add(plainName(candidate)));
    return Nearest.hint(name, known);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
