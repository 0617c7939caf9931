package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Region;
import dev.perflint.source.Exits;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@link Surroundings} of a site from its frames. */
public final class SurroundingsReader {
  private static final Set<String> LOG_GUARDS =
      Set.of("isDebugEnabled", "isTraceEnabled", "isFinestEnabled", "isLoggable");

  private static final String IS_ENABLED = "isEnabled";

  /** Kinds of what runs a function later, whatever comes. */
  private static final Set<String> STARTING = Set.of("executor", "thread");

  private static final Set<String> STARTERS = Set.of("supplyAsync", "runAsync");

  private final FileContext file;
  private final ParameterTests tests;
  private final Map<Frame, Surroundings> byFrame = new IdentityHashMap<>();

  private final boolean asksLogLevel;
  private final boolean asksWhetherEnabled;

  private SurroundingsReader(FileContext file) {
    this.file = file;
    this.tests = ParameterTests.of(file);
    this.asksLogLevel =
        LOG_GUARDS.stream().anyMatch(name -> !file.unit().sites().calls(name).isEmpty());
    this.asksWhetherEnabled = !file.unit().sites().calls(IS_ENABLED).isEmpty();
  }

  /** The one of this file. */
  public static SurroundingsReader of(FileContext file) {
    return file.once(SurroundingsReader.class, SurroundingsReader::new);
  }

  public Surroundings of(Site site) {
    Surroundings around = unconditioned(site).needing(tests.before(site));
    EarlyReturns.Many returns =
        around.onMiss() ? EarlyReturns.Many.NONE : EarlyReturns.before(site);
    return returns == EarlyReturns.Many.NONE ? around : around.past(returns);
  }

  private Surroundings unconditioned(Site site) {
    Surroundings around =
        byFrame.computeIfAbsent(site.frame(), frame -> compute(frame, site.scope()));
    List<Loop> loops = file.loops().goingOn(site);
    boolean thrown = !around.inCatch() && isThrown(site.node());
    boolean loads = site.node() instanceof MethodReferenceExpr && isLoader(site.node());
    boolean missed = !around.onMiss() && (loads || CacheMisses.isBehindHit(site));
    boolean guarded = !around.logGuarded() && asksLogLevel && isBehindLogGuard(site.node());
    Optional<Site> runner = isHandedOver(site.node()) ? runner(site.node()) : Optional.empty();
    boolean handed = runner.isPresent();
    if (loops.size() == around.loops().size() && !thrown && !missed && !handed && !guarded) {
      return around;
    }
    return new Surroundings(
        repeats(loops),
        around.inCatch() || thrown,
        around.onMiss() || missed,
        around.logGuarded() || guarded,
        around.branch(),
        EarlyReturns.Many.NONE,
        around.later() || handed,
        runner.map(this::isVirtual).orElse(around.virtual()),
        List.of());
  }

  private Surroundings compute(Frame frame, Scope scope) {
    boolean inCatch = false;
    boolean onMiss = file.roles().isCached(frame);
    boolean logGuarded = false;
    Truth branch = Truth.NO;
    Optional<Site> runner = Optional.empty();
    for (Frame at = frame; at != null && !endsBody(at); at = at.parent()) {
      switch (at.kind()) {
        case CATCH -> inCatch = true;
        case BRANCH -> {
          branch = branch.or(Truth.of(!ArgumentGuards.isBehind(at.node(), scope)));
          inCatch |= ErrorAnswers.are(at.node());
          if (at.node().getParentNode().orElse(null) instanceof IfStmt choice) {
            boolean then = choice.getThenStmt() == at.node();
            logGuarded |= then && isLogGuard(choice.getCondition());
            onMiss |=
                then ? CacheMisses.isMiss(choice, scope) : CacheMisses.isElseMiss(choice, scope);
          }
        }
        case LOOP -> branch = branch.or(Truth.of(FilledInBranch.is(at.node(), scope, file)));
        case LAMBDA -> {
          onMiss |= isLoader(at.node());
          Optional<Site> own = runner(at.node());
          branch = branch.or(notAlways(at, own, scope));
          // The innermost says which thread it is.
          runner = runner.isPresent() ? runner : own;
        }
        default -> {}
      }
    }
    List<Loop> loops = file.loops().all(frame);
    boolean later = runner.isPresent();
    if (loops.isEmpty() && !inCatch && !onMiss && !logGuarded && branch.isNo() && !later) {
      return Surroundings.PLAIN;
    }
    return new Surroundings(
        loops.isEmpty() ? List.of() : repeats(loops),
        inCatch,
        onMiss,
        logGuarded,
        branch,
        EarlyReturns.Many.NONE,
        later,
        later && isVirtual(runner.get()),
        List.of());
  }

  private Truth notAlways(Frame function, Optional<Site> runner, Scope scope) {
    return file.loops().runsPerElement(function)
        ? Truth.of(
            Calls.callGiven(function.node())
                .filter(call -> FilledInBranch.is(call, scope, file))
                .isPresent())
        : runner.filter(this::isStarting).isPresent()
            ? Truth.NO
            : HandOvers.runs(function.node(), file).not();
  }

  /** Whether it runs what it is given in any case, unlike what only goes on after something. */
  private boolean isStarting(Site runner) {
    return file.calls().known(runner, Roles.RUNS_LATER).stream()
        .anyMatch(
            known ->
                known.truth().mayBeReported()
                    && (STARTING.contains(known.member().kind())
                        || STARTERS.contains(Calls.nameOf(runner.node()))));
  }

  /** What stands around a handler says nothing of how often it is run. */
  private boolean endsBody(Frame frame) {
    return frame.isMember()
        || frame.kind() == Frame.Kind.TYPE
        || file.handlers().of(frame.node()).isPresent();
  }

  private List<Surroundings.Repeat> repeats(List<Loop> loops) {
    List<Surroundings.Repeat> repeats = new ArrayList<>(loops.size());
    for (Loop loop : loops) {
      if (!loop.truth().isNo()) {
        int parameter = PassedArguments.of(file).goneThroughBy(loop.node());
        Surroundings.Repeat repeat =
            new Surroundings.Repeat(
                loop.kind(),
                loop.factor(),
                loop.text(),
                head(loop.node()),
                loop.truth(),
                parameter);
        repeats.add(FewElements.of(file).goneThroughBy(loop).map(repeat::of).orElse(repeat));
      }
    }
    return repeats;
  }

  /** The first line of a loop: reports point at its head, not at its whole body. */
  private Region head(Node loop) {
    Region whole = file.unit().region(loop);
    int line = whole.startLine();
    int end = file.unit().source().line(line).length() + 1;
    return whole.endLine() == line
        ? whole
        : new Region(line, whole.startColumn(), line, Math.max(end, whole.startColumn()));
  }

  private boolean isLogGuard(Expression condition) {
    // Few files ask for a level, and to search each condition takes long.
    return (asksLogLevel || asksWhetherEnabled)
        && condition.findFirst(MethodCallExpr.class, SurroundingsReader::asksLogLevel).isPresent();
  }

  /** {@code if (!log.isDebugEnabled()) return;} somewhere in front of the node. */
  private static boolean isBehindLogGuard(Node node) {
    Node at = node;
    Node parent = at.getParentNode().orElse(null);
    while (parent != null && !(at instanceof BodyDeclaration)) {
      if (parent instanceof BlockStmt block && at instanceof Statement here) {
        for (IfStmt exit : Exits.before(here, block)) {
          if (exit.getCondition() instanceof UnaryExpr not
              && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
              && not.getExpression() instanceof MethodCallExpr asked
              && asksLogLevel(asked)) {
            return true;
          }
        }
      }
      at = parent;
      parent = at.getParentNode().orElse(null);
    }
    return false;
  }

  /** Much can be enabled; a logger is asked for a level. */
  private static boolean asksLogLevel(MethodCallExpr call) {
    String name = call.getNameAsString();
    return LOG_GUARDS.contains(name) || name.equals(IS_ENABLED) && call.getArguments().isNonEmpty();
  }

  /** A method reference or an anonymous class, which stand for what runs. */
  private static boolean isHandedOver(Node node) {
    return node instanceof MethodReferenceExpr
        || node instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isPresent();
  }

  /**
   * The call that hands a function to another thread, or the thread that is made with it. Operators
   * of a reactive chain run where the chain does: on the scheduler that it names.
   */
  private Optional<Site> runner(Node function) {
    return Calls.takerOf(function)
        .flatMap(taker -> file.unit().sites().at(taker))
        .filter(
            taker ->
                runsLater(taker)
                    || isAsyncByName(taker.node())
                    || ChainThreads.areOther(taker.node()));
  }

  /** Whether each pass of the loop hands what holds the node to another thread. */
  boolean runsElsewhere(Node node, Node loop) {
    for (Node at = node; at != loop && at != null; at = at.getParentNode().orElse(null)) {
      boolean function = at instanceof LambdaExpr || isHandedOver(at);
      if (function && runner(at).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean runsLater(Site taker) {
    return file.calls().known(taker, Roles.RUNS_LATER).stream()
        .anyMatch(
            known -> known.truth().mayBeReported() && !known.member().kind().equals("reactive"));
  }

  /** {@code Failsafe.with(retries).runAsync(task)}: a library or project says so by its name. */
  private static boolean isAsyncByName(Node taker) {
    return taker instanceof MethodCallExpr call && call.getNameAsString().contains("Async");
  }

  private boolean isVirtual(Site runner) {
    return VirtualThreads.of(file).run(runner);
  }

  private boolean isLoader(Node function) {
    return Calls.callAround(function)
        .flatMap(call -> file.unit().sites().at(call))
        .filter(
            site ->
                file.calls().plays(site, Roles.MEMOIZES).equals(Truth.SURE)
                    || CacheMisses.isLoad(site.as(MethodCallExpr.class), function, site.scope()))
        .isPresent();
  }

  private static boolean isThrown(Node node) {
    Node at = node;
    while (at instanceof Expression) {
      at = at.getParentNode().orElse(null);
    }
    return at instanceof ThrowStmt && at instanceof Statement;
  }
}
