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
            class Shop {
              Sender sender() { return new Mails(); }
              @Get void post(Sender sender) { sender.send(); }
            }
            public class Faxes implements Sender { public void send() {} }
            @Component class Pigeons implements Sender { public void send() {} }
            class Base implements Sender { public void send() {} }
            public class Telegrams extends Base {}
            class Tool { static void f() {} @Get void g() {} }
            public class User { void f() { Tool.f(); } }
            """);

    assertThat(merged.isUncalled("Letters.send")).isTrue();
    assertThat(merged.isUncalled("Letters.stamp")).isTrue();
    assertThat(merged.isUncalled("Mails.send")).isFalse();
    assertThat(merged.isUncalled("Faxes.send")).isTrue();
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
              Writer writer;
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
            public class Named implements org.acme.Printing { @Override public void named(int p) {} }
            public class Own implements Comparable<Own> { public void above(int page) {} }
            public class Plain implements java.io.Serializable { public void above(int page) {} }
            public class Wired { public void open(int page) {} }
            public class Library { public void sold(int page) {} }
            @WebService public class Remote { public void asked(int page) {} }
            interface Sign { void draw(int page); }
            public class Signs implements Sign { public void draw(int page) {} }
            class Walls { Signs signs; Plain plain; Library library; }
            """);

    assertThat(merged.isUncalled("Prices.print")).isTrue();
    assertThat(merged.isUncalled("Prices.round")).isTrue();
    assertThat(merged.isUncalled("Prices.old")).isTrue();
    assertThat(merged.isUncalled("Prices.former")).isTrue();
    assertThat(merged.isUncalled("Prices.quote")).isFalse();
    assertThat(merged.isUncalled("Prices.shown")).isFalse();
    assertThat(merged.isUncalled("Prices.getSum")).isFalse();
    assertThat(merged.isUncalled("Prices.onSale")).isFalse();
    assertThat(merged.isUncalled("Named.named")).isFalse();
    assertThat(merged.isUncalled("Prices.allowed")).isFalse();
    assertThat(merged.isUncalled("Prices.reflected")).isFalse();
    assertThat(merged.isUncalled("Prices.f")).isFalse();
    assertThat(merged.isUncalled("Base.inherited")).isFalse();
    assertThat(merged.isUncalled("Own.above")).isFalse();
    assertThat(merged.isUncalled("Plain.above")).isTrue();
    assertThat(merged.isUncalled("Wired.open")).isFalse();
    assertThat(merged.isUncalled("Library.sold")).isFalse();
    assertThat(merged.isUncalled("Remote.asked")).isFalse();
    assertThat(merged.isUncalled("Signs.draw")).isTrue();
  }

  @Test
  void isNoMethodThatACallMayMeanWhoseReceiverIsUnknown() {
    Merged merged =
        merged(
            """
            package shop;
            public class Prices { public void print(int page) {} public void round(int page) {} }
            public class Shop {
              Prices prices;
              @Timed void f(Unknown some) { some.prices().print(3); }
              void g(Unknown some) { some.prices().round(3); }
            }
            """);

    assertThat(merged.isUncalled("Prices.print")).isFalse();
    // Nobody calls what calls it, either.
    assertThat(merged.isUncalled("Prices.round")).isTrue();
  }

  @Test
  void isWhatOnlyItsOwnOverloadsMayCall() {
    Merged merged =
        merged(
            """
            package shop;
            class Prices {
              static int ask(Object from) { return ask(from.toString()); }
              static int ask(String at) { return read(at); }
              static int askAll(String[] at) { return ask(at[0]); }
              private static int read(String at) { return 0; }
            }
            """);

    assertThat(merged.isUncalled("Prices.read")).isTrue();
  }

  @Test
  void isAnOverrideOfWhatNobodyCallsOfTheSupertype() {
    Merged merged =
        merged(
            """
            package shop;
            interface Files { void load(int page); void copy(int page); void move(String page);
              void move(Integer page); }
            @Deprecated interface Marked { void told(int page); }
            @Remote interface Asked { void asked(int page); }
            public class Disk implements Files {
              @Override public void load(int page) {}
              @Override public void copy(int page) {}
              @Override public void move(String page) {}
              @Override public void move(Integer page) {}
            }
            public class Ears implements Marked { @Override public void told(int page) {} }
            public class Eyes implements Asked { @Override public void asked(int page) {} }
            class Shop {
              Disk disk; Ears ears; Eyes eyes;
              @Get void f(Files files, Unknown which) { files.load(3); files.move(which); }
            }
            """);

    assertThat(merged.isUncalled("Disk.copy")).isTrue();
    assertThat(merged.isUncalled("Disk.load")).isFalse();
    assertThat(merged.isUncalled("Ears.told")).isTrue();
    assertThat(merged.isUncalled("Eyes.asked")).isFalse();
  }

  @Test
  void isNoOverrideOfOneOfSeveralThatACallMayMean() {
    Merged merged =
        merged(
            """
            package shop;
            interface Files { void move(String page); void move(Integer page); }
            public class Disk implements Files {
              @Override public void move(String page) {}
              public void move(Integer page) {}
            }
            public class Tape implements Files {
              @Override public void move(Integer page) {}
            }
            class Shop {
              Disk disk; Tape tape;
              @Get void f(Files files, Unknown which) { files.move(which); }
            }
            """);

    assertThat(merged.isUncalled("Tape.move")).isFalse();
  }

  @Test
  void isWhatAnObjectHasThatNobodyMakesThoughItsInterfaceIsCalled() {
    Merged merged =
        merged(
            """
            package shop;
            public interface Rates { int rate(); }
            public class Remote implements Rates {
              Remote() { open(); }
              public int rate() { return ask(); }
              private int ask() { return 3; }
              private void open() {}
              static int most() { return 3; }
            }
            public class Local implements Rates { public int rate() { return 3; } }
            public class Held implements Rates { public int rate() { return 3; } }
            public class Cast implements Rates { public int rate() { return 3; } void own() {} }
            public class Told implements Rates { public int rate() { return 3; } }
            public class Wired implements Rates { public int rate() { return 3; } }
            public class Filled implements Rates {
              @Resource(name = "rates") private Object rates;
              public int rate() { return 3; }
            }
            @Component public class Bean implements Rates { public int rate() { return 3; } }
            public class Alien extends org.acme.Base implements Rates {
              public int rate() { return 3; }
            }
            class Shop {
              Rates rates = new Local();
              Held held;
              @Get int f() { Cast cast = find(); cast.own(); return rates.rate() + Remote.most(); }
            }
            """,
            "package shop; class Tellers { Rates f() { return find(Told.class); } }");

    assertThat(merged.isUncalled("Remote.ask")).isTrue();
    assertThat(merged.isUncalled("Remote.open")).isTrue();
    assertThat(merged.whyUncalled("Remote.ask")).isEqualTo("nobody makes a Remote");
    assertThat(merged.isUncalled("Remote.most")).isFalse();
    assertThat(merged.isUncalled("Local.rate")).isFalse();
    assertThat(merged.isUncalled("Held.rate")).isFalse();
    assertThat(merged.isUncalled("Cast.rate")).isFalse();
    assertThat(merged.isUncalled("Told.rate")).isFalse();
    assertThat(merged.isUncalled("Wired.rate")).isFalse();
    assertThat(merged.isUncalled("Filled.rate")).isFalse();
    assertThat(merged.isUncalled("Bean.rate")).isFalse();
    assertThat(merged.isUncalled("Alien.rate")).isFalse();
  }

  @Test
  void settingsCallNothingAndWhoHasNoObjectNamesTheClass() {
    Merged merged =
        merged(
            """
            package shop;
            public class Prices { static void print() {} static void shown() {} }
            public class Wired { static void shown() {} }
            """);

    assertThat(merged.isUncalled("Prices.print")).isTrue();
    assertThat(merged.whyUncalled("Prices.print")).isEqualTo("nobody calls Prices.print");
    assertThat(merged.isUncalled("Prices.shown")).isTrue();
    assertThat(merged.isUncalled("Wired.shown")).isFalse();
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
