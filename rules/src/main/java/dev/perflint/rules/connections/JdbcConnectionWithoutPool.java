package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.setByCaller;
import static dev.perflint.match.Conditions.staysLocal;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.role;
import static dev.perflint.rules.connections.ClientUse.onlyNowAndThen;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.google.auto.service.AutoService;
import dev.perflint.facts.CallerSettings;
import dev.perflint.facts.Literals;
import dev.perflint.facts.SharedObjects;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Flags connections to a database that are opened for one unit of work. */
@AutoService(RuleSource.class)
public final class JdbcConnectionWithoutPool implements RuleSource {
  private static final String[] HOT = {"request", "message", "event-loop", "reactive"};

  /**
   * Databases that run in the process: opening them goes over no network. DuckDB reads its file
   * again, where no other connection holds it.
   */
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "jdbc:(duckdb:(:memory:.*)?|(sqlite|calcite|h2:(?!tcp:|ssl:|\0)|hsqldb:(?!hsql|\0)|derby:(?!//|\0)).*)",
          Pattern.DOTALL);

  /** Of Derby: a connection is asked for so that the database is made or shut down. */
  private static final Pattern COMMAND = Pattern.compile(";(create|shutdown)=true\\b");

  private static final String GAP = "\0";

  @Override
  public Rule rule() {
    return Rule.named("jdbc-connection-without-pool")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("5 to 50 ms for each unit of work")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.HOURS_1)
        .summary("database connection opened for each unit of work")
        .why(
            """
            A new connection takes the round trips of TCP, TLS and login, and the server starts a process or thread
            for it; the statement that it is opened for often takes less. Nothing limits how many are open at once:
            under load the server refuses more, for every application that uses it.""")
        .instead(
            "Get connections from a pool, such as a `HikariDataSource` that is made once, and keep"
                + " try-with-resources, which then gives them back.")
        .caveat(
            "It does not matter in a migration, a tool or a test, or for a database in the process.")
        .evidence(
            new Evidence.Reference(
                "PostgreSQL starts a process for each connection; its documentation of the limit says what each"
                    + " costs the server.",
                "https://www.postgresql.org/docs/current/runtime-config-connection.html"))
        .flag(
            role(Roles.EXPENSIVE_TO_CREATE, "jdbc-connection")
                .where(staysLocal().orElse(droppedPer(HOT)))
                .inside(runsOnce().not())
                .inside(
                    loop()
                        .or(runsPer(HOT))
                        .or(truth("in a bean", JdbcConnectionWithoutPool::isInBean))
                        .or(that("each method opens one", JdbcConnectionWithoutPool::isOneOfMany))))
        .unless("only at start-up, in a job or a command", onlyNowAndThen())
        .unless("made once for each key", onCacheMiss())
        .unless(
            "built from the caller's own settings",
            setByCaller().and(that("so is the login", JdbcConnectionWithoutPool::isOwnLogin).not()))
        .unless(
            "database in the process",
            that("its address says so", JdbcConnectionWithoutPool::isEmbedded))
        .pedanticUnless(
            setByCaller().not(), "objects with a login of their own that each call asks elsewhere")
        .once(Once.PER_HABIT)
        .say(
            m ->
                "%s opens a new connection to the database each time."
                    .formatted(m.methodNameFirst()))
        .build();
  }

  private static Truth isInBean(Match match) {
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(type -> SharedObjects.isShared(match.file(), type))
        .orElse(Truth.NO);
  }

  /**
   * An object that is there to ask one database opens a connection in each of its methods. Whoever
   * has such an object calls more than one of them, so that connections come and go with the calls.
   */
  private static boolean isOneOfMany(Match match) {
    return isForOthers(match.site())
        && match.callsNamed(match.callee()).stream()
            .filter(other -> isForOthers(other) && isElsewhereInType(other, match.site()))
            .map(other -> match.file().calls().plays(other, Roles.EXPENSIVE_TO_CREATE))
            .anyMatch(Truth::mayBeReported);
  }

  private static boolean isElsewhereInType(Site other, Site site) {
    return nodeAround(other, Frame.Kind.TYPE) == nodeAround(site, Frame.Kind.TYPE)
        && nodeAround(other, Frame.Kind.METHOD) != nodeAround(site, Frame.Kind.METHOD);
  }

  /** What others call is public; the steps of a migration, say, are not. */
  private static boolean isForOthers(Site site) {
    return nodeAround(site, Frame.Kind.METHOD) instanceof MethodDeclaration method
        && method.isPublic()
        && !method.isStatic();
  }

  private static @Nullable Node nodeAround(Site site, Frame.Kind kind) {
    return site.frame().nearest(kind).map(Frame::node).orElse(null);
  }

  /** One that asks several databases of its server may keep a pool for each of them. */
  private static boolean isOwnLogin(Match match) {
    List<Expression> login = match.arguments();
    return login.size() == 3
        && login.subList(1, 3).stream()
            .noneMatch(part -> CallerSettings.decide(match.file(), match.site(), part));
  }

  private static boolean isEmbedded(Match match) {
    return match
        .argument(0)
        .map(url -> address(url, match))
        .filter(url -> EMBEDDED.matcher(url).matches() || COMMAND.matcher(url).find())
        .isPresent();
  }

  /** As far as constants say it; what nobody sees is a gap. */
  private static String address(Expression url, Match match) {
    if (url instanceof EnclosedExpr enclosed) {
      return address(enclosed.getInner(), match);
    }
    if (url instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      return address(sum.getLeft(), match) + address(sum.getRight(), match);
    }
    return Literals.text(url, match.site().scope()).orElse(GAP);
  }
}
