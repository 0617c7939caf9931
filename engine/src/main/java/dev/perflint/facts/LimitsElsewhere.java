package dev.perflint.facts;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one file puts time limits on though it may not have made it: clients that it is given, by
 * their kind; single requests; and all connections at once, by a system property. For the merge,
 * which tells those who made a client without any.
 */
public final class LimitsElsewhere {
  private static final String REQUESTS = "requests of ";
  private static final String PROPERTY = "property that ";
  private static final String POOLS = "pools of ";
  private static final String BEAN = "the bean ";

  private LimitsElsewhere() {}

  /** Whether some file limits a client of that kind that it did not make. */
  public static Truth onClients(String kind) {
    return Truth.open(new Question.Said(kind));
  }

  /** Whether some file limits single requests of clients of that kind. */
  public static Truth onRequests(String kind) {
    return Truth.open(new Question.Said(REQUESTS + kind));
  }

  /** Whether some file says how large a pool of that kind may be that it did not make. */
  public static Truth onPools(String kind) {
    return Truth.open(new Question.Said(POOLS + kind));
  }

  /**
   * Whether another file of the module makes a bean of the same name and limits it: of two the
   * container keeps the one that comes last, and which that is nobody sees.
   */
  public static Truth onBean(Site made, FileContext file) {
    return bean(made, file)
        .map(name -> Truth.open(new Question.SaidBeside(name, file.typeNameAround(made.frame()))))
        .orElse(Truth.NO);
  }

  private static Optional<String> bean(Site site, FileContext file) {
    return PrivateCalls.memberAround(site.node())
        .filter(MethodDeclaration.class::isInstance)
        .flatMap(method -> Beans.madeBy((MethodDeclaration) method, site.frame(), file))
        .map(bean -> BEAN + bean.name());
  }

  /**
   * The roles of properties that code may set, by their names alone, and the kind of what each
   * limits; of the first, whatever there is.
   */
  private static final Map<String, String> BY_NAME =
      Map.of(
          Roles.SETS_TIMEOUT, "", Roles.LIMITS_MAIL, "mail", Roles.LIMITS_DIRECTORY, "directory");

  /** Whether some file names a property of that role, which then limits all. */
  public static Truth byProperty(String role) {
    return Truth.open(new Question.Said(PROPERTY + role));
  }

  /** What the file says to these questions; what is not there it does not do. */
  public static Map<String, Truth> of(FileContext file) {
    Map<String, Truth> found = new TreeMap<>();
    for (String name : file.knowledge().memberNames(Roles.LIMITS_REQUEST)) {
      for (Site site : file.unit().sites().calls(name)) {
        for (Calls.Known known : file.calls().known(site, Roles.LIMITS_REQUEST)) {
          if (mayLimit(site, file)) {
            add(REQUESTS + known.member().kind(), known.truth(), found);
          }
        }
      }
    }
    addForeign(Roles.SETS_TIMEOUT, "", file, found);
    addForeign(Roles.SIZES_POOL, POOLS, file, found);
    BY_NAME.forEach(
        (property, kind) -> {
          if (namesProperty(property, file) && !makes(kind, file)) {
            add(PROPERTY + property, Truth.SURE, found);
          }
        });
    return found;
  }

  /** Whether what a request is given may be a limit on how long it reads. */
  public static boolean mayLimit(Site site, FileContext file) {
    List<Expression> given = Calls.arguments(site.node());
    return given.size() != 1 || TimeLimits.of(file).value(given.get(0)) != Certainty.NO;
  }

  private static boolean namesProperty(String role, FileContext file) {
    List<List<String>> keys = new ArrayList<>();
    for (String key : file.knowledge().properties(role)) {
      keys.add(List.of(key.split("\\*")));
    }
    // Plainly, since it is done for each text of a project.
    for (LiteralStringValueExpr text : file.unit().sites().texts()) {
      for (List<String> parts : keys) {
        if (holds(text.getValue(), parts)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Then what it sets is for what it makes, and is looked at there. */
  private static boolean makes(String kind, FileContext file) {
    return Stream.of(MethodCallExpr.class, ObjectCreationExpr.class)
        .flatMap(calls -> file.unit().sites(calls).stream())
        .flatMap(site -> file.calls().known(site, Roles.WITHOUT_TIMEOUT).stream())
        .anyMatch(known -> known.member().kind().equals(kind));
  }

  /**
   * @param parts of a key between its stars, which stand in the text one after the other
   */
  private static boolean holds(String text, List<String> parts) {
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }

  private static void addForeign(
      String role, String prefix, FileContext file, Map<String, Truth> into) {
    for (String name : file.knowledge().memberNames(role)) {
      for (Site site : file.unit().sites().calls(name)) {
        for (Calls.Known known : file.calls().known(site, role)) {
          if (!isMadeHere(site, file)) {
            add(prefix + known.member().kind(), known.truth(), into);
          }
          if (prefix.isEmpty()) {
            bean(site, file).ifPresent(bean -> add(bean, known.truth(), into));
          }
        }
      }
    }
  }

  private static void add(String what, Truth truth, Map<String, Truth> into) {
    if (truth.mayBeReported()) {
      into.merge(what, truth, Truth::or);
    }
  }

  /** The receiver is a new object, or a variable of the file's own that got one. */
  private static boolean isMadeHere(Site site, FileContext file) {
    Expression root = TimeLimits.root(site.as(MethodCallExpr.class));
    if (!(root instanceof NameExpr name)) {
      return root.isObjectCreationExpr() || isMade(ownField(root, site, file), file);
    }
    Optional<Scope> local = site.scope().local(name.getNameAsString());
    if (local.isEmpty()) {
      boolean isField = file.types().variable(name.getNameAsString(), site.scope()).isPresent();
      return !isField || isMade(ownField(name, site, file), file);
    }
    return local.get().declaration() instanceof VariableDeclarator variable
        && variable.getInitializer().filter(init -> isMade(List.of(init), file)).isPresent();
  }

  /** All that a private field is ever set to. */
  private static List<Expression> ownField(Expression read, Site site, FileContext file) {
    Optional<String> key = FieldKeys.of(read, site, file);
    Optional<FieldDeclaration> field =
        key.flatMap(found -> FieldUses.declaration(found, site.frame(), file))
            .filter(FieldDeclaration::isPrivate);
    return field.map(found -> FieldUses.values(key.get(), found, file)).orElse(List.of());
  }

  private static boolean isMade(List<Expression> values, FileContext file) {
    return !values.isEmpty() && values.stream().allMatch(value -> isMade(value, file));
  }

  /** {@code new}, a chain that starts at a type or ends in {@code build()}, a new connection. */
  private static boolean isMade(Expression value, FileContext file) {
    Expression made = TimeLimits.bare(value);
    if (!(made instanceof MethodCallExpr call)) {
      return made.isObjectCreationExpr();
    }
    Expression root = TimeLimits.root(call);
    Site near = FieldUses.nearest(value, file);
    boolean fromType =
        root instanceof NameExpr name
            && near.scope().local(name.getNameAsString()).isEmpty()
            && file.types().variable(name.getNameAsString(), near.scope()).isEmpty();
    return fromType
        || root.isObjectCreationExpr()
        || call.getNameAsString().startsWith("build")
        || !file.calls().plays(file.siteOf(made, near), Roles.WITHOUT_TIMEOUT).isNo();
  }
}
