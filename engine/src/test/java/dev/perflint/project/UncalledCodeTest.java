package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import org.junit.jupiter.api.Test;

/** Which code of an application nobody runs, as far as can be seen. */
class UncalledCodeTest {
  private static Merged merged(String... texts) {
    return Merged.of(Sources.of(texts));
  }

  @Test
  void isAStaticMethodThatNobodyCallsAndWhatItAloneCalls() {
    Merged merged =
        merged(
            """
            package shop;
            public class Prices {
              static void print() { format(); round(); }
              private static void format() {}
              private static void round() {}
              public void quote() { round(); }
            }
            """);

    assertThat(merged.isUncalled("Prices.print")).isTrue();
    assertThat(merged.isUncalled("Prices.format")).isTrue();
    assertThat(merged.isUncalled("Prices.round")).isFalse();
    assertThat(merged.isUncalled("Prices.quote")).isFalse();
  }

  @Test
  void isWhatAClassOfAPackageHasThatNobodyMakes() {
    Merged merged =
        merged(
            """
            package shop;
            interface Sender { void send(); }
            final class Letters implements Sender {
              private static final int MOST = 3;
              public void send() { stamp(); }
              private static void stamp() {}
            }
            final class Mails implements Sender { public void send() {} }
            class Shop { Sender sender() { return new Mails(); } }
            public class Faxes implements Sender { public void send() {} }
            @Deprecated class Pigeons implements Sender { public void send() {} }
            class Base implements Sender { public void send() {} }
            public class Telegrams extends Base {}
            class Tool { static void f() {} void g() {} }
            public class User { void f() { Tool.f(); } }
            """);

    assertThat(merged.isUncalled("Letters.send")).isTrue();
    assertThat(merged.isUncalled("Letters.stamp")).isTrue();
    assertThat(merged.isUncalled("Mails.send")).isFalse();
    assertThat(merged.isUncalled("Faxes.send")).isFalse();
    assertThat(merged.isUncalled("Pigeons.send")).isFalse();
    assertThat(merged.isUncalled("Base.send")).isFalse();
    assertThat(merged.isUncalled("Tool.g")).isFalse();
  }

  @Test
  void isAConstructorOfANestedClassBesideTheOneInUse() {
    Merged merged =
        merged(
            """
            package shop;
            public class Registry {
              Loader loader = new Loader(3);
              public class Loader {
                Loader(int size) {}
                Loader() { this(made()); }
                private static int made() { return 3; }
              }
              public class Writer {
                Writer() { this(write()); }
                Writer(int size) {}
                private static int write() { return 3; }
              }
            }
            """);

    assertThat(merged.isUncalled("Registry.Loader.made")).isTrue();
    assertThat(merged.isUncalled("Registry.Writer.write")).isFalse();
  }
}
