package dev.perflint.tables;

import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one package's types in the format that {@link dev.perflint.types.PackageTables} reads. */
final class TableWriter {
  /** Order of the lines of a type. */
  static final Comparator<ApiMember> MEMBER_ORDER =
      Comparator.comparing((ApiMember member) -> orderOf(member.kind()))
          .thenComparing(ApiMember::name)
          .thenComparing(member -> member.parameters().size())
          .thenComparing(member -> member.parameters().toString());

  private final String packageName;

  /** By name within the package. */
  private final Map<String, ApiType> types = new TreeMap<>();

  private TableWriter(String packageName, Collection<ApiType> types) {
    this.packageName = packageName;
    for (ApiType type : types) {
      this.types.put(type.name().substring(packageName.length() + 1), type);
    }
  }

  /** The text of the package's file. */
  static String text(String packageName, Collection<ApiType> types) {
    TableWriter writer = new TableWriter(packageName, types);
    StringBuilder text = new StringBuilder();
    writer.types.forEach((name, type) -> writer.append(name, type, text));
    return text.toString();
  }

  private static int orderOf(ApiMember.Kind kind) {
    return switch (kind) {
      case FIELD -> 0;
      case CONSTRUCTOR -> 1;
      case METHOD -> 2;
    };
  }

  private void append(String name, ApiType type, StringBuilder text) {
    Set<String> variables = Set.copyOf(type.typeParameters());
    text.append(name)
        .append(typeParameters(type.typeParameters(), type.bounds(), variables))
        .append(type.isFinal() ? " final " : " ")
        .append(type.kind().name().toLowerCase(Locale.ROOT));
    if (!type.supertypes().isEmpty()) {
      text.append(" : ").append(list(type.supertypes(), variables));
    }
    text.append(since(type.since(), 0)).append('\n');
    for (ApiMember member : type.members()) {
      text.append("  ").append(line(member, type)).append('\n');
    }
  }

  private String line(ApiMember member, ApiType type) {
    boolean isMethod = member.kind() == ApiMember.Kind.METHOD;
    boolean isAbstractByDefault =
        isMethod
            && (type.kind() == ApiType.Kind.INTERFACE || type.kind() == ApiType.Kind.ANNOTATION);
    Set<String> variables =
        Stream.of(type.typeParameters(), member.typeParameters())
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    StringBuilder line = new StringBuilder();
    if (member.isStatic()) {
      line.append("static ");
    } else if (isAbstractByDefault && !member.isAbstract()) {
      line.append("default ");
    } else if (member.isAbstract() && !isAbstractByDefault) {
      line.append("abstract ");
    }
    if (!member.typeParameters().isEmpty()) {
      line.append(typeParameters(member.typeParameters(), member.bounds(), variables)).append(' ');
    }
    if (member.kind() == ApiMember.Kind.CONSTRUCTOR) {
      line.append("new");
    } else {
      line.append(text(member.type(), variables)).append(' ').append(member.name());
    }
    if (member.kind() != ApiMember.Kind.FIELD) {
      String parameters = list(member.parameters(), variables);
      if (member.isVarargs()) {
        parameters = parameters.substring(0, parameters.length() - "[]".length()) + "...";
      }
      line.append('(').append(parameters).append(')');
    }
    return line.append(since(member.since(), type.since())).toString();
  }

  private static String since(int since, int obvious) {
    return since == obvious ? "" : " @" + since;
  }

  private String typeParameters(
      List<String> names, Map<String, TypeRef> bounds, Set<String> variables) {
    if (names.isEmpty()) {
      return "";
    }
    return names.stream()
        .map(
            name ->
                bounds.containsKey(name) ? name + ":" + text(bounds.get(name), variables) : name)
        .collect(Collectors.joining(",", "<", ">"));
  }

  private String list(List<TypeRef> types, Set<String> variables) {
    return types.stream().map(type -> text(type, variables)).collect(Collectors.joining(","));
  }

  private String text(TypeRef type, Set<String> variables) {
    if (type instanceof TypeRef.ArrayOf array) {
      return text(array.component(), variables) + "[]";
    }
    if (type instanceof TypeRef.Variable variable) {
      return variable.name();
    }
    if (type instanceof TypeRef.Named named) {
      String name = shortened(named.name(), variables);
      return named.arguments().isEmpty()
          ? name
          : name + "<" + list(named.arguments(), variables) + ">";
    }
    throw new IllegalStateException("not part of a signature: " + type);
  }

  /** Leaves the package out where the reader finds it again. */
  private String shortened(String name, Set<String> variables) {
    for (String known : List.of(packageName, "java.lang")) {
      if (name.startsWith(known + ".")) {
        String local = name.substring(known.length() + 1);
        String outermost = local.split("\\.", 2)[0];
        boolean isType = Character.isUpperCase(local.charAt(0));
        boolean isOfPackage = types.containsKey(outermost);
        if (isType && !variables.contains(outermost) && isOfPackage == known.equals(packageName)) {
          return local;
        }
      }
    }
    return name;
  }
}
