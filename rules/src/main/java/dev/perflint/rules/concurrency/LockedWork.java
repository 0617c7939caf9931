package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.HeldLock;
import dev.perflint.facts.HeldLocks;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.SharedObjects;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits while a lock is held that others want. */
final class LockedWork {
  private static final String BUSY = "request message event-loop reactive";

  /** Objects that several threads may use in turn only. */
  private static final Set<String> ONE_THREAD =
      Set.of(
          "java.sql.Connection",
          "java.sql.Statement",
          "java.sql.PreparedStatement",
          "java.sql.CallableStatement",
          "org.apache.ibatis.session.SqlSession",
          "org.hibernate.Session",
          "org.hibernate.StatelessSession");

  private LockedWork() {}

  /** A call of a repository, or of a project method that runs a query. */
  static Truth mayQuery(FileContext file, Site site) {
    Optional<TypeRef> owner = projectOwner(file, site);
    if (owner.isEmpty()) {
      return Truth.NO;
    }
    Truth repository =
        RepositoryTypes.asks(
            owner.get(), Calls.nameOf(site.node()), file.types().resolver(), file.knowledge());
    return repository.or(does(file, owner.get(), site, Roles.QUERY));
  }

  /** A call of a client, or of a project method that makes a remote call. */
  static Truth mayCallRemote(FileContext file, Site site) {
    return HeldLocks.of(file).at(site).isEmpty()
        ? Truth.NO
        : RemoteCalls.isUnlisted(file, site).or(RemoteCalls.through(file, site));
  }

  /** A call of a project method that waits for a clock, a future or their like. */
  static Truth mayBlock(FileContext file, Site site) {
    return projectOwner(file, site)
        .map(owner -> does(file, owner, site, Roles.BLOCKS))
        .orElse(Truth.NO);
  }

  /** Asked for every call of a file, so the locks come first. */
  private static Optional<TypeRef> projectOwner(FileContext file, Site site) {
    if (HeldLocks.of(file).at(site).isEmpty()) {
      return Optional.empty();
    }
    TypeRef owner = file.calls().owner(site);
    boolean known =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || owner instanceof TypeRef.Named named && !file.isOpen(named);
    return known ? Optional.empty() : Optional.of(file.erased(owner));
  }

  private static Truth does(FileContext file, TypeRef owner, Site site, String role) {
    MethodRef method = file.calls().method(site, owner, Calls.nameOf(site.node()));
    return Truth.open(new Question.Does(method, role));
  }

  /** A lock is held that others wait for, and that all threads have in common. */
  static Truth holdsShared(Match match) {
    Truth truth = Truth.NO;
    for (HeldLock lock : exclusive(match)) {
      truth = truth.or(isShared(lock, match.file()));
    }
    return truth;
  }

  private static Truth isShared(HeldLock lock, FileContext file) {
    return lock.name()
        .map(name -> name.isStatic() ? Truth.SURE : SharedObjects.isShared(file, name.holder()))
        .map(lock.truth()::and)
        .orElse(Truth.NO);
  }

  /** Somebody takes such a lock for each request or message. */
  static Truth isWanted(Match match) {
    Truth truth = Truth.NO;
    for (HeldLock lock : exclusive(match)) {
      if (lock.name().isPresent() && isShared(lock, match.file()).mayBeReported()) {
        for (String member : HeldLocks.of(match.file()).takers(lock.name().get())) {
          truth = truth.or(Truth.open(new Question.RunsPer(member, BUSY, false)));
        }
      }
    }
    return truth;
  }

  /** The locks that others wait for, and that the match is always reached with. */
  static List<HeldLock> exclusive(Match match) {
    return HeldLocks.of(match.file()).at(match.site()).stream()
        .filter(HeldLock::isExclusive)
        .filter(lock -> LockedPath.isAlways(match, lock))
        .toList();
  }

  /**
   * {@code synchronized (connection)} around a call of the connection, or a JDBC or JPA session in
   * a field that the class guards.
   */
  static boolean guardsReceiver(Match match) {
    Expression root = match.node() instanceof MethodCallExpr call ? root(call) : null;
    if (root == null) {
      return false;
    }
    boolean itself =
        exclusive(match).stream()
            .anyMatch(
                lock ->
                    lock.at() instanceof SynchronizedStmt statement
                        && bare(statement.getExpression()).equals(bare(root)));
    boolean field =
        root instanceof FieldAccessExpr
            || root instanceof NameExpr name
                && match.site().scope().local(name.getNameAsString()).isEmpty();
    return itself || field && isForOneThread(match.file().typeOf(root, match.site().scope()));
  }

  private static boolean isForOneThread(TypeRef type) {
    return type instanceof TypeRef.Named named && ONE_THREAD.contains(named.name())
        || type instanceof TypeRef.OneOf oneOf
            && oneOf.names().stream().anyMatch(ONE_THREAD::contains);
  }

  private static String bare(Expression variable) {
    String text = variable.toString();
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }

  private static Expression root(MethodCallExpr call) {
    Expression at = call;
    while (at instanceof MethodCallExpr link && link.getScope().isPresent()) {
      at = link.getScope().get();
    }
    return at;
  }

  static String message(Match match) {
    String lock =
        exclusive(match).stream()
            .filter(held -> isShared(held, match.file()).mayBeReported())
            .findFirst()
            .map(held -> text(held, match.file()))
            .orElse("a lock");
    return "`%s` waits%s while %s is held: all others that want it wait as long."
        .formatted(match.callee(), what(match), lock);
  }

  /** What is waited for, as it reads behind "waits". */
  static String what(Match match) {
    Optional<String> role = match.known().map(known -> known.role());
    if (role.isEmpty()) {
      return match.callee().equals("sleep") ? "" : " for an answer" + Rule.VIA;
    }
    return switch (role.get()) {
      case Roles.QUERY, Roles.QUERY_BATCH -> " for the database";
      case Roles.REMOTE_CALL -> " for a remote answer";
      default -> "";
    };
  }

  /** The lock as the code calls it. */
  static String text(HeldLock lock, FileContext file) {
    if (lock.kind() == HeldLock.Kind.SYNCHRONIZED_METHOD) {
      return "the monitor of its synchronized method";
    }
    if (lock.name().isEmpty() && lock.at() instanceof SynchronizedStmt statement) {
      return "the monitor of `" + statement.getExpression() + "`";
    }
    String name = lock.name().map(HeldLock.Name::text).orElse("");
    String[] parts = name.split("\\.");
    String last = parts[parts.length - 1];
    String shown =
        last.equals("this") || last.equals("class")
            ? parts[Math.max(0, parts.length - 2)] + "." + last
            : last;
    return (lock.isMonitor() ? "the monitor of `" : "`") + shown + "`";
  }
}
