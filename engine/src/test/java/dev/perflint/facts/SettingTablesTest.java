package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.model.Certainty;
import dev.perflint.source.Site;
import org.junit.jupiter.api.Test;

/** {@code Mail.open(table)} stands for what is given a table of settings. */
class SettingTablesTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: without-timeout, kind: mail, calls: ["java.net.Proxy#open(*)"]}
      """;

  /** Of the table that {@code Proxy.open} is given. */
  private static Certainty has(String members) {
    FileContext file =
        Sources.of(
                "package shop; import java.net.Proxy; import java.util.*; class A { "
                    + members
                    + " }")
            .knowing(KNOWLEDGE)
            .file();
    MethodCallExpr open =
        file.unit().sites().calls("open").stream()
            .map((Site site) -> site.as(MethodCallExpr.class))
            .findFirst()
            .orElseThrow();
    return SettingTables.has(open.getArgument(0), key -> key.endsWith("timeout"), file);
  }

  @Test
  void whatIsPutIntoATableIsSeen() {
    String start = "void f(String s) { Properties t = new Properties(); ";
    assertThat(has(start + "t.put(\"host\", s); Proxy.open(t); }")).isEqualTo(Certainty.NO);
    assertThat(has(start + "t.put(\"a.timeout\", s); Proxy.open(t); }")).isEqualTo(Certainty.SURE);
    assertThat(has(start + "t.setProperty(\"a.\" + s + \".timeout\", s); Proxy.open(t); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(has(start + "t.put(Keys.READ_TIMEOUT, s); Proxy.open(t); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(has(start + "t.put(Keys.HOST, s); t.size(); Proxy.open(t); }"))
        .isEqualTo(Certainty.NO);
  }

  @Test
  void whatOthersMayPutThereIsUnknown() {
    String start = "void f(Map<String, String> m, String k) { Properties t = new Properties(); ";
    for (String filled :
        new String[] {
          "t.putAll(m);", "t.put(k, k);", "m.forEach(t::put);", "fill(t);", "new Filler(t);",
        }) {
      assertThat(has(start + filled + " Proxy.open(t); }")).as(filled).isEqualTo(Certainty.UNKNOWN);
    }
    assertThat(has("void f(Properties t) { Proxy.open(t); }")).isEqualTo(Certainty.UNKNOWN);
    assertThat(has("Properties t = Mails.settings(); void f() { Proxy.open(t); }"))
        .isEqualTo(Certainty.UNKNOWN);
    assertThat(has("void f(Properties d) { Properties t = new Properties(d); Proxy.open(t); }"))
        .isEqualTo(Certainty.UNKNOWN);
    assertThat(has("void f() { Proxy.open(new Properties() { { put(\"a\", 1); } }); }"))
        .isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void aTableIsFollowedThroughItsFile() {
    assertThat(
            has(
                "private final Properties t = new Properties(); A() { t.put(\"host\", 1); }"
                    + " void f() { Proxy.open(t); }"))
        .isEqualTo(Certainty.NO);
    assertThat(
            has(
                "private final Properties t = new Properties(); A() { t.put(\"timeout\", 1); }"
                    + " void f() { Proxy.open(t); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            has(
                "Properties t() { Properties t = new Properties(); more(t); return t; }"
                    + " void more(Properties p) { p.put(\"timeout\", 1); }"
                    + " void f() { Proxy.open(t()); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            has(
                "void f(boolean b) { Properties t = new Properties(); Properties u = t;"
                    + " u.put(\"timeout\", 1); Proxy.open(b ? t : new Properties()); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            has(
                "private void f(Properties t) { Proxy.open(t); }"
                    + " void g() { f(new Properties()); }"))
        .isEqualTo(Certainty.NO);
  }

  @Test
  void theTableOfTheSystemIsWhatTheCodePutsThere() {
    String start = "void f() { Properties t = System.getProperties(); ";
    assertThat(has(start + "t.put(\"host\", 1); Proxy.open(t); }")).isEqualTo(Certainty.NO);
    assertThat(has(start + "t.put(\"timeout\", 1); Proxy.open(t); }")).isEqualTo(Certainty.SURE);
    assertThat(has("void f(Mails m) { Proxy.open(m.getProperties()); }"))
        .isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void aTableThatCallsItselfEnds() {
    assertThat(
            has(
                "Properties t(int n) { Properties t = n > 0 ? t(n - 1) : new Properties();"
                    + " return t; } void f() { Proxy.open(t(3)); }"))
        .isEqualTo(Certainty.NO);
  }
}
