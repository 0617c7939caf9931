package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Area;
import dev.perflint.model.Certainty;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.Region;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.model.Theme;
import dev.perflint.model.Trail;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneCauseTest {
  private static Finding at(int line, String rule, String cause) {
    return new Finding(
        new RuleId(rule),
        Priority.P1,
        80,
        Area.DATABASE,
        Theme.DATA_ACCESS,
        Certainty.SURE,
        new Location("Orders.java", new Region(line, 1, line, 9)),
        "Line " + line + " opens another.",
        "shop.Orders.pay" + line + "(java.lang.String)",
        new Reason(List.of("per request"), List.of(), 7),
        Optional.of(cause).filter(name -> !name.isEmpty()),
        Trail.NONE,
        Optional.empty(),
        new Excerpt(line, List.of("audit.record();")),
        "hash" + line,
        "key" + line);
  }

  @Test
  void theFirstSpeaksForAllOfItsCause() {
    List<Finding> told =
        OneCause.merged(
            List.of(
                at(1, "a", "shop.Audit"),
                at(2, "a", ""),
                at(3, "a", "shop.Audit"),
                at(4, "b", "shop.Audit"),
                at(5, "a", "shop.Numbers"),
                at(6, "a", "shop.Audit"),
                at(7, "a", "shop.Numbers")));
    assertThat(told).extracting(f -> f.location().region().startLine()).containsExactly(1, 2, 4, 5);
    assertThat(told)
        .extracting(Finding::message)
        .containsExactly(
            "Line 1 opens another; so do 2 other calls of `Audit`.",
            "Line 2 opens another.",
            "Line 4 opens another.",
            "Line 5 opens another; so does another call of `Numbers`.");
    assertThat(told.get(0).trail().near())
        .extracting(Step::message)
        .containsExactly("also in Orders.pay3", "also in Orders.pay6");
    Step here = new Step(told.get(0).location(), "here");
    assertThat(told.get(0).trail().flow(here)).isEmpty();
    assertThat(told.get(0).contentKey()).isEqualTo("key1");
  }

  @Test
  void whatAMethodDoesInItsTransactionIsToldOnce() {
    String orders = OneCause.transactions("shop.Orders");
    Finding first = at(1, "a", orders);
    Finding second = at(2, "a", orders);
    assertThat(OneCause.merged(List.of(first, second))).as("two methods").hasSize(2);
    assertThat(OneCause.merged(List.of(first, at(1, "a", orders), second)))
        .extracting(Finding::message)
        .containsExactly(
            "Line 1 opens another; so does another call in `Orders`.", "Line 2 opens another.");
    assertThat(OneCause.merged(List.of(first, second, at(3, "a", orders), at(4, "a", orders))))
        .as("a habit of the class")
        .extracting(Finding::message)
        .containsExactly("Line 1 opens another; so do 3 other calls in `Orders`.");
  }

  @Test
  void whatOneFileDoesAlikeIsToldOnce() {
    String rest = OneCause.file("Orders.java", List.of("web.Rest"));
    String other = OneCause.file("Orders.java", List.of("web.Jdk"));
    List<Finding> told =
        OneCause.merged(List.of(at(1, "a", rest), at(2, "a", other), at(3, "a", rest)));
    assertThat(told)
        .extracting(Finding::message)
        .containsExactly("Line 1 opens another; the same in line 3.", "Line 2 opens another.");
    List<Finding> three =
        OneCause.merged(List.of(at(1, "a", rest), at(3, "a", rest), at(4, "a", rest)));
    assertThat(three)
        .extracting(Finding::message)
        .containsExactly("Line 1 opens another; the same in 2 other places of the file.");
    assertThat(three.get(0).trail().near())
        .extracting(Step::message)
        .containsExactly("also in Orders.pay3", "also in Orders.pay4");
  }

  @Test
  void aHabitIsToldOnceAndAFewPlacesEach() {
    String jdbc = OneCause.habit("Orders.java", List.of("java.sql.Connection"));
    String rest = OneCause.habit("Orders.java", List.of("web.Rest"));
    assertThat(OneCause.merged(List.of(at(1, "a", jdbc), at(2, "a", jdbc), at(3, "a", jdbc))))
        .extracting(Finding::message)
        .containsExactly("Line 1 opens another.", "Line 2 opens another.", "Line 3 opens another.");
    List<Finding> many =
        OneCause.merged(
            List.of(
                at(1, "a", jdbc),
                at(2, "a", jdbc),
                at(3, "a", rest),
                at(4, "a", jdbc),
                at(5, "b", jdbc),
                at(6, "a", jdbc)));
    assertThat(many)
        .extracting(Finding::message)
        .containsExactly(
            "Line 1 opens another; the same in 3 other places of the file.",
            "Line 3 opens another.",
            "Line 5 opens another.");
    assertThat(many.get(0).trail().near())
        .extracting(Step::message)
        .containsExactly("also in Orders.pay2", "also in Orders.pay4", "also in Orders.pay6");
  }

  @Test
  void theTypeAroundMayBeTheCause() {
    List<Finding> told =
        OneCause.merged(List.of(at(1, "a", "shop.Orders"), at(2, "a", "shop.Orders")));
    assertThat(told)
        .extracting(Finding::message)
        .containsExactly("Line 1 opens another; so does another call in `Orders`.");
  }

  @Test
  void ofManyItLeadsToTen() {
    List<Finding> all =
        IntStream.rangeClosed(1, 30).mapToObj(line -> at(line, "a", "shop.Audit")).toList();
    List<Finding> told = OneCause.merged(all);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).message()).contains("so do 29 other calls");
    assertThat(told.get(0).trail().near()).hasSize(10);
  }

  @Test
  void oneCopyOfAFileSpeaksForTheOthers() {
    String copied = OneCause.copied("logback.xml");
    List<Finding> told =
        OneCause.merged(List.of(at(1, "a", copied), at(2, "a", copied), at(3, "b", copied)));
    assertThat(told)
        .extracting(Finding::message)
        .containsExactly(
            "Line 1 opens another; another file has the same lines.", "Line 3 opens another.");
    assertThat(told.get(0).trail().near())
        .extracting(Step::message)
        .containsExactly("the same here");
    List<Finding> many =
        OneCause.merged(IntStream.rangeClosed(1, 30).mapToObj(l -> at(l, "a", copied)).toList());
    assertThat(many.get(0).message()).endsWith("; 29 other files have the same lines.");
    assertThat(many.get(0).trail().near()).hasSize(10);
  }

  @Test
  void oneCallOfALoopSpeaksForTheOthers() {
    String loop = OneCause.loop(new Location("Orders.java", new Region(1, 1, 9, 1)));
    String other = OneCause.loop(new Location("Orders.java", new Region(11, 1, 19, 1)));
    List<Finding> told =
        OneCause.merged(
            List.of(
                at(3, "a", loop),
                at(2, "a", loop),
                at(12, "a", other),
                at(4, "b", loop),
                at(13, "a", other),
                at(14, "a", other)));
    assertThat(told)
        .extracting(Finding::message)
        .containsExactly(
            "Line 3 opens another; so does another call in line 2.",
            "Line 12 opens another; so do 2 other calls in it.",
            "Line 4 opens another.");
    assertThat(told.get(1).trail().near())
        .extracting(step -> step.location().region().startLine())
        .containsExactly(13, 14);
  }

  private static Finding leadingTo(int statement, Finding loop) {
    Location at = new Location("Store.java", new Region(statement, 1, statement, 9));
    return new Finding(
        loop.rule(),
        loop.priority(),
        loop.rank(),
        loop.area(),
        loop.theme(),
        loop.confidence(),
        loop.location(),
        loop.message(),
        loop.member(),
        loop.reason(),
        loop.cause(),
        new Trail(List.of(), List.of(), List.of(new Step(at, "runs a query"))),
        loop.fix(),
        loop.excerpt(),
        loop.lineHash(),
        loop.contentKey());
  }

  private static String loopAt(int line) {
    return OneCause.loop(new Location("Orders.java", new Region(line, 1, line + 5, 1)));
  }

  @Test
  void oneLoopSpeaksForThoseThatLeadToTheSameStatement() {
    List<Finding> told =
        OneCause.merged(
            List.of(
                leadingTo(50, at(2, "a", loopAt(1))),
                leadingTo(50, at(12, "a", loopAt(11))),
                leadingTo(60, at(22, "a", loopAt(21))),
                at(32, "a", loopAt(31)),
                leadingTo(50, at(42, "a", loopAt(41))),
                leadingTo(50, at(43, "b", loopAt(41)))));
    assertThat(told)
        .extracting(Finding::message)
        .containsExactly(
            "Line 2 opens another; 2 other loops of the file lead there, too.",
            "Line 22 opens another.",
            "Line 32 opens another.",
            "Line 43 opens another.");
    assertThat(told.get(0).trail().near())
        .extracting(step -> step.location().region().startLine())
        .contains(12, 42);
  }
}
