package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Queries of whose rows the code wants to know how many there are, or whether there are any. */
final class RowCounts {
  private static final Set<String> COLLECTIONS =
      Set.of("List", "Collection", "Set", "Iterable", "ArrayList");

  /** A write may return what it has written. */
  private static final Pattern WRITE =
      Pattern.compile(
          "(remove|delete|update|insert|save|persist|add|create|merge|lock)([A-Z]\\w*)?");

  private static final Pattern BY_KEYS =
      Pattern.compile("\\w*((By|Batch)(Ids|Keys|PrimaryKeys)|AllById|By\\w+In)");

  private static final String COLUMN =
      "(Name|Code|Email|Mail|Phone|Mobile|Key|Uid|Uuid|UUID|Url|Token)(?![a-z])";

  /** Asks by a column whose value mostly stands in one row: in a name, a criterion, a getter. */
  private static final Pattern UNIQUE =
      Pattern.compile(
          "[a-z]\\w*By(\\w*%1$s\\w*|Id)|(and|or)(\\w*%1$s|Id)Equal\\w*|(get|is)(\\w*%1$s|Id)"
              .formatted(COLUMN));

  private static final Pattern UNIQUE_IN_TEXT =
      Pattern.compile(
          "(^|\\W)(\\w*(name|code|mail|phone|mobile|key|uid|url|token)|id)(\\s*=.*|)$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Criteria that all have to hold: two of them make a key mostly. */
  private static final Pattern CRITERION = Pattern.compile("eq|equal|and[A-Z]\\w*EqualTo");

  private static final Pattern TWO_CRITERIA = Pattern.compile("[a-z]\\w*By[A-Z]\\w*And[A-Z]\\w*");

  private static final Pattern TEMPLATE = Pattern.compile("Jdbc(Template|Operations)$");

  private static final Set<String> TAKES_VALUES_LAST = Set.of("query", "queryForList");

  private static final Pattern MAKES_QUERY =
      Pattern.compile("create(?:Historic)?([A-Z])(\\w*?)(?:Instance)?Query");

  private RowCounts() {}

  /** A query that reads rows into a collection of which nobody knows yet what becomes. */
  static Truth areRead(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    String name = call.getNameAsString();
    if (!isHeldOrCounted(call) || WRITE.matcher(name).matches()) {
      return Truth.NO;
    }
    TypeRef owner = file.calls().owner(site);
    return file.calls()
        .plays(site, Roles.QUERY)
        .or(RepositoryTypes.is(owner, file.types().resolver(), file.knowledge()))
        .or(RepositoryTypes.isByName(owner, name))
        .or(name.equals("getResultList") ? isNoneOfProject(owner) : Truth.NO)
        .and(isCollection(call, file, site));
  }

  /** A type that the project declares and that is no query has a getter of that name. */
  private static Truth isNoneOfProject(TypeRef owner) {
    return owner instanceof TypeRef.Unknown
        ? Truth.LIKELY
        : Truth.open(new Question.IsForeign(owner));
  }

  /** Cheap to see, and rare: every call of a file comes through here. */
  private static boolean isHeldOrCounted(MethodCallExpr call) {
    Node parent = call.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return variable.getParentNode().filter(Expression.class::isInstance).isPresent()
          && (isCollection(variable.getType()) || variable.getTypeAsString().equals("var"));
    }
    return isCounted(call);
  }

  private static boolean isCollection(Type type) {
    return type.isClassOrInterfaceType()
        && COLLECTIONS.contains(type.asClassOrInterfaceType().getNameAsString());
  }

  /** An `Optional` can be empty as well; what has a size or a stream is a collection here. */
  private static Truth isCollection(MethodCallExpr call, FileContext file, Site site) {
    boolean shown =
        call.getParentNode().orElse(null) instanceof VariableDeclarator variable
            ? isCollection(variable.getType())
            : !RowTests.asksWhether(call);
    return shown ? Truth.SURE : file.isA(call, site.scope(), "java.lang.Iterable");
  }

  /** Every use of the rows counts them, or asks whether there are any. */
  static boolean areOnlyCounted(Match match) {
    List<Expression> uses = uses(match);
    return uses.stream().allMatch(use -> isCounted(use) || isComparedToNull(use))
        && uses.stream().anyMatch(RowCounts::isCounted)
        && uses.stream().noneMatch(use -> isSearchedForEach(use, match));
  }

  /** Rows that are read once and searched for each of many: as many queries would be worse. */
  private static boolean isSearchedForEach(Expression use, Match match) {
    boolean searched =
        use.getParentNode().orElse(null) instanceof MethodCallExpr call
            && call.getNameAsString().toLowerCase(Locale.ROOT).endsWith("stream");
    return searched && isRepeated(use, match.node());
  }

  /** Whether a loop or function stands around a use and not around the query. */
  private static boolean isRepeated(Node use, Node query) {
    Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node at = query; at != null; at = at.getParentNode().orElse(null)) {
      around.add(at);
    }
    for (Node at = use; at != null && !around.contains(at); at = at.getParentNode().orElse(null)) {
      if (at instanceof LambdaExpr || at instanceof NodeWithBody<?>) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCounted(Expression rows) {
    return RowTests.asksWhether(rows) || RowTests.asksHowMany(rows);
  }

  private static boolean isComparedToNull(Expression rows) {
    return rows.getParentNode().orElse(null) instanceof BinaryExpr test
        && (test.getLeft().isNullLiteralExpr() || test.getRight().isNullLiteralExpr());
  }

  private static List<Expression> uses(Match match) {
    Expression read = (Expression) match.node();
    return Lifetimes.holder(read)
        .<List<Expression>>map(held -> new ArrayList<>(match.file().lifetimes().uses(held)))
        .orElse(List.of(read));
  }

  private static boolean asksHowMany(Match match) {
    return uses(match).stream().anyMatch(RowTests::asksHowMany);
  }

  /** There are as many rows as keys at most, and somebody holds those in a list. */
  static boolean areOfKeys(Match match) {
    return BY_KEYS.matcher(match.callee()).matches();
  }

  /**
   * Nobody counts, and the query asks by what one row has, mostly: a name, or two columns together.
   */
  static boolean areOfOne(Match match) {
    if (asksHowMany(match)) {
      return false;
    }
    List<MethodCallExpr> calls = QueryParts.of(match.file(), match.site()).calls();
    long criteria =
        calls.stream().filter(call -> CRITERION.matcher(call.getNameAsString()).matches()).count();
    return criteria + boundValues(calls, match) > 1
        || TWO_CRITERIA.matcher(match.callee()).matches()
        || calls.stream().anyMatch(RowCounts::asksByKey)
        || asksByOwnKey(calls);
  }

  /**
   * Values of {@code setParameter}, but for those of a loop, or those that a template is given
   * behind the statement and what maps the rows.
   */
  private static long boundValues(List<MethodCallExpr> calls, Match match) {
    if (isOfTemplate(match)) {
      return match.arguments().size() - 2;
    }
    FileContext file = match.file();
    int depth = match.loops().size();
    return calls.stream()
        .filter(call -> call.getNameAsString().equals("setParameter"))
        .map(call -> file.siteOf(call, match.site()))
        .filter(site -> file.loops().around(site).size() == depth)
        .count();
  }

  private static boolean isOfTemplate(Match match) {
    TypeRef owner = match.file().calls().owner(match.site());
    String name =
        owner instanceof TypeRef.Named named
            ? named.name()
            : owner instanceof TypeRef.ReturnOf made ? made.method() : "";
    return TEMPLATE.matcher(name).find()
        && TAKES_VALUES_LAST.contains(match.callee())
        && match.arguments().size() > 2;
  }

  /** {@code createTaskQuery().taskId(id)}: of process engines it is the name that tells. */
  private static boolean asksByOwnKey(List<MethodCallExpr> calls) {
    Set<String> names =
        calls.stream().map(MethodCallExpr::getNameAsString).collect(Collectors.toSet());
    for (String name : names) {
      Matcher made = MAKES_QUERY.matcher(name);
      if (made.matches()) {
        String one = made.group(1).toLowerCase(Locale.ROOT) + made.group(2);
        return names.contains(one + "Id") || names.contains(one + "InstanceId");
      }
    }
    return false;
  }

  private static boolean asksByKey(MethodCallExpr call) {
    // What a value is taken from says nothing about the column.
    boolean isGetter = call.getArguments().isEmpty() && call.getNameAsString().startsWith("get");
    return !isGetter && UNIQUE.matcher(call.getNameAsString()).matches()
        || call.getArguments().stream().map(RowCounts::column).anyMatch(RowCounts::isUnique);
  }

  private static boolean isUnique(String column) {
    return UNIQUE.matcher(column).matches() || UNIQUE_IN_TEXT.matcher(column).find();
  }

  /** A criterion's column, by getter or by name. */
  private static String column(Expression argument) {
    if (argument instanceof MethodReferenceExpr getter) {
      return getter.getIdentifier();
    }
    return argument instanceof StringLiteralExpr text ? text.asString() : "";
  }

  static String message(Match match) {
    String wanted =
        asksHowMany(match) ? "only their number is used" : "it is only asked whether there are any";
    return "`%s` loads all rows that match, and %s.".formatted(match.callee(), wanted);
  }
}
