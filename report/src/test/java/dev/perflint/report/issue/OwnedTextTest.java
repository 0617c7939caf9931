package dev.perflint.report.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnedTextTest {
  private static final IssueMarker OLD = new IssueMarker("a".repeat(16), "1".repeat(64));
  private static final IssueMarker NEW = new IssueMarker("a".repeat(16), "2".repeat(64));

  private static String body(IssueMarker marker, String own) {
    return marker.text() + "\n" + OwnedText.BEGIN + "\n" + own + "\n" + OwnedText.END + "\n";
  }

  @Test
  void whatPeopleWriteAroundItStays() {
    String body = "Seen in #7.\n\n" + body(OLD, "old") + "\nI measure this tomorrow.";

    assertThat(OwnedText.replaced(body, body(NEW, "new")))
        .isEqualTo("Seen in #7.\n\n" + body(NEW, "new") + "\nI measure this tomorrow.");
  }

  @Test
  void ticksStayWhereTheirLineIsStillThere() {
    String old = "- [x] Unit tests pass\n- [X] Gone\n- [ ] Open";
    String now = "- [ ] Unit tests pass\n- [ ] Open\n- [ ] Goner";

    assertThat(OwnedText.replaced(body(OLD, old), body(NEW, now)))
        .isEqualTo(body(NEW, "- [x] Unit tests pass\n- [ ] Open\n- [ ] Goner"));
  }

  @Test
  void aNumberInPlaceOfWhatWasUnknownStays() {
    String old = "| Latency | 12 ms | less | 3 ms |\n| Memory | TBD | no more | TBD |";
    String now = "| Latency | TBD (run: x) | less | TBD |\n| Memory | TBD | no more | TBD |";

    assertThat(OwnedText.replaced(body(OLD, old), body(NEW, now))).isEqualTo(body(NEW, old));
  }

  @Test
  void aRowKeepsWhatIsKnownInEachCell() {
    String old = "| Latency | 12 ms | less | TBD |";
    String now = "| Latency | TBD (run: x) | less | 3 ms |";

    assertThat(OwnedText.replaced(body(OLD, old), body(NEW, now)))
        .isEqualTo(body(NEW, "| Latency | 12 ms | less | 3 ms |"));
  }

  @Test
  void editorsOfOtherSystemsChangeNothing() {
    String windows = body(OLD, "- [x] a").replace("\n", "\r\n");

    assertThat(OwnedText.replaced(windows, body(NEW, "- [ ] a"))).isEqualTo(body(NEW, "- [x] a"));
  }

  @Test
  void withoutOneOfTheCommentsNothingIsOwned() {
    assertThat(OwnedText.of("text")).isEmpty();
    assertThat(OwnedText.of(OwnedText.BEGIN + "text")).isEmpty();
    assertThat(OwnedText.of(OwnedText.END + OwnedText.BEGIN)).isEmpty();
  }

  @Test
  void aNameOfADraftBecomesTheNumberOfItsIssue() {
    String body =
        "Depends on "
            + OwnedText.reference("a".repeat(16), "x.md")
            + " and "
            + OwnedText.reference("b".repeat(16), "y.md");

    assertThat(OwnedText.numbered(body, Map.of("a".repeat(16), 12)))
        .isEqualTo("Depends on #12 and `y.md`<!-- perflint:ref bbbbbbbbbbbbbbbb -->");
  }
}
