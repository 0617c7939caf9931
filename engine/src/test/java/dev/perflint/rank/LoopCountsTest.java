package dev.perflint.rank;

import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.find;
import static dev.perflint.rank.Slowness.findAll;
import static dev.perflint.rank.Slowness.terms;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a loop counts of which the way shows what it goes through. */
class LoopCountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Get("/a") void f(List<String> xs) { for (String x : xs) Slow.run(); } | 3
          @Get("/a") void f(Page p) { for (String x : p.names()) Slow.run(); } | 3
          @Get("/a") void f(Page p) { List<String> xs = p.names(); g(xs); } | 3
          @Get("/a") void f(Page p) { for (Page q : p.children()) { h(q); } } | 3, 3
          @Get("/a") void f() { g(List.of("x")); } |
          @Get("/a") void f(String x) { g(java.util.Collections.singletonList(x)); } |
          @Get("/a") void f(String[] xs) { g(List.of(xs)); } | 100
          @Get("/a") void f() { g(read()); } | 100
          @Get("/a") void f(Page p) { for (String x : find(p)) Slow.run(); } | 100
          @Get("/a") void f(String id) { for (String x : shop.criteriaForOrder(id)) Slow.run(); } | 3
          @Get("/a") void f(org.springframework.util.MultiValueMap<String, String> m) { for (String x : m.get("x")) Slow.run(); } | 3
          @Get("/a") void f(java.util.Map<String, List<String>> m) { for (String x : all.get("x")) Slow.run(); } | 100
          @Get("/a") void f(String id) { for (String x : shop.byCriteria(id)) Slow.run(); } | 100
          @Get("/a") void f(String t) { Page p = json.read(t, Page.class); g(p.names()); } | 3
          @Get("/a") void f(String t) { Page p = null; try { p = json.read(t, Page.class); } catch (E e) {} g(p.names()); } | 3
          @Get("/a") void f(String t) { Page p = new Page(); p = json.read(t, Page.class); p = other; g(p.names()); } | 100
          @Get("/a") void f(String t) { Page[] p = json.read(t, Page[].class); for (Page q : p) Slow.run(); } | 100
          @Get("/a") void f(java.util.Map<String, Page> ps) { g(ps.get("first").names()); } | 3
          @Listen void f(Page p) { for (String x : p.names()) Slow.run(); } | 3
          @Listen void f(byte[] xs) { for (byte x : xs) Slow.run(); } | 3
          @Listen void f(Page[] ps) { for (Page p : ps) Slow.run(); } | 100
          @Listen void f(lib.ConsumerRecords rs) { for (String x : rs) Slow.run(); } | 100
          @Listen void f(com.amazonaws.services.lambda.runtime.events.SQSEvent e) { g(e.getRecords()); } | 100
          @Listen void f(List<String> xs) { for (String x : xs) Slow.run(); } | 100
          """)
  void aLoopCountsWhatTheWayHandsOver(String entry, String loops) {
    Finding found =
        findAll(
                COSTS,
                entry
                    + """

                void g(List<String> xs) { for (String x : xs) Slow.run(); }
                void h(Page p) { p.names().forEach(x -> Slow.run()); }
                List<String> read() { return null; }
                List<String> find(Page p) { return null; }
                interface Page { List<String> names(); List<Page> children(); }
                """)
            .stream()
            .filter(one -> one.reason().lines().get(0).startsWith("per "))
            .findFirst()
            .orElseThrow();
    assertThat(
            found.reason().terms().stream()
                .filter(term -> term.name().equals("loop"))
                .map(term -> Math.round(Math.pow(10, term.log10())) + "")
                .collect(joining(", ")))
        .isEqualTo(loops == null ? "" : loops);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for (String x : lines.findByOrderId(id)) Slow.run(); | 3
          for (String x : lines.findByOrder(order.getId())) Slow.run(); | 3
          for (String x : lines.findByOrder(id, State.OPEN_LIST)) Slow.run(); | 3
          lines.findByOrder(id).stream().map(x -> x).forEach(x -> Slow.run()); | 3
          List<String> all = new ArrayList<>(lines.findByOrder(id)); for (String x : all) Slow.run(); | 3
          List<String> all = null; all = lines.of(orderNo); for (String x : all) Slow.run(); | 3
          for (String x : own(order)) Slow.run(); | 3
          passed(lines.findByOrder(id)); | 3
          for (String x : lines.queryLogsOf(recordId)) Slow.run(); | 3
          for (String x : lines.list(new Wrapper<Line>().eq(Line::getOrderId, order).desc("no"))) Slow.run(); | 3
          for (String x : lines.list(new Wrapper<Line>().eq("order_id", order))) Slow.run(); | 3
          for (String x : lines.lambdaQuery().eq(Line::getOrderId, order).list()) Slow.run(); | 3
          for (String x : text.split(",")) Slow.run(); | 3
          for (String x : lines.findByOrder(id.get())) Slow.run(); | 3
          for (String x : lines.findByOrder(Long.valueOf(id))) Slow.run(); | 3
          for (String x : lines.findByOrder(id + "")) Slow.run(); | 3
          for (String x : lines.findByOrder((Long) json.get("orderId"))) Slow.run(); | 3
          for (String x : lines.findByOrder(order)) Slow.run(); | 3
          for (String x : lines.getLinesOf(order.getSn(), username)) Slow.run(); | 3
          for (String x : lines.findByOrderId(text)) Slow.run(); | 3
          List<String> all; if (b) all = lines.of(id); else all = lines.of(orderNo); for (String x : all) Slow.run(); | 3
          List<String> all = lines.of(id); all = all.stream().filter(b).toList(); for (String x : all) Slow.run(); | 3
          List<String> all = new ArrayList<>(); all.addAll(lines.of(id)); for (String x : all) Slow.run(); | 3
          List<String> all = new ArrayList<>(); for (String y : lines.of(id)) all.add(y); for (String x : all) Slow.run(); | 3
          Wrapper w = new Wrapper(); w.eq("order_id", order); for (String x : lines.list(w)) Slow.run(); | 3
          Wrapper w = new Wrapper(); w.eq("state", order); for (String x : lines.list(w)) Slow.run(); | 100
          for (String x : text.split("\\n")) Slow.run(); | 100
          for (String x : lines.lambdaQuery().eq(Line::getTenantId, order).list()) Slow.run(); | 100
          for (String x : lines.lambdaQuery().eq(Line::getState, order).list()) Slow.run(); | 100
          List<String> all = lines.of(id); if (b) all = lines.all(); for (String x : all) Slow.run(); | 100
          for (String x : lines.findByOrder(id, page)) Slow.run(); | 20
          for (String x : lines.findPage(id)) Slow.run(); | 100
          for (String x : lines.findByIds(orderIds)) Slow.run(); | 100
          for (String x : lines.findByTenant(tenantId)) Slow.run(); | 100
          for (String x : lines.findByTenant(tenant.getId())) Slow.run(); | 100
          for (String x : lines.findByState(state)) Slow.run(); | 100
          lines.findByOrder(id).stream().flatMap(x -> x).forEach(x -> Slow.run()); | 100
          for (String x : lines.findByOrderAndPid(id, 0)) Slow.run(); | 100
          for (String x : lines.findByTenantId(t.getId())) Slow.run(); | 100
          for (String x : lines.findByOrderId(1)) Slow.run(); | 100
          for (String x : lines.findByState(state)) Slow.run(); | 100
          for (String x : lines.findByTenant(tenant)) Slow.run(); | 100
          for (String x : lines.findLike(order)) Slow.run(); | 100
          List<String> all = lines.of(id); all.addAll(lines.all()); for (String x : all) Slow.run(); | 100
          List<String> all = new ArrayList<>(); for (Order o : orders) all.addAll(lines.of(o.getId())); for (String x : all) Slow.run(); | 100
          """)
  void whatBelongsToOneThingIsAFew(String loop, String counted) {
    String passed =
        loop.startsWith("passed")
            ? "void passed(List<String> xs) { for (String x : xs) Slow.run(); }"
            : "private List<String> own(Order o) { return lines.findByOrder(o.getId()); }";
    String entry = "@Get(\"/a\") void f(Order order, State state, Tenant tenant) { ";
    assertThat(loops(entry + loop + " } " + passed)).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for (String x : lines.findTop5ByState(a)) Slow.run(); | 5
          for (String x : lines.findAllByState(a, PageRequest.of(0, 7))) Slow.run(); | 7
          Pageable p = PageRequest.of(0, 7); for (String x : lines.findAllByState(a, p)) Slow.run(); | 7
          for (String x : lines.selectPage(new Page<>(1, 8), a).getRecords()) Slow.run(); | 8
          for (String x : all.subList(0, Math.min(6, all.size()))) Slow.run(); | 6
          all.stream().limit(4).forEach(x -> Slow.run()); | 4
          for (String x : jdbc.query("select a from b order by c limit 10", m)) Slow.run(); | 10
          for (String x : jdbc.query("select a from b limit 0,9", m)) Slow.run(); | 9
          for (String x : lines.list(new Wrapper<Line>().last("limit 6"))) Slow.run(); | 100
          for (String x : lines.lambdaQuery().last("limit 6").list()) Slow.run(); | 6
          for (String x : em.createQuery(a).setMaxResults(12).getResultList()) Slow.run(); | 12
          Query q = em.createQuery(a); q.setMaxResults(12); for (String x : q.getResultList()) Slow.run(); | 12
          for (String x : lines.findAllByState(a, pageable)) Slow.run(); | 20
          for (String x : lines.findAllByState(a, page, size).getContent()) Slow.run(); | 20
          for (String x : lines.findAllByState(a, PageRequest.of(no, size))) Slow.run(); | 20
          PageHelper.startPage(no, size); List<String> all = lines.selectByExample(a); for (String x : all) Slow.run(); | 20
          Page<String> p = lines.search(a); for (String x : p.getRecords()) Slow.run(); | 20
          List<String> all = new ArrayList<>(); all.add(a); for (String x : all) Slow.run(); | 2
          List<String> all = new ArrayList<>(); all.add(a); all.add(b); all.add(c); for (String x : all) Slow.run(); | 3
          List<String> all = new ArrayList<>(); all.add(a); fill(all); for (String x : all) Slow.run(); | 100
          List<String> all = new ArrayList<>(); for (Order o : orders) all.add(o); for (String x : all) Slow.run(); | 100
          List<String> all = new ArrayList<>(); orders.forEach(o -> all.add(o)); for (String x : all) Slow.run(); | 100
          for (String x : lines.findFirstLevelNames()) Slow.run(); | 100
          for (String x : lines.findAllByState(a, PageRequest.of(0, 1000))) Slow.run(); | 100
          for (String x : lines.findAllByState(a, PageRequest.of(0, Integer.MAX_VALUE))) Slow.run(); | 100
          for (String x : lines.findAllByState(a, PageRequest.of(0, ids.size()))) Slow.run(); | 100
          for (String x : lines.findAllByState(a, PageRequest.of(no, BATCH_SIZE))) Slow.run(); | 100
          while (more()) { for (String x : lines.findAllByState(a, pageable)) Slow.run(); } | 100, 10
          for (String x : jdbc.query("select a from b limit 1000", m)) Slow.run(); | 100
          PageHelper.startPage(no, 5); List<String> all = lines.selectByExample(a); for (String x : all) Slow.run(); | 5
          """)
  void whatIsCutOffIsNoLongerThanThat(String loop, String counted) {
    assertThat(loops("@Get(\"/a\") void f() { " + loop + " }")).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          while (!isStopped()) Slow.run(); |
          while (running && !closed) Slow.run(); |
          while (!Thread.currentThread().isInterrupted()) Slow.run(); |
          while (stopped.get() == x) Slow.run(); | 100
          while (!isEmpty()) { Slow.run(); Thread.sleep(100); } |
          while (!isEmpty()) { Slow.run(); later(() -> Thread.sleep(100)); } | 100
          do { Slow.run(); TimeUnit.SECONDS.sleep(1); } while (!isEmpty()); |
          do { Slow.run(); } while (!isEmpty()); | 100
          while (!isStopped() && all.hasNext()) Slow.run(); | 100
          for (String x : all) { Slow.run(); Thread.sleep(100); } | 100
          """)
  void aLoopThatLastsForAsLongAsSomethingRunsIsNone(String loop, String counted) {
    assertThat(loops("@Get(\"/a\") void f() { " + loop + " }")).isEqualTo(orNone(counted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          if (wanted.equals(x)) Slow.run(); |
          if (x == wanted) Slow.run(); |
          if (Objects.equals(x.getId(), wanted)) { Slow.run(); } |
          if (on && wanted.equals(x.getName())) { Slow.run(); } |
          if (wanted.equals(x.getCustomerId())) Slow.run(); | 100
          if (other(x).equals(x.getId())) Slow.run(); | 100
          if (x.getId() == null) Slow.run(); | 100
          if (wanted.equals(x)) { } else { Slow.run(); } | 100
          if (!wanted.equals(x)) Slow.run(); | 100
          """)
  void theOneOfAKeyIsNoLoop(String body, String counted) {
    assertThat(loops("@Get(\"/a\") void f() { for (Page x : all) { " + body + " } }"))
        .isEqualTo(orNone(counted));
  }

  @ParameterizedTest
  @CsvSource({"Page, ''", "Element, 100", "var, 100"})
  void elementsOfADocumentShareTheirNames(String type, String counted) {
    String loop = "for (%s x : all) { if (wanted.equals(x.getName())) { Slow.run(); } }";
    assertThat(loops("@Get(\"/a\") void f() { " + loop.formatted(type) + " }")).isEqualTo(counted);
  }

  private static String orNone(String counted) {
    return counted == null ? "" : counted;
  }

  private static String loops(String method) {
    return find(COSTS, method).reason().terms().stream()
        .filter(term -> term.name().equals("loop"))
        .map(term -> Math.round(Math.pow(10, term.log10())) + "")
        .collect(joining(", "));
  }

  @Test
  void aLoopIsNoShorterThanItsLongestCallerMakesIt() {
    Finding found =
        find(
            COSTS,
            """
            List<String> all;
            @Get("/a") void f(List<String> xs) { g(xs); }
            @Get("/b") void e() { g(all); }
            void g(List<String> xs) { for (String x : xs) h(); }
            void h() { Slow.run(); }
            """);
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2", "loop 2");
    assertThat(found.reason().lines().get(0)).startsWith("per request: GET /b");
  }
}
