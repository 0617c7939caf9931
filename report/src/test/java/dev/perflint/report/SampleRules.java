package dev.perflint.report;

import dev.perflint.model.Cost;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.RuleId;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Heat;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.Technique;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules that speak in {@link Samples}: one for each group, risk and kind of evidence. */
public final class SampleRules {
  public static final RuleDoc CLIENT =
      new RuleDoc(
          new RuleId("http-client-per-call"),
          "0.1",
          Theme.CONNECTIONS,
          Group.DEFAULT,
          Risk.OUTAGE,
          Optional.empty(),
          "from the knowledge of the client at hand",
          Heat.HERE,
          JdkRange.ANY,
          Technique.CONNECTION_POOLING,
          Effort.HOURS_1,
          "none",
          "HTTP client created for a single call",
          """
          A client owns a connection pool and usually threads;
          a new one pays TCP and TLS set-up on each request.
          """,
          "Build it once and keep it in a final field; it is thread-safe.",
          "A command line tool that sends one request gains nothing.",
          new Evidence.Reference(
              "The documentation of HttpClient says that it holds connections and threads.",
              "https://docs.oracle.com/en/java/javase/17/docs/api/java.net.http/java/net/http/HttpClient.html"),
          Optional.empty(),
          Optional.empty());

  public static final RuleDoc QUERY =
      new RuleDoc(
          new RuleId("query-in-loop"),
          "0.1",
          Theme.DATA_ACCESS,
          Group.DEFAULT,
          Risk.LATENCY,
          Optional.of(Cost.parse("1 ms")),
          "1 ms for each round trip",
          Heat.HERE,
          JdkRange.ANY,
          Technique.BATCHING,
          Effort.HOURS_2,
          "none",
          "database query in a loop",
          "Each round trip waits for the network and the database, one after the other.",
          "Ask once for all keys (`findAllById`, `IN`, a join) and look the rows up in a map.",
          "Loops over two or three constants.",
          new Evidence.Count("A page of 100 orders sends 101 statements, with one query 2."),
          Optional.empty(),
          Optional.empty());

  public static final RuleDoc WAIT =
      new RuleDoc(
          new RuleId("wait-without-deadline"),
          "0.1",
          Theme.TIMEOUTS,
          Group.PEDANTIC,
          Risk.OUTAGE,
          Optional.empty(),
          "a thread, for ever",
          Heat.HERE,
          new JdkRange(8, 24),
          Technique.CANCELLATION,
          Effort.MINUTES_10,
          "a new TimeoutException",
          "wait without a deadline",
          "A request that waits without limit holds its thread as long as the other side likes.",
          "Pass a timeout: `get(2, SECONDS)` | `orTimeout`.",
          "",
          new Evidence.Count("200 stuck requests occupy all 200 threads of a default Tomcat."),
          Optional.empty(),
          Optional.empty());

  public static final RuleDoc REGEX =
      new RuleDoc(
          new RuleId("regex-compile-per-call"),
          "0.1",
          Theme.TEXT,
          Group.DEFAULT,
          Risk.GARBAGE,
          Optional.of(Cost.parse("1 to 10 µs and 1 to 5 kB")),
          "1 to 10 µs and 1 to 5 kB",
          Heat.HERE,
          JdkRange.ANY,
          Technique.OBJECT_REUSE,
          Effort.MINUTES_10,
          "none",
          "regular expression compiled again on every call",
          "Compiling parses the expression and builds its node graph; matching only walks it.",
          "Compile once into a `private static final Pattern`.",
          "Code that runs once gains nothing.",
          new Evidence.Benchmark("Compiling takes 12 times as long as matching.", "RegexCompile"),
          Optional.of("hoist into a constant"),
          Optional.empty());

  public static final RuleDoc POOL =
      new RuleDoc(
          new RuleId("executor-queue-unbounded"),
          "0.1",
          Theme.CONCURRENCY,
          Group.PREVIEW,
          Risk.OUTAGE,
          Optional.empty(),
          "queue grows without limit",
          Heat.USE,
          new JdkRange(8, Integer.MAX_VALUE),
          Technique.EXECUTORS,
          Effort.HOURS_2,
          "when full: rejected or slowed callers",
          "thread pool with an unbounded work queue",
          "When tasks arrive faster than they finish the queue absorbs them: latency grows first,"
              + " then the heap.",
          "Give the queue a capacity and choose a `RejectedExecutionHandler`, e.g."
              + " `CallerRunsPolicy`, so that the side that makes the work slows down with it.",
          "Harmless where callers are limited elsewhere.",
          new Evidence.Count("A queue of 10 million tasks of 100 bytes holds 1 GB."),
          Optional.empty(),
          Optional.empty());

  public static final List<RuleDoc> ALL =
      List.of(CLIENT, QUERY, WAIT, REGEX, POOL).stream()
          .sorted(Comparator.comparing(RuleDoc::id))
          .toList();

  private SampleRules() {}
}
