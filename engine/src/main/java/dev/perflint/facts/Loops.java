package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The loops around a site, innermost first, up to the method that it runs in. Lambdas run per
 * element count.
 */
public final class Loops {
  private static final Set<String> STREAMS = Set.of("stream", "parallelStream");

  private final FileContext file;
  private final LoopShapes shapes;
  private final Map<Frame, List<Loop>> byFrame = new IdentityHashMap<>();

  Loops(FileContext file) {
    this.file = file;
    this.shapes = new LoopShapes(file);
  }

  /** The loops around a site, including the call that runs a method reference per element. */
  public List<Loop> around(Site site) {
    return seen(all(site));
  }

  /** The same with those calls of which another file decides whether they are loops. */
  public List<Loop> all(Site site) {
    List<Loop> outer = all(site.frame());
    if (site.node() instanceof MethodReferenceExpr) {
      Optional<Loop> direct = perElementCall(site.node(), site.frame());
      if (direct.isPresent()) {
        List<Loop> loops = new ArrayList<>(outer.size() + 1);
        loops.add(direct.get());
        loops.addAll(outer);
        return loops;
      }
    }
    return outer;
  }

  /** The loops around whatever stands directly in this frame. */
  public List<Loop> around(Frame frame) {
    return seen(all(frame));
  }

  private static List<Loop> seen(List<Loop> all) {
    return without(all, Loop::isOpen);
  }

  /**
   * Asked for each call of a file, most of which stand in no loop, let alone in one to leave out.
   */
  private static List<Loop> without(List<Loop> loops, Predicate<Loop> others) {
    for (Loop loop : loops) {
      if (others.test(loop)) {
        return loops.stream().filter(others.negate()).toList();
      }
    }
    return loops;
  }

  List<Loop> all(Frame frame) {
    List<Loop> known = byFrame.get(frame);
    if (known == null) {
      known = compute(frame);
      byFrame.put(frame, known);
    }
    return known;
  }

  /**
   * The loops that run the site once for each of many elements, innermost first: not those that end
   * when the site has run.
   */
  public List<Loop> perElement(Site site) {
    return without(repeating(site), loop -> !loop.isPerElement());
  }

  /** The same with those of which another file decides whether they are loops. */
  public List<Loop> maybePerElement(Site site) {
    return without(repeating(all(site), site), loop -> !loop.isPerElement());
  }

  /** All loops around the site but those that end when the site has run. */
  List<Loop> goingOn(Site site) {
    return without(
        all(site), loop -> isStatement(loop) && LoopExits.leaves(site.node(), loop.node()));
  }

  /** The loops that may run the site often, innermost first. */
  public List<Loop> repeating(Site site) {
    return repeating(around(site), site);
  }

  private static List<Loop> repeating(List<Loop> loops, Site site) {
    if (loops.isEmpty()) {
      return loops;
    }
    return loops.stream()
        .filter(Loop::isUnbounded)
        .filter(loop -> !isStatement(loop) || !LoopExits.leaves(site.node(), loop.node()))
        .toList();
  }

  /** The number of elements of a collection when the file shows it, else {@link Loop#UNBOUNDED}. */
  public double sizeOf(Expression collection, Site near) {
    return shapes.sizeOf(collection, near);
  }

  private static boolean isStatement(Loop loop) {
    return loop.node() instanceof Statement;
  }

  /** Whether the lambda of a frame is run for each element by the call that it is handed to. */
  boolean runsPerElement(Frame lambda) {
    return perElementCall(lambda.node(), lambda.parent())
        .filter(loop -> !loop.isOpen())
        .isPresent();
  }

  private List<Loop> compute(Frame frame) {
    boolean handler =
        frame.kind() == Frame.Kind.LAMBDA && file.handlers().of(frame.node()).isPresent();
    if (frame.isMember() || frame.kind() == Frame.Kind.TYPE || handler) {
      return List.of();
    }
    List<Loop> outer = frame.parent() == null ? List.of() : all(frame.parent());
    if (frame.kind() == Frame.Kind.BRANCH && !outer.isEmpty()) {
      return OnceInLoop.loopOf(frame, file).map(loop -> once(loop, outer)).orElse(outer);
    }
    Optional<Loop> own = Optional.empty();
    if (frame.kind() == Frame.Kind.LOOP && !isJumpTarget(frame.node())) {
      own = Optional.of(shapes.of((Statement) frame.node(), siteIn(frame)));
    } else if (frame.kind() == Frame.Kind.LAMBDA) {
      own = perElementCall(frame.node(), frame.parent());
    }
    if (own.isEmpty()) {
      return outer;
    }
    List<Loop> loops = new ArrayList<>(outer.size() + 1);
    loops.add(own.get());
    loops.addAll(outer);
    return List.copyOf(loops);
  }

  /** {@code do { ... } while (false)}, a block that may be left with {@code break}. */
  private static boolean isJumpTarget(Node loop) {
    return loop instanceof DoStmt once
        && once.getCondition() instanceof BooleanLiteralExpr literal
        && !literal.getValue();
  }

  /** The loops, of which one comes here with one of its elements. */
  private static List<Loop> once(Node picking, List<Loop> loops) {
    return loops.stream().map(loop -> loop.node() == picking ? loop.ofElements(1) : loop).toList();
  }

  private Site siteIn(Frame loop) {
    return file.unit().sites().at(loop.node()).orElseThrow();
  }

  /**
   * The loop that a lambda or method reference is the body of, when it is handed to {@code
   * forEach}, {@code map} ....
   */
  private Optional<Loop> perElementCall(Node function, Frame around) {
    Optional<MethodCallExpr> call = Calls.callGiven(function);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    Site site = file.unit().sites().at(call.get()).orElseThrow();
    Truth iterates = file.calls().plays(site, Roles.ITERATES);
    if (!(iterates instanceof Truth.Decided)) {
      iterates = iterates.or(isStreamOfForeign(call.get(), site));
    }
    if (!iterates.mayBeReported()) {
      return new OwnIteration(file)
          .source(call.get(), function)
          .map(source -> perElement(call.get(), source, site, Truth.SURE))
          .or(() -> elsewhere(call.get(), function, site));
    }
    return Optional.of(perElement(call.get(), shapes.streamSource(call.get()), site, iterates));
  }

  /**
   * {@code mapper.findByOwner(owner).stream().map(...)} where nobody declares the mapper: what is
   * called {@code stream} and takes nothing gives one of the JDK, as long as none of it is picked.
   */
  private Truth isStreamOfForeign(MethodCallExpr call, Site site) {
    Expression at = call;
    boolean streams = false;
    while (at instanceof MethodCallExpr step && step.getScope().isPresent()) {
      if (step != call && ChainSteps.givesOne(step.getNameAsString())) {
        return Truth.NO;
      }
      streams |= STREAMS.contains(step.getNameAsString()) && step.getArguments().isEmpty();
      at = step.getScope().get();
    }
    return streams && at instanceof NameExpr root
        ? Truth.open(new Question.IsForeign(file.typeOf(root, file.siteOf(root, site).scope())))
        : Truth.NO;
  }

  /**
   * Whether a method of another file runs the function for each element is open until the merge.
   */
  private Optional<Loop> elsewhere(MethodCallExpr call, Node function, Site site) {
    int index = call.getArguments().indexOf(function);
    return index < 0
        ? Optional.empty()
        : HandOvers.projectMethod(call, file)
            .map(
                method ->
                    new Loop(
                        call,
                        Loop.Kind.PER_ELEMENT,
                        smallestBeside(call, index, site),
                        "`" + call.getNameAsString() + "`",
                        HandOvers.does(new Handling.Handed(method, index), HandOvers.ITERATES)));
  }

  /** Which of the arguments it goes through is not known: of several, the one with the fewest. */
  private double smallestBeside(MethodCallExpr call, int function, Site site) {
    double smallest = Loop.UNBOUNDED;
    for (int i = 0; i < call.getArguments().size(); i++) {
      if (i != function) {
        smallest = Math.min(smallest, shapes.sizeOf(call.getArgument(i), site));
      }
    }
    return smallest;
  }

  private Loop perElement(MethodCallExpr call, Expression source, Site site, Truth truth) {
    double factor = shapes.sizeOf(source, site);
    String text = "`" + call.getNameAsString() + "` over " + shapes.shortText(source);
    Loop.Kind kind = shapes.yieldsChunks(source, site) ? Loop.Kind.CHUNK : Loop.Kind.PER_ELEMENT;
    return new Loop(call, kind, factor, text, truth);
  }
}
