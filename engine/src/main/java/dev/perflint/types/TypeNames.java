package dev.perflint.types;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.WildcardType;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.source.Sites;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a type's name means in one file: enclosing types, imports, package, {@code java.lang}. */
public final class TypeNames {
  /**
   * Names of java.lang that projects do use for their own classes, so that the package's class has
   * to be asked for first. The others are taken for the JDK's: nobody calls a class String.
   */
  private static final Set<String> REUSED_NAMES =
      Set.of(
          "Process",
          "ProcessHandle",
          "Record",
          "Module",
          "ModuleLayer",
          "Package",
          "Compiler",
          "Number",
          "Runtime",
          "Enum",
          "IO",
          "Deprecated",
          "Readable",
          "Appendable",
          "StackWalker",
          "ScopedValue",
          "Error",
          "Override");

  private final String packageName;
  private final TypeTable table;
  private final List<String> imported = new ArrayList<>();
  private final Map<String, String> imports = new HashMap<>();
  private final Map<String, String> staticImports = new HashMap<>();
  private final List<String> starImports = new ArrayList<>();
  private final List<String> staticStars = new ArrayList<>();
  private final Set<String> topLevel = new HashSet<>();
  private final Map<String, TypeRef> bySimpleName = new HashMap<>();
  private final Map<Frame, Map<String, TypeRef>> byFrame = new IdentityHashMap<>();
  private final Map<Node, Set<String>> nestedNames = new IdentityHashMap<>();
  private final Map<Node, List<Site>> locals = new IdentityHashMap<>();
  private final Set<TypeParameter> bounding = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Node, String> qualifiedNames = new IdentityHashMap<>();

  public TypeNames(CompilationUnit tree, Sites sites, TypeTable table) {
    this.table = table;
    for (Site body : sites.types()) {
      if (isLocal(body.frame())) {
        body.frame()
            .member()
            .ifPresent(
                member -> locals.computeIfAbsent(member.node(), n -> new ArrayList<>()).add(body));
      }
    }
    this.packageName = tree.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    for (ImportDeclaration declared : tree.getImports()) {
      String name = declared.getNameAsString();
      imported.add(name);
      int dot = name.lastIndexOf('.');
      if (declared.isAsterisk()) {
        (declared.isStatic() ? staticStars : starImports).add(name);
      } else if (declared.isStatic()) {
        staticImports.put(name.substring(dot + 1), name.substring(0, Math.max(dot, 0)));
      } else {
        imports.put(name.substring(dot + 1), name);
      }
    }
    for (TypeDeclaration<?> type : tree.getTypes()) {
      topLevel.add(type.getNameAsString());
    }
  }

  public String packageName() {
    return packageName;
  }

  /** What the imports name: types, members and, with a star, packages and types. */
  public List<String> imported() {
    return imported;
  }

  /** The class that a static import takes this member from. */
  public Optional<String> staticImportOf(String member) {
    return Optional.ofNullable(staticImports.get(member));
  }

  /** Classes that all static members are imported from. */
  public List<String> staticStars() {
    return staticStars;
  }

  /** A written type as a reference; {@code var} is unknown here. */
  public TypeRef resolve(Type type, Frame frame) {
    if (type.isPrimitiveType() || type.isVoidType()) {
      return Primitives.type(type.asString());
    }
    if (type instanceof ArrayType array) {
      return new TypeRef.ArrayOf(resolve(array.getComponentType(), frame));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .or(wildcard::getSuperType)
          .map(bound -> resolve(bound, frame))
          .orElse(TypeRef.UNKNOWN);
    }
    if (type instanceof ClassOrInterfaceType named) {
      TypeRef plain = name(named, frame);
      if (named.getTypeArguments().isEmpty()) {
        return plain;
      }
      List<TypeRef> arguments = new ArrayList<>(2);
      for (Type argument : named.getTypeArguments().get()) {
        arguments.add(resolve(argument, frame));
      }
      return withArguments(plain, arguments);
    }
    return TypeRef.UNKNOWN;
  }

  private TypeRef name(ClassOrInterfaceType type, Frame frame) {
    String simple = type.getNameAsString();
    if (type.getScope().isEmpty()) {
      return simple.equals("var") ? TypeRef.UNKNOWN : resolveSimple(simple, frame);
    }
    return nested(qualified(type.getScope().get(), frame), simple);
  }

  private TypeRef qualified(ClassOrInterfaceType scope, Frame frame) {
    if (scope.getScope().isEmpty() && Character.isLowerCase(scope.getNameAsString().charAt(0))) {
      return TypeRef.named(scope.getNameAsString());
    }
    return name(scope, frame);
  }

  static TypeRef nested(TypeRef outer, String simple) {
    if (outer instanceof TypeRef.Named named) {
      return TypeRef.named(named.name() + "." + simple);
    }
    if (outer instanceof TypeRef.OneOf oneOf) {
      return new TypeRef.OneOf(
          oneOf.names().stream().map(name -> name + "." + simple).toList(), List.of());
    }
    return TypeRef.UNKNOWN;
  }

  private static TypeRef withArguments(TypeRef type, List<TypeRef> arguments) {
    if (arguments.isEmpty()) {
      return type;
    }
    if (type instanceof TypeRef.Named named) {
      return new TypeRef.Named(named.name(), arguments);
    }
    return type instanceof TypeRef.OneOf oneOf ? new TypeRef.OneOf(oneOf.names(), arguments) : type;
  }

  /** What a simple name means as a type. */
  public TypeRef resolveSimple(String simple, @Nullable Frame frame) {
    Frame declaring = frame;
    // Hardly any method declares types, and what its class says is the same for all of them.
    while (declaring != null && !mayDeclare(declaring)) {
      declaring = declaring.parent();
    }
    if (declaring == null) {
      return bySimpleName.computeIfAbsent(simple, this::outsideOfTypes);
    }
    Map<String, TypeRef> known = byFrame.computeIfAbsent(declaring, f -> new HashMap<>());
    TypeRef found = known.get(simple);
    if (found == null) {
      Optional<TypeRef> here = declaredIn(declaring, simple);
      found = here.isPresent() ? here.get() : resolveSimple(simple, declaring.parent());
      known.put(simple, found);
    }
    return found;
  }

  /** Whether names of types may be declared right here, type variables among them. */
  private boolean mayDeclare(Frame frame) {
    if (frame.kind() == Frame.Kind.TYPE) {
      return frame.node() instanceof TypeDeclaration<?>;
    }
    return frame.isMember()
        && (!locals.isEmpty() && locals.containsKey(frame.node())
            || frame.node() instanceof CallableDeclaration<?> callable
                && !callable.getTypeParameters().isEmpty());
  }

  private Optional<TypeRef> declaredIn(Frame frame, String simple) {
    if (frame.node() instanceof TypeDeclaration<?> type) {
      return within(type, simple, frame);
    }
    for (Site local : locals.getOrDefault(frame.node(), List.of())) {
      if (((TypeDeclaration<?>) local.node()).getNameAsString().equals(simple)) {
        return Optional.of(TypeRef.named(qualifiedName(local.frame())));
      }
    }
    return frame.node() instanceof CallableDeclaration<?> callable
        ? variable(callable.getTypeParameters(), simple, frame)
        : Optional.empty();
  }

  private Optional<TypeRef> within(TypeDeclaration<?> type, String simple, Frame frame) {
    if (type.getNameAsString().equals(simple)) {
      return Optional.of(TypeRef.named(qualifiedName(frame)));
    }
    if (type instanceof ClassOrInterfaceDeclaration generic) {
      Optional<TypeRef> variable = variable(generic.getTypeParameters(), simple, frame);
      if (variable.isPresent()) {
        return variable;
      }
    } else if (type instanceof RecordDeclaration generic) {
      Optional<TypeRef> variable = variable(generic.getTypeParameters(), simple, frame);
      if (variable.isPresent()) {
        return variable;
      }
    }
    return nestedNames.computeIfAbsent(type, TypeNames::nestedNames).contains(simple)
        ? Optional.of(TypeRef.named(qualifiedName(frame) + "." + simple))
        : Optional.empty();
  }

  private static Set<String> nestedNames(Node type) {
    Set<String> names = new HashSet<>();
    for (BodyDeclaration<?> member : ((TypeDeclaration<?>) type).getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        names.add(nested.getNameAsString());
      }
    }
    return names;
  }

  /** Whether a written type is a type variable without a bound: all that it takes is its own. */
  public boolean isOpenVariable(Type type, Frame frame) {
    if (!(type instanceof ClassOrInterfaceType named)
        || named.getScope().isPresent()
        || named.getTypeArguments().isPresent()) {
      return false;
    }
    for (Frame at = frame; at != null; at = at.parent()) {
      List<TypeParameter> declared =
          at.node() instanceof NodeWithTypeParameters<?> generic
              ? generic.getTypeParameters()
              : List.of();
      for (TypeParameter variable : declared) {
        if (variable.getNameAsString().equals(named.getNameAsString())) {
          return variable.getTypeBound().isEmpty();
        }
      }
    }
    return false;
  }

  /** A type variable stands for its bound. */
  private Optional<TypeRef> variable(List<TypeParameter> parameters, String simple, Frame frame) {
    for (TypeParameter parameter : parameters) {
      if (parameter.getNameAsString().equals(simple)) {
        // Broken code may have bounds that name each other in a ring.
        if (parameter.getTypeBound().isEmpty() || !bounding.add(parameter)) {
          return Optional.of(TypeRef.UNKNOWN);
        }
        // Dropping the arguments keeps <T extends Comparable<T>> finite.
        TypeRef bound = name(parameter.getTypeBound().get(0), frame);
        bounding.remove(parameter);
        return Optional.of(bound);
      }
    }
    return Optional.empty();
  }

  private TypeRef outsideOfTypes(String simple) {
    String imported = imports.get(simple);
    if (imported != null) {
      return TypeRef.named(imported);
    }
    if (topLevel.contains(simple)) {
      return TypeRef.named(inPackage(simple));
    }
    String standard = "java.lang." + simple;
    boolean isStandard = table.find(standard).isPresent();
    if (isStandard && starImports.isEmpty() && !REUSED_NAMES.contains(simple)) {
      return TypeRef.named(standard);
    }
    List<String> candidates = new ArrayList<>(starImports.size() + 2);
    candidates.add(inPackage(simple));
    if (isStandard) {
      candidates.add(standard);
    }
    for (String star : starImports) {
      candidates.add(star + "." + simple);
    }
    if (isStandard && !REUSED_NAMES.contains(simple)) {
      return TypeRef.named(standard);
    }
    return new TypeRef.OneOf(candidates, List.of());
  }

  private String inPackage(String simple) {
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }

  /**
   * The qualified name of the type whose body a {@link Frame.Kind#TYPE} frame is. Anonymous and
   * local classes are named after what surrounds them and their line, which no other file can refer
   * to.
   */
  public String qualifiedName(Frame typeFrame) {
    String known = qualifiedNames.get(typeFrame.node());
    if (known == null) {
      known = nameOf(typeFrame);
      qualifiedNames.put(typeFrame.node(), known);
    }
    return known;
  }

  private String nameOf(Frame typeFrame) {
    Node node = typeFrame.node();
    String simple =
        node instanceof TypeDeclaration<?> type ? type.getNameAsString() : anonymous(node);
    if (isLocal(typeFrame)) {
      simple += place(node);
    }
    for (Frame up = typeFrame.parent(); up != null; up = up.parent()) {
      if (up.kind() == Frame.Kind.TYPE) {
        return qualifiedName(up) + "." + simple;
      }
    }
    return inPackage(simple);
  }

  /** Whether the type is declared by a statement. */
  private static boolean isLocal(Frame typeFrame) {
    return typeFrame.node() instanceof TypeDeclaration<?>
        && typeFrame.parent() != null
        && typeFrame.parent().kind() != Frame.Kind.TYPE;
  }

  private static String anonymous(Node node) {
    String what =
        node instanceof EnumConstantDeclaration constant ? constant.getNameAsString() : "anonymous";
    return what + place(node);
  }

  private static String place(Node node) {
    return node.getBegin().map(p -> "@" + p.line + ":" + p.column).orElse("@");
  }
}
