package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which settings a table has that a library is given: {@code Properties} of a mail session, the
 * environment of a naming context. SURE where one of those asked for is put into it, NO where all
 * that is put into it is seen, UNKNOWN where others may have filled it: a file, the configuration,
 * code elsewhere.
 */
public final class SettingTables {
  private static final Set<String> PUTS = Set.of("put", "setProperty", "putIfAbsent");

  private static final Set<String> READS =
      Set.of(
          "get",
          "getProperty",
          "getOrDefault",
          "containsKey",
          "isEmpty",
          "size",
          "remove",
          "clear",
          "toString",
          "keySet",
          "entrySet",
          "values",
          "stringPropertyNames");

  /** What gives the table of Spring's sender, which has what the same code puts there. */
  private static final String OF_SENDER = "getJavaMailProperties";

  private static final int MOST_STEPS = 8;

  private final FileContext file;
  private final Predicate<String> wanted;
  private final PrivateCalls privateCalls;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SettingTables(FileContext file, Predicate<String> wanted) {
    this.file = file;
    this.wanted = wanted;
    this.privateCalls = new PrivateCalls(file);
  }

  /**
   * Of the table that an expression gives.
   *
   * @param wanted the keys asked for; a constant of another class comes as its name in lower case
   *     with dots, what a text is put together of and not known as {@code *}
   */
  public static Certainty has(Expression table, Predicate<String> wanted, FileContext file) {
    return new SettingTables(file, wanted).of(table, 0);
  }

  private Certainty of(Expression table, int steps) {
    Expression value = TimeLimits.bare(table);
    if (steps > MOST_STEPS) {
      return Certainty.UNKNOWN;
    }
    if (value instanceof ConditionalExpr either) {
      return of(either.getThenExpr(), steps + 1).or(of(either.getElseExpr(), steps + 1));
    }
    if (value instanceof ObjectCreationExpr creation) {
      return Certainty.of(!isEmpty(creation)).and(Certainty.UNKNOWN);
    }
    if (value instanceof MethodCallExpr call) {
      return returned(call, steps);
    }
    return meantBy(value)
        .map(variable -> ofVariable(variable, value, steps))
        .orElse(Certainty.UNKNOWN);
  }

  /**
   * What a {@code return} names is no site of its own, so that its method's scope has no locals.
   */
  private Optional<Variable> meantBy(Expression value) {
    Optional<Variable> known = Variable.meantBy(value, FieldUses.nearest(value, file).scope());
    if (!(value instanceof NameExpr name) || known.filter(found -> !found.isField()).isPresent()) {
      return known;
    }
    List<VariableDeclarator> locals =
        PrivateCalls.memberAround(value).stream()
            .flatMap(member -> member.findAll(VariableDeclarator.class).stream())
            .filter(local -> local.getNameAsString().equals(name.getNameAsString()))
            .toList();
    return locals.isEmpty()
        ? known
        : locals.size() > 1
            ? Optional.empty()
            : Optional.of(new Variable(locals.get(0), name.getNameAsString(), Variable.Kind.LOCAL));
  }

  /** {@code new Properties()}, {@code new Hashtable<>(11)}: no defaults, no copy, no subclass. */
  private static boolean isEmpty(ObjectCreationExpr creation) {
    return creation.getAnonymousClassBody().isEmpty()
        && creation.getArguments().stream().allMatch(Expression::isIntegerLiteralExpr);
  }

  private Certainty returned(MethodCallExpr call, int steps) {
    if (call.getNameAsString().equals(OF_SENDER) || isOfSystem(call)) {
      return used(call, steps);
    }
    Optional<MethodDeclaration> maker = PrivateCalls.declaredHere(call);
    if (maker.isEmpty()) {
      return Certainty.UNKNOWN;
    }
    return maker.get().findAll(ReturnStmt.class).stream()
        .map(
            statement ->
                statement
                    .getExpression()
                    .map(value -> of(value, steps + 1))
                    .orElse(Certainty.UNKNOWN))
        .reduce(Certainty::or)
        .orElse(Certainty.UNKNOWN);
  }

  /** What the command line puts there is not seen, and hardly ever a limit for one library. */
  private static boolean isOfSystem(MethodCallExpr call) {
    return call.getNameAsString().equals("getProperties")
        && call.getScope().filter(scope -> scope.toString().equals("System")).isPresent();
  }

  private Certainty ofVariable(Variable variable, Expression named, int steps) {
    if (!seen.add(variable.declaration())) {
      return Certainty.NO;
    }
    if (variable.kind() == Variable.Kind.FIELD) {
      return ofField(named, steps);
    }
    List<Expression> values =
        variable.declaration() instanceof Parameter parameter
            ? privateCalls.given(parameter)
            : AssignedValues.of(variable, file);
    Certainty found = Certainty.NO;
    boolean any = !values.isEmpty();
    for (Expression value : values) {
      found = found.or(of(value, steps + 1));
    }
    if (variable.declaration() instanceof VariableDeclarator local) {
      any |= local.getInitializer().isPresent();
      found = found.or(local.getInitializer().map(init -> start(init, steps)).orElse(Certainty.NO));
      found = found.or(uses(file.lifetimes().uses(local), steps));
    } else if (variable.declaration() instanceof Parameter parameter) {
      found = found.or(uses(VariableUses.of(parameter), steps));
    }
    return any && !isReferredTo(variable.name()) ? found : Certainty.UNKNOWN;
  }

  /** {@code more.forEach(settings::put)}: whatever is there. */
  private boolean isReferredTo(String name) {
    return file.unit().sites(MethodReferenceExpr.class).stream()
        .map(site -> site.as(MethodReferenceExpr.class))
        .anyMatch(
            reference ->
                reference.getScope().toString().equals(name)
                    && PUTS.contains(reference.getIdentifier()));
  }

  private Certainty start(Expression init, int steps) {
    return init.isNullLiteralExpr() ? Certainty.NO : of(init, steps + 1);
  }

  private Certainty ofField(Expression named, int steps) {
    Optional<String> key = FieldKeys.of(named, FieldUses.nearest(named, file), file);
    Optional<FieldDeclaration> field =
        key.flatMap(
                found -> FieldUses.declaration(found, FieldUses.nearest(named, file).frame(), file))
            .filter(FieldDeclaration::isPrivate);
    if (field.isEmpty()) {
      return Certainty.UNKNOWN;
    }
    List<Expression> values = FieldUses.values(key.get(), field.get(), file);
    Certainty found = values.isEmpty() ? Certainty.UNKNOWN : Certainty.NO;
    for (Expression value : values) {
      found = found.or(start(value, steps));
    }
    return found.or(uses(FieldUses.reads(key.get(), file), steps));
  }

  private Certainty uses(List<? extends Expression> uses, int steps) {
    return uses.stream().map(use -> used(use, steps)).reduce(Certainty.NO, Certainty::or);
  }

  /** What one place does with the table. */
  private Certainty used(Expression use, int steps) {
    Node parent = use.getParentNode().orElse(null);
    if (parent instanceof MethodCallExpr call) {
      return call.getScope().filter(scope -> scope == use).isPresent()
          ? called(call)
          : given(call, use, steps);
    }
    if (parent instanceof ObjectCreationExpr creation) {
      return takes(creation);
    }
    if (parent instanceof Expression outer && (outer.isEnclosedExpr() || outer.isCastExpr())) {
      return used(outer, steps);
    }
    if (parent instanceof VariableDeclarator alias && alias.getInitializer().isPresent()) {
      return seen.add(alias) ? uses(file.lifetimes().uses(alias), steps + 1) : Certainty.NO;
    }
    boolean harmless =
        parent instanceof Statement
            || parent instanceof BinaryExpr
            || parent instanceof AssignExpr assign && assign.getTarget() == use;
    return harmless ? Certainty.NO : Certainty.UNKNOWN;
  }

  private Certainty called(MethodCallExpr call) {
    if (PUTS.contains(call.getNameAsString()) && call.getArguments().size() == 2) {
      return key(call.getArgument(0))
          .map(key -> Certainty.of(wanted.test(key)))
          .orElse(Certainty.UNKNOWN);
    }
    return READS.contains(call.getNameAsString()) ? Certainty.NO : Certainty.UNKNOWN;
  }

  private Certainty given(MethodCallExpr call, Expression table, int steps) {
    Optional<MethodDeclaration> helper = PrivateCalls.declaredHere(call);
    if (helper.isEmpty()) {
      return takes(call);
    }
    int index = call.getArguments().indexOf(table);
    if (index < 0 || steps > MOST_STEPS) {
      return Certainty.UNKNOWN;
    }
    Parameter parameter = helper.get().getParameter(index);
    return seen.add(parameter) ? uses(VariableUses.of(parameter), steps + 1) : Certainty.NO;
  }

  /** Those who want the settings read them; what anybody else does with them is not seen. */
  private Certainty takes(Expression taker) {
    boolean reads =
        file.calls()
                .plays(file.siteOf(taker, FieldUses.nearest(taker, file)), Roles.WITHOUT_TIMEOUT)
                .mayBeReported()
            || Calls.nameOf(taker).startsWith("set");
    return reads ? Certainty.NO : Certainty.UNKNOWN;
  }

  /** The text of a key, as far as it shows. */
  private Optional<String> key(Expression expression) {
    Expression key = TimeLimits.bare(expression);
    Optional<String> text = Literals.text(key, FieldUses.nearest(key, file).scope());
    if (text.isPresent()) {
      return text;
    }
    if (key instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      Optional<String> left = key(sum.getLeft());
      Optional<String> right = key(sum.getRight());
      return left.isEmpty() && right.isEmpty()
          ? Optional.empty()
          : Optional.of(left.orElse("*") + right.orElse("*"));
    }
    String name =
        key instanceof NameExpr simple
            ? simple.getNameAsString()
            : key instanceof FieldAccessExpr access ? access.getNameAsString() : "";
    return !name.isEmpty() && MemberNames.isConstant(name)
        ? Optional.of(name.toLowerCase(Locale.ROOT).replace('_', '.'))
        : Optional.empty();
  }
}
