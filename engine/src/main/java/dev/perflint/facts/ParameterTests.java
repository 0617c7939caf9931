package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.source.Exits;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What methods ask of their parameters before they reach a place: a caller that hands over another
 * constant does not get there.
 */
public final class ParameterTests {
  /** Run their function only if there is something. */
  private static final Set<String> GOING_THROUGH =
      Set.of("ifPresent", "forEach", "map", "flatMap", "filter", "anyMatch", "allMatch");

  /** Nodes around a place and statements of a block that are looked at; generated code has more. */
  private static final int MOST = 60;

  private static final Comparator<ParameterTest> ORDER =
      Comparator.comparingInt(ParameterTest::parameter)
          .thenComparing(ParameterTest::kind)
          .thenComparing(ParameterTest::value);

  private final FileContext file;
  private final ParameterUses uses;
  private final Map<Node, ConditionTests> byMember = new IdentityHashMap<>();
  private final Map<Node, List<ParameterTest>> inMember = new IdentityHashMap<>();

  private ParameterTests(FileContext file) {
    this.file = file;
    this.uses = new ParameterUses(file);
  }

  /** The one of this file. */
  public static ParameterTests of(FileContext file) {
    return file.once(ParameterTests.class, ParameterTests::new);
  }

  /** All that a member asks of its parameters somewhere, in a fixed order. */
  public List<ParameterTest> in(Node member) {
    return inMember.computeIfAbsent(member, this::read);
  }

  private List<ParameterTest> read(Node member) {
    ConditionTests conditions = conditions(member);
    if (conditions.areNone()) {
      return List.of();
    }
    Set<ParameterTest> tests = new HashSet<>();
    for (Node asking : uses.asking(member)) {
      asking.getChildNodes().forEach(part -> tests.addAll(entering(part, conditions)));
      if (asking instanceof IfStmt exit && Exits.always(exit.getThenStmt())) {
        tests.addAll(conditions.where(exit.getCondition(), false));
      }
    }
    return tests.isEmpty() ? List.of() : tests.stream().sorted(ORDER).toList();
  }

  /** What has to hold for a place to be reached; empty in a function that somebody else runs. */
  List<ParameterTest> before(Site site) {
    Frame frame = site.frame();
    while (frame != null && !frame.isMember() && !isHandler(frame)) {
      frame = frame.parent();
    }
    if (frame == null || isHandler(frame) || in(frame.node()).isEmpty()) {
      return List.of();
    }
    Node member = frame.node();
    ConditionTests conditions = conditions(member);
    Set<ParameterTest> tests = new HashSet<>();
    Node at = site.node();
    for (int i = 0; i < MOST && at != null && at != member; i++) {
      tests.addAll(entering(at, conditions));
      if (at instanceof Statement here && parent(at) instanceof BlockStmt block) {
        tests.addAll(passing(block, here, conditions));
      }
      at = parent(at);
    }
    return tests.isEmpty() ? List.of() : tests.stream().sorted(ORDER).toList();
  }

  private boolean isHandler(Frame frame) {
    return frame.kind() == Frame.Kind.LAMBDA && file.handlers().of(frame.node()).isPresent();
  }

  /** What its parent asks before it gets to a node. */
  private static Set<ParameterTest> entering(Node node, ConditionTests conditions) {
    Node parent = parent(node);
    if (parent instanceof IfStmt choice && node != choice.getCondition()) {
      return conditions.where(choice.getCondition(), node == choice.getThenStmt());
    }
    if (parent instanceof ConditionalExpr choice && node != choice.getCondition()) {
      return conditions.where(choice.getCondition(), node == choice.getThenExpr());
    }
    if (parent instanceof BinaryExpr both
        && ConditionTests.isJunction(both)
        && node == both.getRight()) {
      return conditions.where(both.getLeft(), both.getOperator() == BinaryExpr.Operator.AND);
    }
    if (parent instanceof WhileStmt loop && node == loop.getBody()) {
      return conditions.where(loop.getCondition(), true);
    }
    if (parent instanceof ForEachStmt loop && node == loop.getBody()) {
      return conditions.given(loop.getIterable());
    }
    if (parent instanceof SwitchEntry entry && node instanceof Statement) {
      return choosing(entry, conditions);
    }
    return node instanceof LambdaExpr
            && parent instanceof MethodCallExpr call
            && GOING_THROUGH.contains(call.getNameAsString())
        ? call.getScope().map(conditions::given).orElse(Set.of())
        : Set.of();
  }

  private static Set<ParameterTest> choosing(SwitchEntry entry, ConditionTests conditions) {
    if (entry.getLabels().size() != 1 || !(parent(entry) instanceof SwitchNode choice)) {
      return Set.of();
    }
    boolean fallsInto =
        entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
            && before(entry, choice).filter(earlier -> !endsPass(earlier)).isPresent();
    return fallsInto ? Set.of() : conditions.is(choice.getSelector(), entry.getLabels().get(0));
  }

  /** Not by {@code indexOf}, which compares trees. */
  private static Optional<SwitchEntry> before(SwitchEntry entry, SwitchNode choice) {
    SwitchEntry earlier = null;
    for (SwitchEntry one : choice.getEntries()) {
      if (one == entry) {
        break;
      }
      earlier = one;
    }
    return Optional.ofNullable(earlier);
  }

  private static boolean endsPass(SwitchEntry entry) {
    List<Statement> statements = entry.getStatements();
    return !statements.isEmpty() && Exits.always(statements.get(statements.size() - 1));
  }

  /** What has to hold for a block to get to a statement of it in spite of its early exits. */
  private static Set<ParameterTest> passing(
      BlockStmt block, Statement until, ConditionTests conditions) {
    Set<ParameterTest> tests = new HashSet<>();
    for (IfStmt exit : Exits.before(until, block)) {
      tests.addAll(conditions.where(exit.getCondition(), false));
    }
    return tests;
  }

  private ConditionTests conditions(Node member) {
    return byMember.computeIfAbsent(member, node -> new ConditionTests(kept(node)));
  }

  /** The parameters that nothing is assigned to, by name; nothing where none decides anything. */
  private Map<String, Integer> kept(Node member) {
    Map<String, Integer> kept = new HashMap<>();
    if (!uses.asking(member).isEmpty() && member instanceof CallableDeclaration<?> callable) {
      for (int i = 0; i < callable.getParameters().size(); i++) {
        kept.put(callable.getParameter(i).getNameAsString(), i);
      }
      kept.keySet().removeAll(uses.changed(member));
    }
    return kept;
  }

  private static @Nullable Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }
}
