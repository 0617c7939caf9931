package dev.perflint.report;

import dev.perflint.ScanReport;
import dev.perflint.model.Area;
import dev.perflint.model.Certainty;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Finding;
import dev.perflint.model.Fix;
import dev.perflint.model.Location;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.Region;
import dev.perflint.model.Step;
import dev.perflint.model.TextEdit;
import dev.perflint.model.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reports as a scan of a small shop would give them. */
public final class Samples {
  public static final String PRICE_SERVICE = "src/main/java/com/acme/PriceService.java";

  public static final List<String> HOSTILE_PATHS =
      List.of(
          "new\nline.java",
          "quote\"s'.java",
          "100%25.java",
          "with space/a b.java",
          "größe/漢字😀.java",
          "-rf/--help.java",
          "C:/drive.java",
          "a?b#c.java",
          "back\\slash.java",
          "\u001b[2J.java",
          "Inner$Type[0].java");

  private Samples() {}

  /** Five findings of all priorities, with steps, fixes, a multi-line region; no notices. */
  public static ScanReport shop() {
    return report(
        List.of(
            clientPerCall(), queryInLoop(), waitWithoutDeadline(), regexPerCall(), unboundedPool()),
        List.of());
  }

  public static ScanReport withNotices() {
    return report(
        List.of(clientPerCall()),
        List.of(
            Notice.ofRun(Notice.Kind.INFO, "no build file found: the Java level is taken as 17"),
            Notice.ofFile(
                Notice.Kind.UNPARSABLE,
                "src/main/java/com/acme/Merge.java",
                12,
                "line 12: unexpected \"<<<<<<<\": this looks like a merge conflict"),
            Notice.ofFile(
                Notice.Kind.UNREADABLE, "src/main/java/com/acme/Pipe.java", 0, "not a plain file"),
            new Notice(
                Notice.Kind.RULE_CRASH,
                Optional.of(PRICE_SERVICE),
                Optional.of(SampleRules.REGEX.id()),
                88,
                "StringIndexOutOfBoundsException: begin 0, end -1, length 0")));
  }

  public static ScanReport empty() {
    return report(List.of(), List.of());
  }

  public static ScanReport one() {
    return report(List.of(clientPerCall()), List.of());
  }

  /** So many findings in as many files, all alike. */
  public static ScanReport many(int count) {
    Finding model = clientPerCall();
    List<Finding> findings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String path = "src/main/java/com/acme/Service%05d.java".formatted(i);
      findings.add(at(model, new Location(path, model.location().region())));
    }
    return report(findings, List.of());
  }

  /** Names, code and messages that try to break out of their report. */
  public static ScanReport hostile() {
    Region region = new Region(42, 5, 42, 30);
    Finding model =
        saying(
            "\u001b[31mRed\u001b[0m </script><b> [x](1) {0} \u202egnp.exe \u009b2J, half \ud800 pair.",
            region, "\t// \u001b]0;title\u0007 </script> 漢字 😀 \u202e \u2028 end", "");
    return report(
        HOSTILE_PATHS.stream().map(path -> at(model, new Location(path, region))).toList(),
        HOSTILE_PATHS.stream()
            .map(path -> Notice.ofFile(Notice.Kind.UNPARSABLE, path, 1, "bad \u001b[2J \u0000"))
            .toList());
  }

  public static ScanReport report(List<Finding> findings, List<Notice> notices) {
    TreeMap<String, Integer> otherLanguages = new TreeMap<>();
    otherLanguages.put("Groovy", 2);
    otherLanguages.put("Kotlin", 38);
    return new ScanReport(
        "0.1.0",
        SampleRules.ALL,
        findings.stream().sorted(Finding.ORDER).toList(),
        notices.stream().sorted().toList(),
        new ScanReport.Statistics(240, 18_204, otherLanguages));
  }

  public static Finding at(Finding f, Location location) {
    return new Finding(
        f.rule(),
        f.priority(),
        f.rank(),
        f.area(),
        f.theme(),
        f.confidence(),
        location,
        f.message(),
        f.member(),
        f.reason(),
        f.cause(),
        f.trail(),
        f.fix(),
        f.excerpt(),
        f.lineHash(),
        f.contentKey());
  }

  /** The first sample with another message and other source lines, the first of which is 42. */
  public static Finding saying(String message, Region region, String... lines) {
    Finding f = clientPerCall();
    return new Finding(
        f.rule(),
        f.priority(),
        f.rank(),
        f.area(),
        f.theme(),
        f.confidence(),
        new Location(PRICE_SERVICE, region),
        message,
        f.member(),
        f.reason(),
        Optional.empty(),
        Trail.NONE,
        Optional.empty(),
        new Excerpt(42, List.of(lines)),
        f.lineHash(),
        f.contentKey());
  }

  public static Finding clientPerCall() {
    return new Finding(
        SampleRules.CLIENT.id(),
        Priority.P1,
        95,
        Area.API_CLIENT,
        SampleRules.CLIENT.theme(),
        Certainty.SURE,
        new Location(PRICE_SERVICE, new Region(42, 25, 42, 51)),
        "A new HttpClient is built on every call of quote() and dropped after it.",
        "com.acme.PriceService.quote(String)",
        new Reason(
            List.of(
                "per request: GET /prices/{sku} → PriceController.get → PriceService.quote",
                "each time a selector thread, a new connection and its TLS handshake, about 3 ms"),
            List.of(
                new Reason.Term("cost", 6.48, "about 3 ms: thread, connection, TLS handshake"),
                new Reason.Term("entry point", 2, "request handler GET /prices/{sku}")),
            8.48),
        Optional.empty(),
        Trail.NONE,
        Optional.empty(),
        new Excerpt(
            41,
            List.of(
                "  Price quote(String sku) throws IOException, InterruptedException {",
                "    HttpClient client = HttpClient.newHttpClient();",
                "    return parse(client.send(request(sku), ofString()).body());")),
        "a7f2ff13bc495cf2:1",
        "9d1c0a52be7f4410");
  }

  private static Finding queryInLoop() {
    String path = "src/main/java/com/acme/orders/OrderService.java";
    return new Finding(
        SampleRules.QUERY.id(),
        Priority.P1,
        97,
        Area.DATABASE,
        SampleRules.QUERY.theme(),
        Certainty.LIKELY,
        new Location(path, new Region(118, 18, 118, 56)),
        "`customers.findById` runs once for each order of the page: a statement and a round trip"
            + " each time, one after the other, where `findAllById` would need one for all of them.",
        "com.acme.orders.OrderService.customerOf(Order)",
        new Reason(
            List.of(
                "about 1 ms each GET /orders, in a loop over the result of OrderRepository.findAll"),
            List.of(
                new Reason.Term("cost", 6, "1 ms, one round trip"),
                new Reason.Term("entry point", 2, "request handler GET /orders"),
                new Reason.Term("loop", 2, "over the result of OrderRepository.findAll"),
                new Reason.Term("guard", -2, "on a cache miss")),
            8),
        Optional.empty(),
        new Trail(
            List.of(
                new Step(
                    new Location(
                        "src/main/java/com/acme/orders/OrderController.java",
                        new Region(31, 12, 31, 34)),
                    "GET /orders calls page()")),
            List.of(
                new Step(
                    new Location(path, new Region(96, 5, 99, 6)),
                    "loop over the result of OrderRepository.findAll"),
                new Step(
                    new Location(path, new Region(97, 14, 97, 31)),
                    "each round calls customerOf()")),
            List.of()),
        Optional.empty(),
        new Excerpt(
            117,
            List.of(
                "\tprivate Customer customerOf(Order order) {",
                "\t\tvar customer = customers.findById(order.customerId()).orElseThrow();",
                "")),
        "54703d4cd895b18:1",
        "0b7725b1f3c1a9d2");
  }

  private static Finding waitWithoutDeadline() {
    return new Finding(
        SampleRules.WAIT.id(),
        Priority.P2,
        40,
        Area.SERVER,
        SampleRules.WAIT.theme(),
        Certainty.SURE,
        new Location(
            "src/main/java/com/acme/checkout/CheckoutController.java", new Region(77, 12, 80, 15)),
        "`Future.get` waits without a deadline.",
        "com.acme.checkout.CheckoutController.pay(Cart)",
        new Reason(
            List.of("one stuck task holds its caller for ever, and every caller that follows"),
            List.of(),
            Double.NaN),
        Optional.empty(),
        Trail.NONE,
        Optional.empty(),
        new Excerpt(
            76,
            List.of(
                "    Cart cart = carts.of(session);",
                "    return executor",
                "        .submit(",
                "            () -> gateway.charge(cart.total(), cart.card()))",
                "        .get();",
                "  }")),
        "180aee12dab6264:1",
        "77e0f1c2ad90be31");
  }

  private static Finding regexPerCall() {
    String line = "    return List.of(line.split(\"\\\\s*[,;|]\\\\s*\"));";
    return new Finding(
        SampleRules.REGEX.id(),
        Priority.P3,
        23,
        Area.OTHER,
        SampleRules.REGEX.theme(),
        Certainty.SURE,
        new Location("src/main/java/com/acme/text/Csv.java", new Region(9, 20, 9, 47)),
        "`split` compiles its pattern again on every call.",
        "com.acme.text.Csv.cells(String)",
        new Reason(
            List.of("1 to 10 µs and 1 to 5 kB each time; how often this runs is not known"),
            List.of(new Reason.Term("cost", 3.6, "1 to 10 µs and 1 to 5 kB")),
            3.6),
        Optional.empty(),
        Trail.NONE,
        Optional.of(
            new Fix(
                "Hoist the pattern into a constant",
                List.of(
                    new TextEdit(
                        120,
                        120,
                        new Region(7, 1, 7, 1),
                        "  private static final Pattern SEPARATOR ="
                            + " Pattern.compile(\"\\\\s*[,;|]\\\\s*\");\n\n"),
                    new TextEdit(214, 241, new Region(9, 20, 9, 47), "SEPARATOR.split(line)")))),
        new Excerpt(8, List.of("  static List<String> cells(String line) {", line, "  }")),
        "271789c17abda88f:1",
        "c4410a52be7f9d1c");
  }

  private static Finding unboundedPool() {
    return new Finding(
        SampleRules.POOL.id(),
        Priority.P2,
        40,
        Area.SERVER,
        SampleRules.POOL.theme(),
        Certainty.LIKELY,
        new Location(
            "services/notification-dispatch/src/main/java/com/acme/notification/dispatch/internal/"
                + "MailDispatcherConfiguration.java",
            new Region(1204, 40, 1204, 74)),
        "`Executors.newFixedThreadPool` queues without limit.",
        "com.acme.notification.dispatch.internal.MailDispatcherConfiguration.MAILS",
        new Reason(
            List.of(
                "the pool is fed per message: queue mail-outbox → MailListener.onMessage;",
                "when mails arrive faster than the relay takes them, the queue grows until memory"
                    + " ends"),
            List.of(),
            Double.NaN),
        Optional.empty(),
        Trail.NONE,
        Optional.empty(),
        new Excerpt(
            1203,
            List.of(
                "",
                "  static final ExecutorService MAILS = Executors.newFixedThreadPool(SIZE);",
                "")),
        "a23a3dc5e078b07b:1",
        "be31ad90f1c277e0");
  }
}
