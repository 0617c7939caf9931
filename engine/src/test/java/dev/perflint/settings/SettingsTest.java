package dev.perflint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Certainty;
import dev.perflint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static Certainty configured(String key, FileSettings... files) {
    return new ProjectSettings(List.of(files)).configured(List.of(key));
  }

  private static FileSettings properties(String text) {
    return SettingsReader.read("application.properties", text);
  }

  private static FileSettings yaml(String text) {
    return SettingsReader.read("src/main/resources/application.yml", text);
  }

  @Test
  void keysBindAsSpringBindsThem() {
    FileSettings file = properties("spring.http.client.readTimeout = 2s\n");
    assertThat(configured("spring.http.client.read-timeout", file)).isEqualTo(Certainty.SURE);
    assertThat(configured("SPRING.HTTP.CLIENT.READ_TIMEOUT", file)).isEqualTo(Certainty.SURE);
    assertThat(configured("spring.http.client.connect-timeout", file)).isEqualTo(Certainty.NO);
    assertThat(configured("spring.http.client", file)).isEqualTo(Certainty.NO);
  }

  @Test
  void whatSomeFileSwitchesOffIsNotKnownToBeOn() {
    List<String> key = List.of("spring.threads.virtual.enabled");
    FileSettings on = properties("spring.threads.virtual.enabled=true");
    FileSettings byDefault = properties("spring.threads.virtual.enabled=${VIRTUAL:true}");
    FileSettings off = yaml("spring.threads.virtual.enabled: ${VIRTUAL:false}");
    assertThat(new ProjectSettings(List.of(on, byDefault)).enabled(key)).isEqualTo(Certainty.SURE);
    assertThat(new ProjectSettings(List.of(off)).enabled(key)).isEqualTo(Certainty.NO);
    assertThat(new ProjectSettings(List.of(on, off)).enabled(key)).isEqualTo(Certainty.UNKNOWN);
    assertThat(new ProjectSettings(List.of()).enabled(key)).isEqualTo(Certainty.NO);
  }

  @Test
  void aPlaceholderStandsForItsValueOrItsDefault() {
    ProjectSettings settings =
        new ProjectSettings(
            List.of(
                properties("clean.up-cron=${CRON:0 0 3 * * *}\nclean.rate=5000"),
                SettingsReader.read("src/test/resources/application.properties", "a.b=1")));
    assertThat(settings.settled("@Scheduled ${clean.upCron}")).isEqualTo("@Scheduled 0 0 3 * * *");
    assertThat(settings.settled("every ${clean.rate:1} ms")).isEqualTo("every 5000 ms");
    assertThat(settings.settled("every ${a.b:${c.d:7}} ms")).isEqualTo("every 7 ms");
    assertThat(settings.settled("every ${a.b} ms")).isEqualTo("every ${a.b} ms");
    assertThat(settings.settled("every 3s")).isEqualTo("every 3s");
  }

  @Test
  void aStarStandsForAnyText() {
    FileSettings file =
        yaml(
            """
            spring:
              cloud.openfeign:
                client:
                  config:
                    prices: {readTimeout: 2000}
            com.acme.Prices/mp-rest/readTimeout: 100
            """);
    assertThat(configured("spring.cloud.openfeign.client.config.*.read-timeout", file))
        .isEqualTo(Certainty.SURE);
    assertThat(configured("*/mp-rest/readTimeout", file)).isEqualTo(Certainty.SURE);
    assertThat(configured("feign.client.config.*.read-timeout", file)).isEqualTo(Certainty.NO);
  }

  @Test
  void everyDocumentAndProfileCounts() {
    FileSettings file =
        yaml("a: 0\n---\nspring.config.activate.on-profile: prod\na: 5\nlist: [x, {b: 1}]\n");
    assertThat(configured("a", file)).isEqualTo(Certainty.SURE);
    assertThat(configured("list[1].b", file)).isEqualTo(Certainty.SURE);
    assertThat(configured("a", properties("b=1"), file)).isEqualTo(Certainty.SURE);
  }

  @Test
  void aValueThatSwitchesOffSetsNothing() {
    for (String off : List.of("0", "-1", "", "0ms", "false", "INFINITE")) {
      assertThat(configured("a.timeout", properties("a.timeout=" + off)))
          .as("\"%s\"", off)
          .isEqualTo(Certainty.NO);
    }
    assertThat(configured("a.timeout", properties("a.timeout=${TIMEOUT:0}")))
        .as("a placeholder may be anything")
        .isEqualTo(Certainty.SURE);
  }

  @Test
  void whatCannotBeReadMaySetAnything() {
    FileSettings broken = yaml("a: [1\nb: {");
    assertThat(broken.complete()).isFalse();
    assertThat(configured("x", broken)).isEqualTo(Certainty.UNKNOWN);
    assertThat(configured("x", broken, properties("x=1"))).isEqualTo(Certainty.SURE);
    assertThat(yaml("a: " + "[".repeat(10_000)).complete()).isFalse();
    assertThat(yaml("a: &x [1]\nb: " + "*x".repeat(3)).complete()).isFalse();
    assertThat(properties("a=\\u12").complete()).isFalse();
    assertThat(yaml("!!javax.script.ScriptEngineManager {}").complete())
        .as("no object of the file's choice is made")
        .isFalse();
  }

  @Test
  void whatMavenFillsInIsRead() {
    FileSettings file = yaml("version: @project.version@\na.timeout: 5\n");
    assertThat(file.complete()).isTrue();
    assertThat(configured("a.timeout", file)).isEqualTo(Certainty.SURE);
  }

  @Test
  void filesAreReadFromDisk(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("application.properties"), "a.b=1\n");
    assertThat(SettingsReader.read(new SourceFile(file, "application.properties", false)).values())
        .containsEntry("a.b", List.of("1"));
    Path gone = folder.resolve("application.yml");
    assertThat(SettingsReader.read(new SourceFile(gone, "application.yml", false)).complete())
        .isFalse();
  }
}
