package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a transaction is open where something stands, as far as its file shows: one that a
 * container opens around the method, that runs a function, or that the method begins itself.
 */
public final class Transactions {
  /**
   * One that is open.
   *
   * @param text for messages, e.g. "the transaction of `book`"
   */
  public record Transaction(String text) {}

  private static final String FUNCTION = "function";
  private static final String BEGIN = "begin";
  private static final String END = "end";

  private final FileContext file;
  private final TransactionalMethods methods;

  /** The calls of this file that have to do with transactions, by kind. */
  private final Map<String, Set<Node>> calls = new HashMap<>();

  private final Map<Frame, Optional<Transaction>> byFrame = new IdentityHashMap<>();
  private final Map<Frame, Optional<Transaction>> byMember = new IdentityHashMap<>();

  private Transactions(FileContext file) {
    this.file = file;
    this.methods = new TransactionalMethods(file);
    file.knowledge().memberNames(Roles.TRANSACTION).stream()
        .flatMap(name -> file.unit().sites().calls(name).stream())
        .forEach(this::add);
  }

  private void add(Site call) {
    for (Calls.Known known : file.calls().known(call, Roles.TRANSACTION)) {
      // A call named `execute` of something that only the merge can tell is no evidence.
      if (known.truth() instanceof Truth.Decided && known.truth().mayBeReported()) {
        calls.computeIfAbsent(known.member().kind(), kind -> identitySet()).add(call.node());
      }
    }
  }

  private static Set<Node> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Those of this file. */
  public static Transactions of(FileContext file) {
    return file.once(Transactions.class, Transactions::new);
  }

  /** The innermost one around a site, on the same thread. */
  public Optional<Transaction> around(Site site) {
    if (calls.isEmpty() && site.frame().member().flatMap(this::ofMemberOnce).isEmpty()) {
      return Optional.empty();
    }
    // Where none is begun by a statement, all that stands in a frame stands in the same one.
    return calls.containsKey(BEGIN)
        ? find(site)
        : byFrame.computeIfAbsent(site.frame(), frame -> find(site));
  }

  private Optional<Transaction> ofMemberOnce(Frame member) {
    Optional<Transaction> known = byMember.get(member);
    if (known == null) {
      known = ofMember(member);
      byMember.put(member, known);
    }
    return known;
  }

  private Optional<Transaction> find(Site site) {
    Node last = site.node();
    boolean begins = calls.containsKey(BEGIN);
    for (Frame at = site.frame(); at != null; at = at.parent()) {
      if (begins && isBegunBefore(last, at.node())) {
        return Optional.of(new Transaction("the transaction that is begun before it"));
      }
      if (at.kind() == Frame.Kind.LAMBDA) {
        Optional<Transaction> run = runBy(at.node());
        if (run.isPresent() || !runsHere(at, site)) {
          return run;
        }
      }
      if (at.isMember()) {
        return ofMemberOnce(at);
      }
      last = at.node();
    }
    return Optional.empty();
  }

  /**
   * Whether a call means a method of its own class that is transactional itself: by its receiver,
   * or since the method around is an overload of it, as where the call goes through the own proxy.
   */
  public boolean isOfTransactional(MethodCallExpr call) {
    return PrivateCalls.typeAround(call)
        .filter(type -> PrivateCalls.isOwn(call, type) || isOfOverload(call))
        .flatMap(type -> PrivateCalls.onlyFitting(call, type))
        .flatMap(method -> file.unit().sites().at(method))
        .filter(site -> methods.isTransactional((MethodDeclaration) site.node(), site.frame()))
        .isPresent();
  }

  /** Whether a container opens another transaction around a method, whatever is open already. */
  public boolean opensAnother(MethodDeclaration method, Frame member) {
    return methods.opensAnother(method, member);
  }

  private static boolean isOfOverload(MethodCallExpr call) {
    return PrivateCalls.memberAround(call)
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
        .filter(method -> method.getParameters().size() != call.getArguments().size())
        .isPresent();
  }

  private Optional<Transaction> ofMember(Frame member) {
    if (!(member.node() instanceof MethodDeclaration method)) {
      return Optional.empty();
    }
    if (methods.isTransactional(method, member)) {
      return Optional.of(new Transaction("the transaction of `" + method.getName() + "`"));
    }
    // The one method of an anonymous callback.
    return member
        .nearest(Frame.Kind.TYPE)
        .map(Frame::node)
        .filter(ObjectCreationExpr.class::isInstance)
        .flatMap(this::runBy);
  }

  /** {@code transactions.execute(status -> ...)}. */
  private Optional<Transaction> runBy(Node function) {
    return Calls.callGiven(function)
        .filter(call -> plays(call, FUNCTION))
        .map(call -> new Transaction("the transaction of `" + call.getName() + "`"));
  }

  /** Whether the function runs before the call that is given it returns, on the same thread. */
  private boolean runsHere(Frame lambda, Site near) {
    if (file.loops().runsPerElement(lambda)) {
      return true;
    }
    Optional<MethodCallExpr> call = Calls.callGiven(lambda.node());
    return call.isPresent()
        && file.calls().owner(file.siteOf(call.get(), near)) instanceof TypeRef.Named owner
        && owner.name().startsWith("java.util.")
        && !owner.name().startsWith("java.util.concurrent.");
  }

  /** A statement before it, in one of the blocks around, begins one that none after it ends. */
  private boolean isBegunBefore(Node from, Node end) {
    Node at = from;
    while (at != null && at != end) {
      Node parent = at.getParentNode().orElse(null);
      if (parent instanceof BlockStmt block && at instanceof Statement here) {
        int index = indexOf(here, block);
        for (int i = index - 1; i >= 0; i--) {
          Statement before = block.getStatement(i);
          if (mentions(before, END)) {
            return false;
          }
          if (before.isExpressionStmt() && mentions(before, BEGIN)) {
            return true;
          }
        }
      }
      at = parent;
    }
    return false;
  }

  /** By identity: statements that read alike are equal. */
  private static int indexOf(Statement statement, BlockStmt block) {
    int index = 0;
    while (block.getStatement(index) != statement) {
      index++;
    }
    return index;
  }

  private boolean mentions(Statement statement, String kind) {
    return statement.findFirst(MethodCallExpr.class, call -> plays(call, kind)).isPresent();
  }

  private boolean plays(MethodCallExpr call, String kind) {
    return calls.getOrDefault(kind, Set.of()).contains(call);
  }
}
