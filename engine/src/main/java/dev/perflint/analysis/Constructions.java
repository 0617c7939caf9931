package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Region;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What creating an object runs without a call that says so: the initialisers of its fields, the
 * constructors of its superclasses, the constructor that nobody has written.
 */
final class Constructions {
  private final FileContext file;

  Constructions(FileContext file) {
    this.file = file;
  }

  /**
   * What a constructor calls before its first statement.
   *
   * @param constructor with or without parameters, or the compact one of a record
   * @param initialises whether the type has instance initialisers that call something
   */
  List<CallFacts> before(BodyDeclaration<?> constructor, Site body, boolean initialises) {
    Region region = Places.of(file.unit(), constructor);
    ExplicitConstructorInvocationStmt first = first(constructor);
    List<CallFacts> calls = new ArrayList<>(2);
    if (first == null) {
      superclass(body).ifPresent(type -> calls.add(call(type, MemberNames.CONSTRUCTOR, 0, region)));
    } else {
      Optional<TypeRef> called = first.isThis() ? Optional.of(self(body)) : superclass(body);
      int arity = first.getArguments().size();
      Region at = Places.of(file.unit(), first);
      called.ifPresent(type -> calls.add(call(type, MemberNames.CONSTRUCTOR, arity, at)));
    }
    if (initialises && (first == null || !first.isThis())) {
      calls.add(call(self(body), MemberNames.INSTANCE_INITIALIZER, 0, region));
    }
    return calls;
  }

  /** The constructor that a type has without declaring it; empty for types that declare one. */
  Optional<MethodFacts> implicit(Site body, List<MethodFacts> methods, boolean initialises) {
    Node node = body.node();
    List<TypeRef> parameters =
        TypeMembers.components(node).stream()
            .map(component -> file.names().resolve(component.getType(), body.frame()))
            .toList();
    boolean declared =
        methods.stream()
            .filter(m -> m.name().equals(MemberNames.CONSTRUCTOR))
            // A record has its canonical constructor beside all others.
            .anyMatch(
                m ->
                    !(node instanceof RecordDeclaration)
                        || m.parameters().size() == parameters.size());
    boolean constructed =
        node instanceof RecordDeclaration
            || node instanceof EnumDeclaration
            || node instanceof ClassOrInterfaceDeclaration type && !type.isInterface();
    if (declared || !constructed) {
      return Optional.empty();
    }
    Region region = Places.of(file.unit(), node);
    List<CallFacts> calls = new ArrayList<>(2);
    superclass(body).ifPresent(type -> calls.add(call(type, MemberNames.CONSTRUCTOR, 0, region)));
    if (initialises) {
      calls.add(call(self(body), MemberNames.INSTANCE_INITIALIZER, 0, region));
    }
    String signature =
        MemberNames.CONSTRUCTOR + MemberNames.parameters(TypeMembers.components(node));
    return Optional.of(member(body, MemberNames.CONSTRUCTOR, signature, parameters, calls));
  }

  /** All initialisers of a type, static or not, as one member. */
  MethodFacts initializer(String name, List<CallFacts> calls, Site body) {
    return member(body, name, name + "()", List.of(), calls);
  }

  /** The methods of an anonymous class: whoever makes it hands them over to be run. */
  CallFacts handsOver(Site creation, Site anonymous, Surroundings around) {
    Region region = Places.called(file.unit(), creation.node());
    MethodRef callee = new MethodRef(self(anonymous), MemberNames.ALL_METHODS, Calls.ANY_ARITY);
    return CallFacts.plain(callee, region, around);
  }

  private MethodFacts member(
      Site body, String name, String signature, List<TypeRef> parameters, List<CallFacts> calls) {
    return new MethodFacts(
        file.names().qualifiedName(body.frame()) + "#" + signature,
        Places.line(file.unit(), body.node()),
        name,
        parameters,
        false,
        TypeRef.named("void"),
        name.equals(MemberNames.STATIC_INITIALIZER),
        false,
        false,
        false,
        false,
        false,
        "",
        Truth.SURE,
        Truth.NO,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        calls);
  }

  private static CallFacts call(TypeRef owner, String name, int arity, Region region) {
    // Of the object that is being made, whose class may be a subtype.
    MethodRef.Receiver receiver = MethodRef.Receiver.SUPER;
    MethodRef callee = new MethodRef(owner, name, arity, List.of(), receiver);
    return CallFacts.plain(callee, region, Surroundings.PLAIN);
  }

  private TypeRef self(Site body) {
    return TypeRef.named(file.names().qualifiedName(body.frame()));
  }

  /** The superclass, if its constructors may be the project's. */
  private Optional<TypeRef> superclass(Site body) {
    if (body.node() instanceof ObjectCreationExpr
        || body.node() instanceof ClassOrInterfaceDeclaration type && type.isInterface()) {
      return Optional.empty();
    }
    for (ClassOrInterfaceType extended : TypeMembers.extended(body.node())) {
      TypeRef type = file.erased(file.names().resolve(extended, body.frame()));
      boolean ofLibrary = type instanceof TypeRef.Named named && !file.isOpen(named);
      return ofLibrary ? Optional.empty() : Optional.of(type);
    }
    return Optional.empty();
  }

  private static @Nullable ExplicitConstructorInvocationStmt first(BodyDeclaration<?> constructor) {
    List<Statement> statements =
        constructor instanceof ConstructorDeclaration declared
            ? declared.getBody().getStatements()
            : ((CompactConstructorDeclaration) constructor).getBody().getStatements();
    for (Statement statement : statements) {
      // Since Java 25 other statements may come first.
      if (statement instanceof ExplicitConstructorInvocationStmt invocation) {
        return invocation;
      }
    }
    return null;
  }
}
