package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.Passed;
import dev.perflint.facts.PassedArguments;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.Rows;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;

/**
 * Reads in loops over what another query has given: there are as many as there are rows, and one
 * join or one query for all keys brings the same. So it is with keys that the caller hands over.
 */
final class RowsForRows {
  /** What does more than to read, and is done one by one. */
  private static final List<String> CHANGES =
      List.of(
          "delete", "remove", "save", "insert", "update", "upsert", "persist", "create", "revoke",
          "close", "cancel", "sync", "process", "send", "publish", "execute", "import");

  /** How Spring Data ends the names of queries that are handed many keys. */
  private static final String FOR_MANY = "In";

  private static final List<String> READS =
      List.of(
          "find", "get", "list", "load", "select", "query", "read", "search", "fetch", "count",
          "exists", "is", "has");

  /** Terminal operations that stop when they know. */
  private static final Set<String> STOPPING =
      Set.of("anyMatch", "noneMatch", "allMatch", "findFirst", "findAny");

  private static final String SERVICE = "com.baomidou.mybatisplus.extension.service.IService";

  private RowsForRows() {}

  static Truth areRead(Match match) {
    boolean changes = match.known().isEmpty() && isToChange(match.callee());
    if (changes || match.callee().endsWith(FOR_MANY) || isRecursion(match) || endsAtFirst(match)) {
      return Truth.NO;
    }
    Truth read = isRead(match);
    return read.isNo() ? read : read.and(isOverMany(match, isQueryItself(match)));
  }

  /** What a service inherits from its library is called as other methods of services are. */
  private static boolean isQueryItself(Match match) {
    return match.known().filter(known -> !known.member().type().equals(SERVICE)).isPresent();
  }

  /** The same of a call of a repository, of which only the name says what it does. */
  static Truth areAskedFor(Match match) {
    boolean reads =
        startsWith(match.callee(), READS)
            && !match.callee().endsWith(FOR_MANY)
            && !endsAtFirst(match);
    return reads ? isOverMany(match, true) : Truth.NO;
  }

  /**
   * @param orGiven whether what a caller hands over counts; where the query is further away, it is
   *     a handful too often
   */
  private static Truth isOverMany(Match match, boolean orGiven) {
    FileContext file = match.file();
    Truth truth = Truth.NO;
    for (Loop loop : match.maybeElementLoops()) {
      Truth many = Rows.chosen(file).goneThroughBy(loop, match.site());
      if (orGiven && PassedArguments.of(file).goneThroughBy(loop.node()) != Passed.NONE) {
        many = Truth.LIKELY;
      }
      truth =
          truth.or(many.isNo() ? many : loop.truth().and(many).and(changesRows(loop, match).not()));
    }
    return truth;
  }

  /** A loop that writes for each row, too, has more to do than to read at once. */
  private static Truth changesRows(Loop loop, Match match) {
    FileContext file = match.file();
    Truth truth = Truth.NO;
    for (MethodCallExpr call : LoopFlow.in(file, loop.node()).calls()) {
      if (call != match.node() && isToChange(call.getNameAsString())) {
        truth = truth.or(changesRows(file, file.siteOf(call, match.site())));
      }
    }
    return truth;
  }

  private static Truth changesRows(FileContext file, Site call) {
    TypeRef owner = file.calls().owner(call);
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || file.isOfLibrary(owner);
    return elsewhere
        ? file.calls().plays(call, Roles.QUERY)
        : RepositoryTypes.is(owner, file.types().resolver(), file.knowledge())
            .or(
                Truth.open(
                    new Question.Does(
                        file.calls().method(call, owner, Calls.nameOf(call.node())),
                        Roles.CHANGES_ROWS)));
  }

  private static Truth isRead(Match match) {
    if (match.known().isPresent()) {
      return Truth.of(match.known().get().kind().equals("read"));
    }
    FileContext file = match.file();
    MethodRef method =
        file.calls()
            .method(match.site(), file.calls().owner(match.site()), Calls.nameOf(match.node()));
    return Truth.open(new Question.Does(method, Roles.READS_ROWS))
        .and(Truth.open(new Question.Does(method, Roles.CHANGES_ROWS)).not());
  }

  private static boolean isToChange(String name) {
    return startsWith(name, CHANGES);
  }

  private static boolean startsWith(String name, List<String> verbs) {
    return verbs.stream()
        .anyMatch(
            verb ->
                name.startsWith(verb)
                    && (name.length() == verb.length()
                        || Character.isUpperCase(name.charAt(verb.length()))));
  }

  /** A tree is read level by level, however that is done. */
  private static boolean isRecursion(Match match) {
    return match.node() instanceof MethodCallExpr call
        && isOwn(call)
        && call.findAncestor(TypeDeclaration.class)
            .filter(type -> callsItself(type, match.callee()))
            .isPresent();
  }

  private static boolean callsItself(TypeDeclaration<?> type, String name) {
    return type.getMethodsByName(name).stream()
        .anyMatch(
            method ->
                method
                    .findFirst(
                        MethodCallExpr.class,
                        call -> call.getNameAsString().equals(name) && isOwn(call))
                    .isPresent());
  }

  private static boolean isOwn(MethodCallExpr call) {
    return call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
  }

  /** {@code if (query(row)) return row}, or {@code anyMatch(row -> query(row))}. */
  private static boolean endsAtFirst(Match match) {
    for (Loop loop : match.elementLoops()) {
      if (loop.node() instanceof MethodCallExpr call && stops(call)) {
        return true;
      }
    }
    Node at = match.node();
    while (at.getParentNode().orElse(null) instanceof Expression outer) {
      at = outer;
    }
    return at.getParentNode().orElse(null) instanceof IfStmt choice
        && choice.getCondition() == at
        && leaves(choice.getThenStmt());
  }

  /** Whether the chain of a stream ends so. */
  private static boolean stops(MethodCallExpr operation) {
    MethodCallExpr at = operation;
    while (!STOPPING.contains(at.getNameAsString())) {
      MethodCallExpr last = at;
      if (last.getParentNode().orElse(null) instanceof MethodCallExpr next
          && next.getScope().orElse(null) == last) {
        at = next;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean leaves(Statement branch) {
    Statement last =
        branch.isBlockStmt() && branch.asBlockStmt().getStatements().isNonEmpty()
            ? branch.asBlockStmt().getStatements().getLast().orElse(branch)
            : branch;
    return last.isReturnStmt() || last.isBreakStmt();
  }
}
