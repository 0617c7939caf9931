package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which thread a call starts, and how often. */
final class ThreadStarts {
  private static final MemberPattern UNSTARTED =
      MemberPattern.parse("java.lang.Thread.Builder.OfPlatform#unstarted(Runnable)");
  private static final List<MemberPattern> ACCEPTING =
      List.of(
          MemberPattern.parse("java.net.ServerSocket#accept()"),
          MemberPattern.parse("java.nio.channels.ServerSocketChannel#accept()"));
  private static final Pattern THREAD_NAME = Pattern.compile("([\\w.]+\\.)?[A-Z]\\w*Thread");
  private static final Set<String> SIZES =
      Set.of("size", "length", "getLength", "hasNext", "hasMoreElements");

  private ThreadStarts() {}

  /**
   * The thread is made right before, as a platform thread, and no field gets hold of it; {@code
   * ofPlatform().start(task)} makes it itself.
   */
  static boolean isMadeForIt(Match match) {
    if (!(match.node() instanceof MethodCallExpr start)) {
      return false;
    }
    Expression thread = receiver(start);
    if (!(thread instanceof NameExpr name) || !start.getArguments().isEmpty()) {
      return !start.getArguments().isEmpty() || thread != null && makes(thread, match);
    }
    Optional<VariableDeclarator> variable = variable(name, match.site());
    return variable.isPresent()
        && made(variable.get(), match).filter(made -> makes(made, match)).isPresent()
        && match.file().lifetimes().uses(variable.get()).stream().noneMatch(ThreadStarts::isKept);
  }

  /**
   * Whether what is started has a type that nobody declares and is called a thread: the module with
   * it is not always scanned along. Where the type is known its declaration speaks, not its name.
   */
  static Truth isByName(FileContext file, Site site) {
    MethodCallExpr start = site.as(MethodCallExpr.class);
    if (!start.getNameAsString().equals("start")
        || !start.getArguments().isEmpty()
        || start.getScope().isEmpty()) {
      return Truth.NO;
    }
    List<String> names = namesOf(file.calls().owner(site));
    if (names.isEmpty() || !THREAD_NAME.matcher(names.get(0)).matches()) {
      return Truth.NO;
    }
    Truth truth = Truth.SURE;
    for (String name : names) {
      truth = truth.and(Truth.open(new Question.IsForeign(TypeRef.named(name))));
    }
    return truth;
  }

  /** All that a simple name may mean. */
  private static List<String> namesOf(TypeRef type) {
    if (type instanceof TypeRef.OneOf oneOf) {
      return oneOf.names();
    }
    return type instanceof TypeRef.Named named ? List.of(named.name()) : List.of();
  }

  private static Expression receiver(MethodCallExpr start) {
    Expression at = start.getScope().orElse(null);
    while (at != null && at.isEnclosedExpr()) {
      at = at.asEnclosedExpr().getInner();
    }
    return at;
  }

  private static boolean makes(Expression made, Match match) {
    return made instanceof ObjectCreationExpr
        || made instanceof MethodCallExpr call
            && match
                .file()
                .calls()
                .means(match.file().siteOf(call, match.site()), UNSTARTED)
                .equals(Truth.SURE);
  }

  static Optional<VariableDeclarator> variable(NameExpr name, Site site) {
    return site.scope()
        .local(name.getNameAsString())
        .map(Scope::declaration)
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast)
        .filter(v -> v.getParentNode().filter(FieldDeclaration.class::isInstance).isEmpty());
  }

  /** The one value that the variable gets. */
  private static Optional<Expression> made(VariableDeclarator variable, Match match) {
    List<Expression> assigned =
        match.file().lifetimes().uses(variable).stream()
            .map(use -> use.getParentNode().orElse(null))
            .filter(AssignExpr.class::isInstance)
            .map(AssignExpr.class::cast)
            .filter(assign -> isNamed(assign.getTarget(), variable))
            .map(AssignExpr::getValue)
            .toList();
    if (assigned.isEmpty()) {
      return variable.getInitializer();
    }
    boolean once = variable.getInitializer().isEmpty() && assigned.size() == 1;
    return once ? Optional.of(assigned.get(0)) : Optional.empty();
  }

  private static boolean isNamed(Expression target, VariableDeclarator variable) {
    return target instanceof NameExpr name
        && name.getNameAsString().equals(variable.getNameAsString());
  }

  /** {@code this.worker = thread}: it stands for the one that somebody looks after. */
  private static boolean isKept(NameExpr use) {
    return use.getParentNode()
        .filter(parent -> parent instanceof AssignExpr assign && assign.getValue() == use)
        .isPresent();
  }

  /** The loop that takes connections or queued tasks as they come, if it is one. */
  static Optional<MethodCallExpr> source(Match match) {
    for (Loop loop : match.file().loops().repeating(match.site())) {
      boolean waits = loop.kind() == Loop.Kind.ENDLESS || loop.kind() == Loop.Kind.CONDITION;
      Optional<MethodCallExpr> received =
          waits
              ? loop.node()
                  .findFirst(
                      MethodCallExpr.class,
                      call -> isOf(call, loop.node()) && receives(call, match))
              : Optional.empty();
      if (received.isPresent()) {
        return received;
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(MethodCallExpr call, Node loop) {
    return call.findAncestor(LambdaExpr.class).filter(loop::isAncestorOf).isEmpty();
  }

  private static boolean receives(MethodCallExpr call, Match match) {
    FileContext file = match.file();
    Site site = file.siteOf(call, match.site());
    return ACCEPTING.stream()
            .anyMatch(accept -> file.calls().means(site, accept).equals(Truth.SURE))
        || file.calls().known(site, Roles.WAITS).stream()
            .anyMatch(
                known -> known.member().kind().equals("queue") && known.truth().equals(Truth.SURE));
  }

  /** The loop over data that starts one for each element; a counter up to a setting is none. */
  static Optional<Loop> elements(Match match) {
    return match.elementLoops().stream()
        .filter(loop -> !(loop.node() instanceof ForStmt counted) || countsElements(counted))
        .findFirst();
  }

  private static boolean countsElements(ForStmt loop) {
    return loop.getCompare().filter(ThreadStarts::asksForSize).isPresent();
  }

  private static boolean asksForSize(Expression compare) {
    return compare
            .findFirst(MethodCallExpr.class, call -> SIZES.contains(call.getNameAsString()))
            .isPresent()
        || compare
            .findFirst(FieldAccessExpr.class, field -> field.getNameAsString().equals("length"))
            .isPresent();
  }
}
