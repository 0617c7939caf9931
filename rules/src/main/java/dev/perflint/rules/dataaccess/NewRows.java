package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entities that are made in the method that saves them, so that saving them inserts them. */
final class NewRows {
  private static final Set<String> KEEPING =
      Set.of("collect", "toList", "filter", "peek", "sorted", "distinct", "stream", "toSet");

  private final FileContext file;
  private final Site near;

  private NewRows(Match match) {
    this.file = match.file();
    this.near = match.site();
  }

  /** The type of an entity that an argument is, when each value that it may have is made here. */
  static Optional<TypeRef> made(Expression entity, Match match) {
    return new NewRows(match).made(entity);
  }

  /** The type of the entities in a collection that a loop or a stream fills with new ones. */
  static Optional<TypeRef> madeMany(Expression entities, Match match) {
    return new NewRows(match).madeMany(entities);
  }

  /** The calls on the local variable that holds an entity; none where no variable does. */
  static List<MethodCallExpr> callsOn(Expression entity, Match match) {
    List<MethodCallExpr> calls = new ArrayList<>();
    for (NameExpr use : new NewRows(match).uses(entity)) {
      if (use.getParentNode().orElse(null) instanceof MethodCallExpr call
          && call.getScope().orElse(null) == use) {
        calls.add(call);
      }
    }
    return calls;
  }

  private List<NameExpr> uses(Expression name) {
    return name instanceof NameExpr held
        ? variable(held).map(file.lifetimes()::uses).orElse(List.of())
        : List.of();
  }

  /** The only local variable of that name in the method around. */
  private static Optional<VariableDeclarator> variable(NameExpr name) {
    List<VariableDeclarator> named =
        name.findAncestor(MethodDeclaration.class)
            .map(
                method ->
                    method.findAll(
                        VariableDeclarator.class,
                        v -> v.getNameAsString().equals(name.getNameAsString())))
            .orElse(List.of());
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private Optional<TypeRef> made(Expression entity) {
    if (entity instanceof ObjectCreationExpr creation) {
      return Optional.of(type(creation));
    }
    if (entity instanceof MethodCallExpr call) {
      return built(call);
    }
    if (!(entity instanceof NameExpr name)) {
      return Optional.empty();
    }
    Optional<Expression> value =
        variable(name).flatMap(VariableDeclarator::getInitializer).filter(v -> isOnly(name));
    // One hop: a variable that is given another one may be anything.
    return value.filter(v -> !v.isNameExpr()).flatMap(this::made);
  }

  private TypeRef type(ObjectCreationExpr creation) {
    return file.typeOf(creation, file.siteOf(creation, near).scope());
  }

  /** {@code Entry.builder()....build()}, as Lombok writes it. */
  private Optional<TypeRef> built(MethodCallExpr build) {
    Expression at = build.getNameAsString().equals("build") ? build : null;
    while (at instanceof MethodCallExpr call) {
      Expression scope = call.getScope().orElse(null);
      if (call.getNameAsString().equals("builder") && scope instanceof NameExpr type) {
        return Optional.of(file.typeNamed(type.getNameAsString(), file.siteOf(type, near).frame()));
      }
      at = scope;
    }
    return Optional.empty();
  }

  private boolean isOnly(NameExpr name) {
    return uses(name).stream()
        .noneMatch(use -> use.getParentNode().orElse(null) instanceof AssignExpr);
  }

  private Optional<TypeRef> madeMany(Expression entities) {
    if (entities instanceof MethodCallExpr chain) {
      return mapped(chain);
    }
    if (!(entities instanceof NameExpr name) || !isOnly(name)) {
      return Optional.empty();
    }
    Optional<TypeRef> mapped =
        variable(name)
            .flatMap(VariableDeclarator::getInitializer)
            .filter(MethodCallExpr.class::isInstance)
            .flatMap(chain -> mapped((MethodCallExpr) chain));
    return mapped.isPresent() ? mapped : added(name);
  }

  /** {@code list.add(new Entry(...))} in a loop; what else is added may be loaded. */
  private Optional<TypeRef> added(NameExpr list) {
    Optional<TypeRef> type = Optional.empty();
    for (NameExpr use : uses(list)) {
      if (use.getParentNode().orElse(null) instanceof MethodCallExpr add
          && add.getScope().orElse(null) == use
          && add.getNameAsString().startsWith("add")) {
        Site site = file.siteOf(add, near);
        boolean one = add.getNameAsString().equals("add") && add.getArguments().size() == 1;
        Optional<TypeRef> made = one ? made(add.getArgument(0)) : Optional.empty();
        if (made.isEmpty()) {
          return made;
        }
        type = file.loops().perElement(site).isEmpty() ? type : made;
      }
    }
    return type;
  }

  /** {@code rows.stream().map(row -> new Entry(row)).toList()}. */
  private Optional<TypeRef> mapped(MethodCallExpr chain) {
    Expression at = chain;
    while (at instanceof MethodCallExpr call) {
      if (call.getNameAsString().equals("map") && call.getArguments().size() == 1) {
        return madeBy(call.getArgument(0));
      }
      at = KEEPING.contains(call.getNameAsString()) ? call.getScope().orElse(null) : null;
    }
    return Optional.empty();
  }

  private Optional<TypeRef> madeBy(Expression function) {
    if (function instanceof MethodReferenceExpr reference) {
      return reference.getIdentifier().equals("new") && reference.getScope().isTypeExpr()
          ? Optional.of(
              file.typeOf(
                  reference.getScope().asTypeExpr().getType(),
                  file.siteOf(reference, near).frame()))
          : Optional.empty();
    }
    if (!(function instanceof LambdaExpr lambda)) {
      return Optional.empty();
    }
    if (lambda.getExpressionBody().isPresent()) {
      return made(lambda.getExpressionBody().get());
    }
    List<ReturnStmt> results = lambda.getBody().findAll(ReturnStmt.class);
    Optional<Expression> result =
        results.size() == 1 ? results.get(0).getExpression() : Optional.empty();
    return result.flatMap(this::made);
  }

  /** As a message calls the entity. */
  static String name(TypeRef type) {
    String name =
        type instanceof TypeRef.Named named
            ? named.name()
            : type instanceof TypeRef.OneOf oneOf ? oneOf.names().get(0) : "entity";
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
