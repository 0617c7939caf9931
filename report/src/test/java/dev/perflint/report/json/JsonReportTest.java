package dev.perflint.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perflint.ScanReport;
import dev.perflint.model.Notice;
import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static JsonNode json(ScanReport report) throws IOException {
    return new ObjectMapper().readTree(Render.as("json", report));
  }

  @Test
  void everyFindingHasTheSameMembers() throws IOException {
    List<String> members = null;
    for (JsonNode finding : json(Samples.shop()).get("findings")) {
      List<String> these = finding.propertyStream().map(e -> e.getKey()).toList();
      assertThat(members == null ? these : members).isEqualTo(these);
      members = these;
    }
    assertThat(members).startsWith("rule", "priority").contains("fix", "contentKey");
  }

  @Test
  void saysNullForAnUnknownWasteAndAMissingFix() throws IOException {
    JsonNode wait = json(Samples.shop()).at("/findings/2");
    assertThat(wait.get("rule").textValue()).isEqualTo("wait-without-deadline");
    assertThat(wait.at("/reason/waste").isNull()).isTrue();
    assertThat(wait.get("fix").isNull()).isTrue();
  }

  @Test
  void editsCarryOffsetsRegionAndText() throws IOException {
    JsonNode edit = json(Samples.shop()).at("/findings/4/fix/edits/1");
    assertThat(edit.get("start").intValue()).isEqualTo(214);
    assertThat(edit.get("end").intValue()).isEqualTo(241);
    assertThat(edit.get("startColumn").intValue()).isEqualTo(20);
    assertThat(edit.get("replacement").textValue()).isEqualTo("SEPARATOR.split(line)");
  }

  @Test
  void hostileTextSurvivesTheRoundTrip() throws IOException {
    JsonNode finding = json(Samples.hostile()).at("/findings/0");
    assertThat(finding.get("message").textValue())
        .isEqualTo(
            "\u001b[31mRed\u001b[0m </script><b> [x](1) {0} \u202egnp.exe \u009b2J, half \ufffd pair.");
    assertThat(json(Samples.hostile()).findValuesAsText("path")).containsAll(Samples.HOSTILE_PATHS);
  }

  @Test
  void noticesSayWhetherCodeWasLost() throws IOException {
    JsonNode notices = json(Samples.withNotices()).get("notices");
    assertThat(notices).hasSize(Samples.withNotices().notices().size());
    for (JsonNode notice : notices) {
      boolean info = notice.get("kind").textValue().equals(Notice.Kind.INFO.id());
      assertThat(notice.get("losesCode").booleanValue()).isEqualTo(!info);
    }
    assertThat(notices.get(0).get("path").isNull()).isTrue();
  }
}
