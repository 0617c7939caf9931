package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows what was taken, and what carries it, to where it is given back or leaves. */
final class TakenReader {
  private static final Set<String> LOGGING =
      Set.of("trace", "debug", "info", "warn", "error", "log", "println", "printf", "format");

  private static final List<String> MAKING = List.of("create", "new", "build", "make");

  private static final List<String> GIVING = List.of("close", "return", "release");

  private final FileContext file;
  private final List<Node> back = new ArrayList<>();
  private final List<Node> on = new ArrayList<>();
  private final List<Taken.Lent> handed = new ArrayList<>();
  private final List<Node> returned = new ArrayList<>();
  private final List<Node> leaves = new ArrayList<>();

  private TakenReader(FileContext file) {
    this.file = file;
  }

  /** Of what a call took. */
  static Taken of(Expression taking, FileContext file) {
    TakenReader reader = new TakenReader(file);
    if (!isAnswer(taking, file)) {
      ValueUses.of(file, taking, reader.way()).forEach(reader::add);
    }
    if (taking instanceof MethodCallExpr call) {
      reader.besides(call);
      reader.saidToGiveBack(call);
      file.unit().sites().at(call).ifPresent(site -> reader.poolsClosed(call, site));
    }
    return reader.taken();
  }

  /** Whether a call only says whether it took something, as that of a permit does. */
  static boolean isAnswer(Expression taking, FileContext file) {
    return file.unit()
        .sites()
        .at(taking)
        .map(site -> file.typeOf(taking, site.scope()))
        .filter(TypeRef.named("boolean")::equals)
        .isPresent();
  }

  /** Of what a method is given. */
  static Taken of(Parameter given, FileContext file) {
    TakenReader reader = new TakenReader(file);
    ValueUses.of(file, given, reader.way()).forEach(reader::add);
    return reader.taken();
  }

  private Taken taken() {
    return new Taken(back, on, handed, returned, leaves);
  }

  private ValueUses.Way way() {
    return new ValueUses.Way(this::carries, this::isTaking, false);
  }

  private boolean carries(Site site) {
    return site.node() instanceof ObjectCreationExpr wrapper
        ? isStream(wrapper, site)
        : plays(site, Roles.CARRIES);
  }

  /** A reader over a stream, which closes it along with itself. */
  private boolean isStream(ObjectCreationExpr wrapper, Site site) {
    TypeRef type = file.typeOf(wrapper, site.scope());
    return file.isOfLibrary(type)
        && wrapper.getAnonymousClassBody().isEmpty()
        && file.isA(wrapper, site.scope(), "java.lang.AutoCloseable").mayBeReported();
  }

  private boolean isTaking(Expression other) {
    return file.unit().sites().at(other).filter(site -> plays(site, Roles.TAKES)).isPresent();
  }

  /** Whatever may give back does, and what may carry it: that makes answers quieter. */
  private boolean plays(Site site, String role) {
    return !file.calls().known(site, role).isEmpty();
  }

  private void add(ValueUses.Use use) {
    Node node = use.via().isEmpty() ? use.node() : use.via().get(0);
    switch (use.kind()) {
      case CLOSED -> back.add(node);
      case ESCAPES -> leaves.add(node);
      case RETURNED -> returned.add(node);
      case RECEIVER -> {
        on.add(node);
        if (givesBack((MethodCallExpr) use.node())) {
          back.add(node);
        }
      }
      case ARGUMENT -> given(use, node);
      default -> {}
    }
  }

  private boolean givesBack(MethodCallExpr call) {
    return Lifetimes.CLOSERS.contains(call.getNameAsString())
        || file.unit().sites().at(call).filter(at -> plays(at, Roles.GIVES_BACK)).isPresent();
  }

  private void given(ValueUses.Use use, Node node) {
    if (!(use.node() instanceof MethodCallExpr call)) {
      leaves.add(node);
    } else if (givesBack(call) || saysSo(call.getNameAsString())) {
      back.add(node);
    } else if (!LOGGING.contains(call.getNameAsString())) {
      Optional<MethodRef> method = HandOvers.projectMethod(call, file);
      int index = call.getArguments().indexOf(use.value());
      if (method.isEmpty() || index < 0) {
        leaves.add(node);
      } else {
        handed.add(new Taken.Lent(node, new Handling.Handed(method.get(), index)));
      }
    }
  }

  private static boolean saysSo(String name) {
    return GIVING.stream().anyMatch(name::startsWith);
  }

  /** {@code permits.acquire()} and {@code permits.release()}; {@code get.releaseConnection()}. */
  private void besides(MethodCallExpr taking) {
    Set<String> partners = new HashSet<>();
    taking.getScope().ifPresent(scope -> partners.add(scope.toString()));
    taking.getArguments().forEach(argument -> partners.add(argument.toString()));
    Node member = PrivateCalls.memberAround(taking).orElse(taking);
    Set<String> names = new HashSet<>();
    for (KnownMember known : file.knowledge().members(Roles.GIVES_BACK)) {
      if (names.add(known.member().name())) {
        for (Site site : file.unit().sites().calls(known.member().name())) {
          boolean here = Ancestry.holds(member, site.node()) && isBehind(site.node(), taking);
          if (here && isOfOne(site, partners) && plays(site, Roles.GIVES_BACK)) {
            back.add(site.node());
          }
        }
      }
    }
  }

  /** {@code releaseConnection(get)}: a method that says so gets hold of what it was taken with. */
  private void saidToGiveBack(MethodCallExpr taking) {
    Node member = PrivateCalls.memberAround(taking).orElse(taking);
    for (Expression partner : taking.getArguments()) {
      if (partner instanceof NameExpr name) {
        for (Expression use : NameIndex.of(file).uses(name.getNameAsString())) {
          Optional<MethodCallExpr> call = Calls.callAround(use);
          if (call.filter(given -> Ancestry.holds(member, given)).isPresent()
              && isBehind(call.get(), taking)
              && call.get().getArguments().contains(use)
              && saysSo(call.get().getNameAsString())) {
            back.add(call.get());
          }
        }
      }
    }
  }

  /** Whoever closes a pool that is made in the same method closes all that it has handed out. */
  private void poolsClosed(MethodCallExpr taking, Site site) {
    Optional<VariableDeclarator> pool =
        taking
            .getScope()
            .filter(NameExpr.class::isInstance)
            .flatMap(name -> ValueOrigins.variable((NameExpr) name, site));
    if (pool.isEmpty() || !isMadeHere(pool.get())) {
      return;
    }
    for (NameExpr use : file.lifetimes().uses(pool.get())) {
      Calls.callAround(use)
          .filter(call -> isBehind(call, taking) && closes(call, use))
          .ifPresent(back::add);
    }
  }

  private static boolean closes(MethodCallExpr call, NameExpr pool) {
    return call.getScope().orElse(null) == pool
        ? Lifetimes.CLOSERS.contains(call.getNameAsString())
        : call.getNameAsString().startsWith("close")
            || call.getNameAsString().startsWith("shutdown");
  }

  /** By a constructor, or by a method that says so. */
  private boolean isMadeHere(VariableDeclarator pool) {
    List<Expression> values = new ArrayList<>();
    pool.getInitializer().ifPresent(values::add);
    for (NameExpr use : file.lifetimes().uses(pool)) {
      if (use.getParentNode().orElse(null) instanceof AssignExpr given
          && given.getTarget() == use) {
        values.add(given.getValue());
      }
    }
    values.removeIf(Expression::isNullLiteralExpr);
    return !values.isEmpty() && values.stream().allMatch(TakenReader::makes);
  }

  private static boolean makes(Expression value) {
    return value instanceof ObjectCreationExpr
        || value instanceof MethodCallExpr call
            && MAKING.stream().anyMatch(call.getNameAsString()::startsWith);
  }

  private static boolean isOfOne(Site site, Set<String> partners) {
    return site.node() instanceof MethodCallExpr call
        && call.getScope().filter(scope -> partners.contains(scope.toString())).isPresent();
  }

  /** What is given back before is another one. */
  private static boolean isBehind(Node node, Node taking) {
    return node.getBegin()
        .filter(begin -> taking.getBegin().filter(begin::isAfter).isPresent())
        .isPresent();
  }
}
