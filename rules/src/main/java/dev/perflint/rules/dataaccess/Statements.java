package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Events;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Literals;
import dev.perflint.facts.Loop;
import dev.perflint.facts.ProjectCalls;
import dev.perflint.facts.RowWrites;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Calls that run statements, here or in a method of the project. */
final class Statements {
  private static final Set<String> DDL_WORDS =
      Set.of("create", "alter", "drop", "truncate", "comment", "grant", "set", "pragma", "use");

  private Statements() {}

  /**
   * Open for calls of project methods: the merge knows what they do. Asked for every call of a
   * file, so the cheap answers come first.
   */
  static Truth mayRunQuery(FileContext file, Site site) {
    return mayDo(Roles.QUERY, file, site);
  }

  /** The same of methods that write one row and do nothing else with a database. */
  static Truth mayWriteRow(FileContext file, Site site) {
    return mayDo(Roles.ROW_WRITE, file, site);
  }

  /** The same of methods that flush and ask nothing else of a database. */
  static Truth mayFlush(FileContext file, Site site) {
    return mayDo(Roles.FLUSH, file, site);
  }

  /** The same of methods that read one entry of a store, or write one where no answer is used. */
  static Truth mayAskStore(FileContext file, Site site) {
    if (file.loops().maybePerElement(site).isEmpty()) {
      return Truth.NO;
    }
    // What is added up is an answer here, if none that a batch could not give.
    boolean reads =
        RowWrites.needsAnswer(file, site, false)
            || site.node().getParentNode().filter(AssignExpr.class::isInstance).isPresent();
    return mayDo(reads ? Roles.KEYED_READ : Roles.KEYED_WRITE, file, site);
  }

  private static Truth mayDo(String role, FileContext file, Site site) {
    if (file.loops().maybePerElement(site).isEmpty()) {
      return Truth.NO;
    }
    Optional<MethodRef> event = Events.published(file, site);
    if (event.isPresent()) {
      return Truth.open(new Question.Does(event.get(), role));
    }
    return ProjectCalls.does(file, site, role);
  }

  static boolean isDdl(Match match) {
    return match
        .argument(0)
        .flatMap(argument -> Literals.text(leftmost(argument), match.site().scope()))
        .map(sql -> DDL_WORDS.contains(firstWord(sql)))
        .orElse(false);
  }

  private static Expression leftmost(Expression sql) {
    Expression at = sql;
    while (at.isBinaryExpr()) {
      at = at.asBinaryExpr().getLeft();
    }
    return at;
  }

  private static String firstWord(String sql) {
    String text = sql.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  /**
   * {@code for (String sql : script) statement.execute(sql)}, or {@code execute(step.sql())}: each
   * is a statement of its own.
   */
  static boolean isElement(Match match) {
    boolean takesSql = match.known().filter(known -> isJdbc(known.member().type())).isPresent();
    return takesSql
        && match
            .argument(0)
            .filter(sql -> sql.isArrayAccessExpr() || isElement(root(sql), match))
            .isPresent();
  }

  private static boolean isJdbc(String type) {
    return type.startsWith("java.sql.") || type.startsWith("org.springframework.jdbc.");
  }

  /** What a chain of calls without arguments starts from. */
  private static Expression root(Expression expression) {
    Expression at = expression;
    while (at instanceof MethodCallExpr call
        && call.getArguments().isEmpty()
        && call.getScope().isPresent()) {
      at = call.getScope().get();
    }
    return at;
  }

  private static boolean isElement(Expression expression, Match match) {
    return expression instanceof NameExpr name
        && match
            .site()
            .scope()
            .local(name.getNameAsString())
            .filter(
                local ->
                    local.kind() == Scope.Kind.EACH || local.kind() == Scope.Kind.LAMBDA_PARAMETER)
            .isPresent();
  }

  /**
   * {@code while (rs.next())} calls of the cursor itself, and the query in the head of the loop.
   */
  static boolean walksResult(Match match) {
    return match.callee().equals("next") || match.callee().equals("getMoreResults");
  }

  static String message(Match match) {
    String loop = match.elementLoop().map(Loop::text).orElse("");
    String who =
        match.known().isPresent()
            ? "`" + match.callee() + "` runs a statement"
            : "`" + match.callee() + "` runs a query" + Rule.VIA;
    return who + " for each element: " + loop + ".";
  }
}
