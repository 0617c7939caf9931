package dev.perflint.report;

import dev.perflint.report.text.TextOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenReportsTest {
  @Test
  void textOfAShop() throws IOException {
    Golden.assertSame("shop.txt", Render.as("text", Samples.shop()));
  }

  @Test
  void narrowTextThatExplainsItsRanks() throws IOException {
    TextOptions options = new TextOptions(false, true, 80);
    Golden.assertSame("shop-80-ranks.txt", Render.text(options, Samples.shop()));
  }

  @Test
  void textInColour() throws IOException {
    TextOptions options = new TextOptions(true, false, 120);
    Golden.assertSame("shop-colour.ansi", Render.text(options, Samples.shop()));
  }

  @Test
  void textWithNotices() throws IOException {
    Golden.assertSame("notices.txt", Render.as("text", Samples.withNotices()));
  }

  @Test
  void textOfACleanProject() throws IOException {
    Golden.assertSame("empty.txt", Render.as("text", Samples.empty()));
  }

  @Test
  void compactWithNotices() throws IOException {
    Golden.assertSame("notices.compact", Render.as("compact", Samples.withNotices()));
  }

  @Test
  void jsonOfAShop() throws IOException {
    Golden.assertSame("shop.json", Render.as("json", Samples.shop()));
  }

  @Test
  void jsonWithNotices() throws IOException {
    Golden.assertSame("notices.json", Render.as("json", Samples.withNotices()));
  }

  @Test
  void sarifOfAShop() throws IOException {
    Golden.assertSame("shop.sarif", Render.as("sarif", Samples.shop()));
  }

  @Test
  void sarifWithNotices() throws IOException {
    Golden.assertSame("notices.sarif", Render.as("sarif", Samples.withNotices()));
  }

  @Test
  void sarifOfACleanProject() throws IOException {
    Golden.assertSame("empty.sarif", Render.as("sarif", Samples.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab", "checkstyle", "junit", "markdown"})
  void aShopForOtherTools(String format) throws IOException {
    Golden.assertSame("shop." + format, Render.as(format, Samples.shop()));
    Golden.assertSame("empty." + format, Render.as(format, Samples.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "checkstyle", "markdown"})
  void noticesForOtherTools(String format) throws IOException {
    Golden.assertSame("notices." + format, Render.as(format, Samples.withNotices()));
  }
}
