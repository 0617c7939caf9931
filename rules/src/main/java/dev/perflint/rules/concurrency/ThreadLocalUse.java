package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.facts.Calls;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a class does with a thread local that it alone can reach. */
final class ThreadLocalUse {
  /** What takes no room that matters. */
  private static final Set<String> SMALL =
      Set.of("Boolean", "Integer", "Long", "Short", "Byte", "Character", "Double", "Float");

  private ThreadLocalUse() {}

  /** A private field, set here for the first time in the file, whose values are worth a thought. */
  static boolean isOwn(Match match) {
    return field(match.site()).filter(ThreadLocalUse::isPrivate).isPresent()
        && on(match, "set").findFirst().filter(first -> first.node() == match.node()).isPresent()
        && NameIndex.of(match.file()).uses(field(match.site()).get().getNameAsString()).stream()
            .noneMatch(use -> Calls.callGiven(use).isPresent());
  }

  private static boolean isPrivate(VariableDeclarator variable) {
    return variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
        && declared.isPrivate()
        && variable
            .getType()
            .toClassOrInterfaceType()
            .flatMap(type -> type.getTypeArguments())
            .filter(of -> of.size() == 1 && !SMALL.contains(of.get(0).asString()))
            .isPresent();
  }

  /** Without a call each thread has a value already, made for it: this one takes its place. */
  static boolean hasFirstValue(Match match) {
    return field(match.site())
        .flatMap(VariableDeclarator::getInitializer)
        .filter(
            made ->
                made instanceof MethodCallExpr call && call.getNameAsString().equals("withInitial")
                    || made instanceof ObjectCreationExpr own
                        && own.getAnonymousClassBody().isPresent())
        .isPresent();
  }

  /** Something in the file takes the value away. */
  static boolean isRemoved(Match match) {
    return on(match, "remove").findAny().isPresent()
        || match.referencesNamed("remove").stream().anyMatch(site -> isSame(site, match))
        || on(match, "set").anyMatch(site -> isNothing(Calls.arguments(site.node())));
  }

  private static boolean isNothing(List<Expression> given) {
    return given.size() == 1
        && (given.get(0).isLiteralExpr() || given.get(0).toString().endsWith(".empty()"));
  }

  /** What was there before is put back in the end. */
  static boolean isRestored(Match match) {
    return on(match, "set")
        .anyMatch(
            site ->
                site.node()
                    .findAncestor(
                        TryStmt.class,
                        tried ->
                            tried
                                .getFinallyBlock()
                                .filter(last -> last.isAncestorOf(site.node()))
                                .isPresent())
                    .isPresent());
  }

  /** The method looks first whether the thread has one: it is to stay for the next call. */
  static boolean isKeptForThread(Match match) {
    return on(match, "get")
        .anyMatch(site -> memberAround(site.node()) == memberAround(match.node()));
  }

  /** In the `run` of a thread, with which the value ends. */
  static boolean endsWithThread(Match match) {
    return match
        .node()
        .findAncestor(MethodDeclaration.class)
        .filter(run -> run.getNameAsString().equals("run") && run.getParameters().isEmpty())
        .filter(run -> match.node().findAncestor(LambdaExpr.class, run::isAncestorOf).isEmpty())
        .flatMap(run -> run.getParentNode().flatMap(ThreadLocalUse::parentType))
        .filter(
            type ->
                match
                    .file()
                    .types()
                    .resolver()
                    .isA(match.file().typeOf(type, match.site().frame()), "java.lang.Thread")
                    .mayBeReported())
        .isPresent();
  }

  private static Optional<ClassOrInterfaceType> parentType(Node body) {
    return body instanceof ClassOrInterfaceDeclaration type
        ? type.getExtendedTypes().getFirst()
        : body instanceof ObjectCreationExpr made ? Optional.of(made.getType()) : Optional.empty();
  }

  private static Node memberAround(Node node) {
    return node.findAncestor(BodyDeclaration.class).map(Node.class::cast).orElse(node);
  }

  private static Stream<Site> on(Match match, String method) {
    return match.callsNamed(method).stream().filter(site -> isSame(site, match));
  }

  private static boolean isSame(Site site, Match match) {
    Optional<VariableDeclarator> field = field(match.site());
    return field.isPresent() && field(site).filter(other -> other == field.get()).isPresent();
  }

  private static Optional<VariableDeclarator> field(Site site) {
    Optional<Expression> receiver =
        site.node() instanceof MethodCallExpr call
            ? call.getScope()
            : site.node() instanceof MethodReferenceExpr reference
                ? Optional.of(reference.getScope())
                : Optional.empty();
    return receiver
        .flatMap(local -> Variable.meantBy(local, site.scope()))
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration());
  }
}
