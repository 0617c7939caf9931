package dev.perflint.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the lines of one type in a package file. {@link PackageTables} describes the format.
 *
 * <p>One instance reads one type, line by line, with a cursor over the line at hand.
 */
final class TypeParser {
  private final PackageFile file;
  private final String[] lines;
  private List<String> typeVariables = List.of();
  private List<String> ownVariables = List.of();
  private String line = "";
  private int at;

  /**
   * @param lines the type's line and those of its members
   */
  TypeParser(PackageFile file, String[] lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * @throws IllegalStateException when a line is not as it should be
   */
  ApiType type() {
    line = lines[0];
    at = 0;
    String name = file.inPackage(name());
    typeVariables = variables();
    Map<String, TypeRef> bounds = bounds(typeVariables);
    expect(" ");
    boolean isFinal = skip("final ");
    ApiType.Kind kind = kind();
    List<TypeRef> supertypes = skip(" : ") ? types() : List.of();
    int since = since(0);
    List<ApiMember> members = new ArrayList<>(lines.length - 1);
    boolean isInterface = kind == ApiType.Kind.INTERFACE || kind == ApiType.Kind.ANNOTATION;
    TypeRef constructed = constructed(name);
    for (int i = 1; i < lines.length; i++) {
      line = lines[i];
      at = 0;
      members.add(member(isInterface, constructed, since));
    }
    return new ApiType(name, kind, isFinal, typeVariables, bounds, supertypes, members, since);
  }

  private ApiType.Kind kind() {
    for (ApiType.Kind kind : ApiType.Kind.values()) {
      if (skip(kind.name().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw broken("a kind of type");
  }

  private TypeRef constructed(String name) {
    List<TypeRef> arguments = new ArrayList<>(typeVariables.size());
    for (String variable : typeVariables) {
      arguments.add(new TypeRef.Variable(variable));
    }
    return new TypeRef.Named(name, arguments);
  }

  private ApiMember member(boolean inInterface, TypeRef constructed, int typeSince) {
    expect("  ");
    boolean isStatic = skip("static ");
    boolean isDefault = skip("default ");
    boolean saysAbstract = skip("abstract ");
    ownVariables = List.of();
    ownVariables = variables();
    Map<String, TypeRef> bounds = bounds(ownVariables);
    if (!ownVariables.isEmpty()) {
      expect(" ");
    }
    ApiMember.Kind kind;
    String name;
    TypeRef type;
    if (skip("new(")) {
      kind = ApiMember.Kind.CONSTRUCTOR;
      name = "<init>";
      type = constructed;
    } else {
      type = typeRef();
      expect(" ");
      name = name();
      kind = skip("(") ? ApiMember.Kind.METHOD : ApiMember.Kind.FIELD;
    }
    List<TypeRef> parameters = List.of();
    boolean isVarargs = false;
    if (kind != ApiMember.Kind.FIELD && !skip(")")) {
      parameters = types();
      isVarargs = skip("...");
      if (isVarargs) {
        int last = parameters.size() - 1;
        parameters.set(last, new TypeRef.ArrayOf(parameters.get(last)));
      }
      expect(")");
    }
    boolean isAbstract =
        saysAbstract || inInterface && kind == ApiMember.Kind.METHOD && !isDefault && !isStatic;
    int since = since(typeSince);
    return new ApiMember(
        kind, name, isStatic, isAbstract, isVarargs, ownVariables, bounds, parameters, type, since);
  }

  /** Type parameters without their bounds, which may name any of them; does not move. */
  private List<String> variables() {
    if (at == line.length() || line.charAt(at) != '<') {
      return List.of();
    }
    int start = at;
    List<String> names = new ArrayList<>();
    int depth = 0;
    do {
      char c = line.charAt(at);
      at++;
      if (c == '<' || c == ',') {
        depth += c == '<' ? 1 : 0;
        if (depth == 1) {
          names.add(name());
        }
      } else if (c == '>') {
        depth--;
      }
    } while (depth > 0);
    at = start;
    return names;
  }

  private Map<String, TypeRef> bounds(List<String> variables) {
    Map<String, TypeRef> bounds = new HashMap<>();
    String separator = "<";
    for (String variable : variables) {
      expect(separator);
      expect(variable);
      if (skip(":")) {
        bounds.put(variable, typeRef());
      }
      separator = ",";
    }
    if (!variables.isEmpty()) {
      expect(">");
    }
    return bounds;
  }

  private List<TypeRef> types() {
    List<TypeRef> types = new ArrayList<>();
    do {
      types.add(typeRef());
    } while (skip(","));
    return types;
  }

  private TypeRef typeRef() {
    String name = name();
    TypeRef type;
    if (skip("<")) {
      type = new TypeRef.Named(file.qualified(name), types());
      expect(">");
    } else if (ownVariables.contains(name) || typeVariables.contains(name)) {
      type = new TypeRef.Variable(name);
    } else {
      type = file.plain(name);
    }
    while (skip("[]")) {
      type = new TypeRef.ArrayOf(type);
    }
    return type;
  }

  /** Identifiers with single dots between them. */
  private String name() {
    int start = at;
    while (at < line.length() && isPartOfName(line.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw broken("a name");
    }
    return line.substring(start, at);
  }

  private boolean isPartOfName(char c) {
    return switch (c) {
      case ' ', '<', '>', ',', ':', '(', ')', '[' -> false;
      case '.' -> !line.startsWith("..", at);
      default -> true;
    };
  }

  /** The rest of the line. */
  private int since(int otherwise) {
    int since = otherwise;
    if (skip(" @")) {
      since = Integer.parseInt(line.substring(at));
    } else if (at < line.length()) {
      throw broken("the end of the line");
    }
    return since;
  }

  private boolean skip(String expected) {
    boolean found = line.startsWith(expected, at);
    at += found ? expected.length() : 0;
    return found;
  }

  private void expect(String expected) {
    if (!skip(expected)) {
      throw broken("\"" + expected + "\"");
    }
  }

  private IllegalStateException broken(String expected) {
    return new IllegalStateException(
        "%s: expected %s at column %d of \"%s\"".formatted(file, expected, at + 1, line));
  }
}
