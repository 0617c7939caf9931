package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.model.Region;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what methods do with those arguments that somebody asks about: clients, connections and
 * what closes, and functions.
 */
public final class ArgumentReader {
  /** Types under which clients and connections are closed, by their simple names. */
  private static final Set<String> CLOSEABLE = Set.of("AutoCloseable", "Closeable");

  private static final Set<String> FUNCTIONS = Set.of("Runnable", "Callable");
  private static final List<String> FUNCTION_NAMES =
      List.of("Function", "Consumer", "Supplier", "Predicate", "Operator");
  private static final String FUNCTION_PACKAGE = "java.util.function.";

  /** What projects and libraries call theirs. */
  private static final Pattern OWN_FUNCTION =
      Pattern.compile(
          "(?:Function|Consumer|Supplier|Runnable|Callable|Callback|Task|Action|Operation|Work"
              + "|Procedure|Block|Closure)$");

  private final FileContext file;
  private final Set<String> watched;
  private final Set<String> taken;

  private ArgumentReader(FileContext file) {
    this.file = file;
    this.watched = file.knowledge().derived(ArgumentReader.class, ArgumentReader::watched);
    this.taken = file.knowledge().derived(Roles.TAKES, ArgumentReader::taken);
  }

  /** The one of this file. */
  public static ArgumentReader of(FileContext file) {
    return file.once(ArgumentReader.class, ArgumentReader::new);
  }

  /** Types of what the knowledge makes without a limit or at great expense, by simple name. */
  private static Set<String> watched(Knowledge knowledge) {
    Set<String> names = new HashSet<>(CLOSEABLE);
    for (String role :
        List.of(Roles.WITHOUT_TIMEOUT, Roles.SETS_TIMEOUT, Roles.EXPENSIVE_TO_CREATE)) {
      for (KnownMember member : knowledge.members(role)) {
        names.add(simple(member.makes().orElse(member.member().type())));
        names.add(member.member().simpleTypeName());
      }
    }
    return names;
  }

  /** Types of what is taken and has to be given back, by simple name. */
  private static Set<String> taken(Knowledge knowledge) {
    Set<String> names = new HashSet<>();
    for (KnownMember member : knowledge.members(Roles.TAKES)) {
      member.makes().ifPresent(type -> names.add(simple(type)));
    }
    return names;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Of one method or constructor; arguments of which there is nothing to say are left out. */
  public List<ArgumentFacts> of(CallableDeclaration<?> callable) {
    List<ArgumentFacts> found = new ArrayList<>(0);
    boolean empty = callable instanceof MethodDeclaration method && method.getBody().isEmpty();
    for (int i = 0; i < callable.getParameters().size() && !empty; i++) {
      Parameter parameter = callable.getParameter(i);
      if (!parameter.isVarArgs()) {
        int index = i;
        argument(parameter, index).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<ArgumentFacts> argument(Parameter parameter, int index) {
    Type type = parameter.getType();
    if (!type.isClassOrInterfaceType()) {
      return Optional.empty();
    }
    String name = type.asClassOrInterfaceType().getNameAsString();
    if (watched.contains(name)) {
      return Optional.of(resource(parameter, index));
    }
    if (taken.contains(name)) {
      return Optional.of(borrowed(parameter, index));
    }
    if (isFunction(name, parameter)) {
      return Optional.of(function(parameter, index));
    }
    return OWN_FUNCTION.matcher(name).find()
        ? Optional.of(function(parameter, index)).filter(ArgumentFacts::sayAnything)
        : Optional.empty();
  }

  private boolean isFunction(String name, Parameter parameter) {
    if (FUNCTIONS.contains(name)) {
      return true;
    }
    if (FUNCTION_NAMES.stream().noneMatch(name::endsWith)) {
      return false;
    }
    return file.unit()
        .sites()
        .at(parameter.getParentNode().orElseThrow())
        .map(site -> file.names().resolve(parameter.getType(), site.frame()))
        .filter(
            type ->
                type instanceof TypeRef.Named named && named.name().startsWith(FUNCTION_PACKAGE))
        .isPresent();
  }

  private ArgumentFacts resource(Parameter parameter, int index) {
    Handling handled = HandlingReader.of(parameter, file);
    List<ArgumentFacts.Effect> effects = new ArrayList<>(1);
    closing(parameter, handled)
        .ifPresent(at -> effects.add(new ArgumentFacts.Effect(ArgumentFacts.CLOSES, at)));
    Certainty limited = TimeLimits.of(file).later(handled.here());
    if (limited == Certainty.SURE) {
      Region at = region(handled.on().isEmpty() ? parameter : handled.on().get(0));
      effects.add(new ArgumentFacts.Effect(HandOvers.LIMITS, at));
    }
    List<ArgumentFacts.Passed> passed = new ArrayList<>(handled.handed().size());
    for (Handling.Handed handed : handled.handed()) {
      passed.add(
          new ArgumentFacts.Passed(
              handed.method(), handed.argument(), false, false, region(parameter)));
    }
    return new ArgumentFacts(
        index, effects, passed, handled.leaves(), limited == Certainty.UNKNOWN);
  }

  private ArgumentFacts borrowed(Parameter parameter, int index) {
    Taken what = TakenReader.of(parameter, file);
    List<ArgumentFacts.Effect> effects = new ArrayList<>(1);
    what.back().stream()
        .findFirst()
        .ifPresent(at -> effects.add(new ArgumentFacts.Effect(ArgumentFacts.CLOSES, region(at))));
    List<ArgumentFacts.Passed> passed = new ArrayList<>(what.handed().size());
    for (Taken.Lent lent : what.handed()) {
      passed.add(
          new ArgumentFacts.Passed(
              lent.to().method(), lent.to().argument(), false, false, region(lent.call())));
    }
    return new ArgumentFacts(index, effects, passed, !what.leaves().isEmpty(), false);
  }

  private Optional<Region> closing(Parameter parameter, Handling handled) {
    for (List<Expression> calls : List.of(handled.on(), handled.with())) {
      for (Expression call : calls) {
        if (Lifetimes.CLOSERS.contains(Calls.nameOf(call))) {
          return Optional.of(region(call));
        }
      }
    }
    return VariableUses.of(parameter).stream()
        .filter(use -> use.getParentNode().filter(TryStmt.class::isInstance).isPresent())
        .map(this::region)
        .findFirst();
  }

  /** A function: where it is called or handed on, and whether a loop stands around. */
  private ArgumentFacts function(Parameter parameter, int index) {
    List<ArgumentFacts.Effect> effects = new ArrayList<>(1);
    List<ArgumentFacts.Passed> passed = new ArrayList<>(0);
    Node callable = parameter.getParentNode().orElseThrow();
    for (Expression use : NameIndex.of(file).uses(parameter.getNameAsString())) {
      if (use instanceof NameExpr name
          && Calls.callAround(name).isPresent()
          && Ancestry.holds(callable, name)) {
        used(name, parameter, effects, passed);
      }
    }
    return new ArgumentFacts(index, effects, passed, false, false);
  }

  private void used(
      NameExpr use,
      Parameter parameter,
      List<ArgumentFacts.Effect> effects,
      List<ArgumentFacts.Passed> passed) {
    MethodCallExpr call = Calls.callAround(use).orElseThrow();
    Site site = file.siteOf(call, FieldUses.nearest(use, file));
    Optional<Scope> local = site.scope().local(use.getNameAsString());
    if (local.isEmpty() || local.get().declaration() != parameter) {
      return;
    }
    // A flatMap may be one of a single value: only what surely repeats counts.
    boolean looped =
        file.loops().perElement(site).stream()
            .anyMatch(loop -> loop.truth().equals(Truth.SURE) && waitsIn(loop, use));
    boolean always = !looped && SurroundingsReader.of(file).of(site).isAlways();
    if (call.getScope().orElse(null) == use) {
      String what = looped ? HandOvers.ITERATES : ArgumentFacts.CALLS;
      effects.add(new ArgumentFacts.Effect(what, region(call)));
      if (always) {
        effects.add(new ArgumentFacts.Effect(HandOvers.RUNS, region(call)));
      }
    } else if (always && HandOvers.runAtOnce(site, file).isShown()) {
      effects.add(new ArgumentFacts.Effect(HandOvers.RUNS, region(call)));
    } else if (file.calls().plays(site, Roles.ITERATES).equals(Truth.SURE)) {
      effects.add(new ArgumentFacts.Effect(HandOvers.ITERATES, region(call)));
    } else {
      Optional<MethodRef> method = HandOvers.projectMethod(call, file);
      int argument = call.getArguments().indexOf(use);
      method.ifPresent(
          callee ->
              passed.add(new ArgumentFacts.Passed(callee, argument, looped, always, region(call))));
    }
  }

  private boolean waitsIn(Loop loop, Node use) {
    return !SurroundingsReader.of(file).runsElsewhere(use, loop.node());
  }

  private Region region(Node node) {
    return file.unit().region(node);
  }
}
