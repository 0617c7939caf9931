package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many elements a call gives at most, where it is told a number or asked for one page. */
final class Limits {
  /** As Spring Data names queries that give the first ones only. */
  private static final Pattern FIRST_ONES =
      Pattern.compile(
          "(?:find|get|read|query|search|stream|list|select)(?:Distinct)?(?:Top|First)"
              + "(?:(\\d{1,9})(?:[A-Z]\\w*)?|By\\w*)");

  private static final Pattern CUT =
      Pattern.compile(
          "\\blimit\\s+(?:\\d+\\s*,\\s*)?(\\d{1,9})\\s*;?\\s*$"
              + "|\\bfetch\\s+(?:first|next)\\s+(\\d{1,9})\\s+rows?\\s+only\\s*;?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** Arguments that say which page, by their names. */
  private static final Pattern PAGE =
      Pattern.compile(
          "page(able|request|param|params|query|dto|vo|bo|no|num|number|index|size)?"
              + "|perPage|pagination|paging|rowBounds",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAGES =
      Pattern.compile("(?:.*\\.)?(?:I?Page(?:Impl|Info|DTO|Result|Data|List)?|Slice|Paged\\w+)");

  /** Sizes of pages that take all there is, or as much as a job can. */
  private static final Pattern OF_ALL =
      Pattern.compile("max|unpaged|batch|chunk|size\\(\\)$", Pattern.CASE_INSENSITIVE);

  private static final Set<String> PAGE_FACTORIES = Set.of("of", "ofSize", "from");

  private static final Set<String> PAGE_TYPES =
      Set.of("Page", "Pageable", "PageRequest", "Limit", "PageDTO");

  private static final Set<String> OF_PAGE =
      Set.of("getContent", "getRecords", "getList", "getRows", "getItems", "getResults");

  private static final Set<String> LIMITING =
      Set.of("limit", "setMaxResults", "maxResults", "last", "subList");

  private static final int STATEMENTS_BEFORE = 3;

  private final FileContext file;
  private final boolean startsPages;
  private final boolean setsMost;

  Limits(FileContext file) {
    this.file = file;
    this.startsPages = !file.unit().sites().calls("startPage").isEmpty();
    this.setsMost = !file.unit().sites().calls("setMaxResults").isEmpty();
  }

  Optional<Few> of(MethodCallExpr call, Site near) {
    Optional<Few> literal =
        byName(call)
            .or(() -> inChain(call, near.scope()))
            .or(() -> inText(call, near.scope()))
            .or(() -> setBefore(call));
    return literal.isPresent() ? literal : page(call, near).filter(page -> !isOneOfMany(call));
  }

  private static Optional<Few> byName(MethodCallExpr call) {
    Matcher first = FIRST_ONES.matcher(call.getNameAsString());
    if (!first.matches()) {
      return Optional.empty();
    }
    return first.group(1) == null
        ? Optional.of(Few.OF_ONE)
        : atMost(OptionalLong.of(Long.parseLong(first.group(1))));
  }

  /** {@code query.setMaxResults(10).getResultList()}, {@code all.stream().limit(5)}. */
  private Optional<Few> inChain(MethodCallExpr call, Scope scope) {
    Expression at = call;
    while (at instanceof MethodCallExpr step) {
      if (LIMITING.contains(step.getNameAsString()) && step.getArguments().isNonEmpty()) {
        Optional<Few> limit = ofStep(step, scope);
        if (limit.isPresent()) {
          return limit;
        }
      }
      at = step.getScope().orElse(null);
    }
    return Optional.empty();
  }

  private static Optional<Few> ofStep(MethodCallExpr step, Scope scope) {
    Expression last = step.getArgument(step.getArguments().size() - 1);
    return switch (step.getNameAsString()) {
      case "last" -> Literals.text(last, scope).flatMap(Limits::inSql);
      case "subList" -> {
        OptionalLong from = Literals.number(step.getArgument(0), scope);
        OptionalLong to = number(last, scope);
        yield from.isPresent() && to.isPresent()
            ? atMost(OptionalLong.of(to.getAsLong() - from.getAsLong()))
            : Optional.empty();
      }
      default -> atMost(number(last, scope));
    };
  }

  /** A constant, or {@code Math.min(5, all.size())}. */
  private static OptionalLong number(Expression value, Scope scope) {
    if (value instanceof MethodCallExpr min
        && min.getNameAsString().equals("min")
        && min.getArguments().size() == 2) {
      OptionalLong first = Literals.number(min.getArgument(0), scope);
      return first.isPresent() ? first : Literals.number(min.getArgument(1), scope);
    }
    return Literals.number(value, scope);
  }

  private static Optional<Few> atMost(OptionalLong number) {
    return number.isPresent() && number.getAsLong() > 0 && number.getAsLong() < Loop.UNBOUNDED
        ? Optional.of(Few.atMost(number.getAsLong()))
        : Optional.empty();
  }

  private static Optional<Few> inText(MethodCallExpr call, Scope scope) {
    for (Expression argument : call.getArguments()) {
      if (argument.isStringLiteralExpr()
          || argument.isTextBlockLiteralExpr()
          || argument.isBinaryExpr()) {
        Optional<Few> cut = Literals.text(argument, scope).flatMap(Limits::inSql);
        if (cut.isPresent()) {
          return cut;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Few> inSql(String sql) {
    Matcher cut = CUT.matcher(sql);
    return cut.find()
        ? atMost(
            OptionalLong.of(Long.parseLong(cut.group(1) == null ? cut.group(2) : cut.group(1))))
        : Optional.empty();
  }

  /** {@code query.setMaxResults(10); query.getResultList()}. */
  private Optional<Few> setBefore(MethodCallExpr call) {
    if (!setsMost || !(call.getScope().orElse(null) instanceof NameExpr query)) {
      return Optional.empty();
    }
    Node member = PrivateCalls.memberAround(call).orElse(null);
    for (Site site : file.unit().sites().calls("setMaxResults")) {
      MethodCallExpr set = site.as(MethodCallExpr.class);
      if (set.getArguments().size() == 1
          && set.getScope().orElse(null) instanceof NameExpr on
          && on.getName().equals(query.getName())
          && PrivateCalls.memberAround(set).orElse(null) == member) {
        return atMost(number(set.getArgument(0), site.scope()));
      }
    }
    return Optional.empty();
  }

  private Optional<Few> page(MethodCallExpr call, Site near) {
    if (OF_PAGE.contains(call.getNameAsString()) && call.getArguments().isEmpty()) {
      return call.getScope().filter(of -> isPage(of, near.scope())).map(of -> Few.PAGE);
    }
    for (Expression argument : call.getArguments()) {
      Expression given = meant(argument, near.scope());
      Optional<Expression> size = sizeOfPage(given);
      if (size.isPresent()) {
        OptionalLong number = number(size.get(), near.scope());
        return number.isPresent()
            ? atMost(number)
            : isOfAll(size.get()) ? Optional.empty() : Optional.of(Few.PAGE);
      }
      if (PAGE.matcher(RowsOfOne.named(argument)).matches() && !isOfAll(given)) {
        return Optional.of(Few.PAGE);
      }
    }
    return startsPages ? started(call, near.scope()) : Optional.empty();
  }

  private boolean isPage(Expression value, Scope scope) {
    TypeRef type = file.typeOf(value, scope);
    return type instanceof TypeRef.Named named && PAGES.matcher(named.name()).matches()
        || type instanceof TypeRef.OneOf oneOf
            && oneOf.names().stream().anyMatch(name -> PAGES.matcher(name).matches());
  }

  private static Expression meant(Expression argument, Scope scope) {
    return Variable.meantBy(argument, scope).flatMap(Variable::initializer).orElse(argument);
  }

  /** {@code PageRequest.of(0, 10)}, {@code new Page<>(1, 10)}. */
  private static Optional<Expression> sizeOfPage(Expression page) {
    if (page instanceof ObjectCreationExpr creation
        && creation.getArguments().size() >= 2
        && PAGE_TYPES.contains(creation.getType().getNameAsString())) {
      return Optional.of(creation.getArgument(1));
    }
    if (page instanceof MethodCallExpr call
        && PAGE_FACTORIES.contains(call.getNameAsString())
        && call.getArguments().isNonEmpty()
        && call.getScope().orElse(null) instanceof NameExpr type
        && PAGE_TYPES.contains(type.getNameAsString())) {
      return Optional.of(call.getArgument(Math.min(1, call.getArguments().size() - 1)));
    }
    return Optional.empty();
  }

  private static boolean isOfAll(Expression size) {
    return OF_ALL.matcher(size.toString()).find();
  }

  /** {@code PageHelper.startPage(no, size); mapper.select()}. */
  private Optional<Few> started(MethodCallExpr call, Scope scope) {
    Statement statement = call.findAncestor(Statement.class).orElse(null);
    if (statement == null || !(statement.getParentNode().orElse(null) instanceof BlockStmt block)) {
      return Optional.empty();
    }
    List<Statement> all = block.getStatements();
    int here = 0;
    // Not by indexOf, which compares trees.
    while (all.get(here) != statement) {
      here++;
    }
    for (int i = here - 1; i >= Math.max(0, here - STATEMENTS_BEFORE); i--) {
      Optional<MethodCallExpr> start =
          all.get(i).findFirst(MethodCallExpr.class, c -> c.getNameAsString().equals("startPage"));
      if (start.isPresent()) {
        List<Expression> arguments = start.get().getArguments();
        OptionalLong number =
            arguments.size() < 2 ? OptionalLong.empty() : number(arguments.get(1), scope);
        return number.isPresent() ? atMost(number) : Optional.of(Few.PAGE);
      }
    }
    return Optional.empty();
  }

  /** Who asks for page after page goes through all of them. */
  private static boolean isOneOfMany(MethodCallExpr call) {
    for (Node at = call; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof WhileStmt || at instanceof DoStmt || at instanceof ForStmt) {
        return true;
      }
      if (at instanceof CallableDeclaration<?>) {
        return false;
      }
    }
    return false;
  }
}
