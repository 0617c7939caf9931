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
              @Get public void quote() { round(); }
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
            class Tool { static void f() {} @Get void g() {} }
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

  @Test
  void isAMethodOfAnObjectThatNothingNames() {
    Merged merged =
        merged(
            """
            package shop;
            public class Prices {
              public void print(int page) { round(); }
              private void round() {}
              private void old() {}
              public void quote(int page) {}
              public void shown(int page) {}
              public int getSum() { return 3; }
              public void onSale(int page) {}
              @Override public void named(int page) {}
              @Deprecated public void former(int page) {}
              public void allowed(int page) {}
              public void reflected() {}
              @PreAuthorize("@prices.allowed(#page)") void f(@Param int page) {}
              void g() throws Exception { getClass().getMethod("reflected"); }
            }
            public class Shop {
              @Bean Object prices(Prices prices, Unknown other) {
                prices.quote(3);
                return prices;
              }
            }
            public class Base { public void inherited(int page) {} }
            public class Derived extends Base implements org.acme.Printing {}
            public class Own implements Comparable<Own> { public void above(int page) {} }
            public class Plain implements java.io.Serializable { public void above(int page) {} }
            public class Wired { public void open(int page) {} }
            public class Library { public void sold(int page) {} }
            @WebService public class Remote { public void asked(int page) {} }
            interface Sign { void draw(int page); }
            public class Signs implements Sign { public void draw(int page) {} }
            """);

    assertThat(merged.isUncalled("Prices.print")).isTrue();
    assertThat(merged.isUncalled("Prices.round")).isTrue();
    assertThat(merged.isUncalled("Prices.old")).isTrue();
    assertThat(merged.isUncalled("Prices.former")).isTrue();
    assertThat(merged.isUncalled("Prices.quote")).isFalse();
    assertThat(merged.isUncalled("Prices.shown")).isFalse();
    assertThat(merged.isUncalled("Prices.getSum")).isFalse();
    assertThat(merged.isUncalled("Prices.onSale")).isFalse();
    assertThat(merged.isUncalled("Prices.named")).isFalse();
    assertThat(merged.isUncalled("Prices.allowed")).isFalse();
    assertThat(merged.isUncalled("Prices.reflected")).isFalse();
    assertThat(merged.isUncalled("Prices.f")).isFalse();
    assertThat(merged.isUncalled("Base.inherited")).isFalse();
    assertThat(merged.isUncalled("Own.above")).isFalse();
    assertThat(merged.isUncalled("Plain.above")).isTrue();
    assertThat(merged.isUncalled("Wired.open")).isFalse();
    assertThat(merged.isUncalled("Library.sold")).isFalse();
    assertThat(merged.isUncalled("Remote.asked")).isFalse();
    assertThat(merged.isUncalled("Signs.draw")).isFalse();
  }

  @Test
  void isNoMethodThatACallMayMeanWhoseReceiverIsUnknown() {
    Merged merged =
        merged(
            """
            package shop;
            public class Prices { public void print(int page) {} public void round(int page) {} }
            public class Shop { void f(Unknown some) { some.prices().print(3); } }
            """);

    assertThat(merged.isUncalled("Prices.print")).isFalse();
    assertThat(merged.isUncalled("Prices.round")).isTrue();
  }

  @Test
  void anObjectThatOnlyItsOwnMainMakesIsACommands() {
    Merged merged =
        merged(
            """
            package shop;
            public class Load extends Loops {
              Load(int size) {}
              public static void main(String[] args) { new Load(3).start(); }
              public void pass() { ask(); }
              private void ask() {}
            }
            public class Shared extends Loops {
              Shared(int size) {}
              public static void main(String[] args) { new Shared(3).start(); }
              public void pass() {}
            }
            public class Shop { Shared shared = new Shared(4); }
            public class Plain { Plain(int size) {} public void pass() {} }
            """);

    assertThat(merged.isOfCommand("Load.pass")).isTrue();
    assertThat(merged.isOfCommand("Load.ask")).isTrue();
    assertThat(merged.isOfCommand("Shared.pass")).isFalse();
    assertThat(merged.isOfCommand("Plain.pass")).isFalse();
  }
}
