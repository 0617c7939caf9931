package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Site;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what is made at a place depends on who calls it: on a parameter, on the element of a
 * loop, or on the tenant or user of the moment. An object that each caller wants differently cannot
 * simply be made once. Constants, fields and the application's configuration are the same for all.
 */
public final class CallerSettings {
  /** Chains of variables are short; what is longer is given up, as if it came from the caller. */
  private static final int MOST_STEPS = 400;

  /** Calls that say who is asking: {@code getCurrentUser()}, {@code TenantContext.get()}. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(get|find|load|lookup)?(Current|Tenant|Principal|LoginUser).*|current[A-Z].*");

  private static final Pattern HOLDER =
      Pattern.compile(
          ".*((Tenant|User|Request|Security|Session)Context|ContextHolder|ContextUtils?|SecurityUtils)");

  private final FileContext file;
  private final Site site;
  private final Deque<Node> open = new ArrayDeque<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private CallerSettings(FileContext file, Site site) {
    this.file = file;
    this.site = site;
  }

  /**
   * @param site of the call or creation that makes the object
   */
  public static boolean decide(FileContext file, Site site) {
    CallerSettings settings = new CallerSettings(file, site);
    Lifetimes.holder(site.node()).ifPresent(settings::addSetters);
    return settings.isFoundFrom(site.node());
  }

  /**
   * The same of one argument of what is made there.
   *
   * @param site of the call or creation that makes the object
   */
  public static boolean decide(FileContext file, Site site, Expression argument) {
    return new CallerSettings(file, site).isFoundFrom(argument);
  }

  private boolean isFoundFrom(Node start) {
    open.add(start);
    int steps = 0;
    while (!open.isEmpty()) {
      Node next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (++steps > MOST_STEPS) {
        return true;
      }
      for (Node node : next.findAll(Node.class)) {
        if (node instanceof NameExpr name && isOfCaller(name, next)
            || node instanceof MethodCallExpr call && isOfMoment(call)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOfCaller(NameExpr name, Node within) {
    Site at = file.siteOf(name, site);
    Optional<Variable> variable = Variable.meantBy(name, at.scope());
    if (variable.isEmpty() || variable.get().isField()) {
      return false;
    }
    Node declared = variable.get().declaration();
    if (Ancestry.holds(within, declared)) {
      // A function that sets up what it is handed.
      return false;
    }
    if (variable.get().kind() == Variable.Kind.LOCAL
        && declared instanceof VariableDeclarator local) {
      addWhatSetsUp(local);
      return false;
    }
    return true;
  }

  /** All that a local variable is given: its values, and what stands beside it in calls. */
  private void addWhatSetsUp(VariableDeclarator local) {
    local.getInitializer().ifPresent(open::add);
    for (NameExpr use : file.lifetimes().uses(local)) {
      Node parent = use.getParentNode().orElse(null);
      if (parent instanceof AssignExpr assign && assign.getTarget() == use) {
        open.add(assign.getValue());
      } else if (parent instanceof MethodCallExpr call && isBefore(call)) {
        open.addAll(call.getArguments());
      }
    }
  }

  /** What is made by a constructor is often told its settings afterwards. */
  private void addSetters(VariableDeclarator made) {
    for (NameExpr use : file.lifetimes().uses(made)) {
      if (use.getParentNode().orElse(null) instanceof MethodCallExpr call
          && (call.getNameAsString().startsWith("set") || call.getNameAsString().equals("init"))
          && call.getScope().orElse(null) == use) {
        open.addAll(call.getArguments());
      }
    }
  }

  /** Only what comes before can decide what is made. */
  private boolean isBefore(Node node) {
    return node.getBegin().isPresent()
        && site.node().getEnd().isPresent()
        && node.getBegin().get().isBefore(site.node().getEnd().get());
  }

  private boolean isOfMoment(MethodCallExpr call) {
    if (namesMoment(call)) {
      return true;
    }
    return call.getScope().isEmpty()
        && call.getArguments().isEmpty()
        && bodyOf(call).stream()
            .flatMap(method -> method.findAll(MethodCallExpr.class).stream())
            .anyMatch(CallerSettings::namesMoment);
  }

  private static boolean namesMoment(MethodCallExpr call) {
    return MOMENT.matcher(call.getNameAsString()).matches()
        || call.getScope()
            .filter(NameExpr.class::isInstance)
            .filter(scope -> Character.isUpperCase(scope.toString().charAt(0)))
            .filter(scope -> HOLDER.matcher(scope.toString()).matches())
            .isPresent();
  }

  private static List<MethodDeclaration> bodyOf(MethodCallExpr call) {
    return PrivateCalls.typeAround(call)
        .flatMap(type -> PrivateCalls.onlyFitting(call, type))
        .map(List::of)
        .orElse(List.of());
  }
}
