package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CallGraphTest {
  private static List<String> calls(String... texts) {
    return Merged.of(Sources.of(texts)).calls();
  }

  @Test
  void callsAreLinkedByDeclaredReceiverTypes() {
    assertThat(
            calls(
                """
                package shop;
                class Checkout {
                  private final Prices prices = new Prices();
                  void pay(Cart cart) {
                    prices.quote(1);
                    cart.items().first().name();
                    for (var item : cart.all()) item.name();
                    cart.all().forEach(item -> item.weigh());
                    unknown().quote(1);
                    helper();
                    this.helper();
                  }
                  private void helper() {}
                }
                """,
                """
                package shop;
                class Prices { long quote(int id) { return 0; } long quote(int a, int b) { return 0; } }
                """,
                """
                package shop;
                import java.util.List;
                class Cart {
                  Items items() { return null; }
                  List<Item> all() { return null; }
                }
                class Items { Item first() { return null; } }
                class Item { String name() { return ""; } void weigh() {} }
                """))
        .containsExactly(
            "Checkout.<fields> -> Prices.<init>",
            "Checkout.<init> -> Checkout.<fields>",
            "Checkout.pay -> Cart.all",
            "Checkout.pay -> Cart.items",
            "Checkout.pay -> Checkout.helper",
            "Checkout.pay -> Item.name",
            "Checkout.pay -> Item.weigh",
            "Checkout.pay -> Items.first",
            "Checkout.pay -> Prices.quote");
  }

  @Test
  void overloadsThatNoArgumentTellsApartAreNotLinked() {
    assertThat(
            calls(
                """
                package shop;
                class Prices {
                  void f() { quote(null); quote(unknown()); quote(1, 2); log("a"); log("a", "b", "c"); }
                  void quote(int id) {}
                  void quote(String sku) {}
                  void quote(int a, int b) {}
                  void log(String... parts) {}
                  void log(String one) {}
                }
                """))
        .containsExactly("Prices.f -> Prices.log", "Prices.f -> Prices.quote");
  }

  @Test
  void overloadsAreToldApartByTheTypesOfTheirArguments() {
    List<String> members =
        List.of(
            "@lib.Get void f(Long id, Sent sent, long n) {"
                + " state(id); state(sent); put(\"a\", unknown()); size(n); kind(new Sent()); }",
            "void state(Long id) { ofId(); } void state(Paid event) { ofEvent(); }",
            "void put(String key, int value) { ofText(); } void put(Paid key, int value) { ofKey(); }",
            "void size(long n) { ofLong(); } void size(String text) { ofString(); }",
            "void kind(Paid paid) { ofBase(); } void kind(Sent sent) { ofExact(); }");
    List<String> ends =
        List.of("ofId", "ofEvent", "ofText", "ofKey", "ofLong", "ofString", "ofBase", "ofExact");
    StringBuilder source =
        new StringBuilder("package shop; class Paid {} class Sent extends Paid {}");
    source.append("class A {").append(String.join("\n", members));
    ends.forEach(end -> source.append("void ").append(end).append("() {}\n"));
    Merged merged =
        Merged.of(
            Sources.of(source.append("}").toString())
                .knowing(
                    "library: Shop\nentry-points:\n  - {kind: request, annotation: lib.Get}\n"));
    assertThat(ends.stream().filter(end -> merged.heat("A." + end).kind() == EntryKind.REQUEST))
        .containsExactly("ofId", "ofEvent", "ofText", "ofLong", "ofExact");
  }

  @Test
  void anInterfaceCallMayMeanEveryImplementation() {
    assertThat(
            calls(
                """
                package shop;
                interface Store { void save(); default void saveAll() { save(); } }
                class Disk implements Store { public void save() {} }
                class Memory implements Store { public void save() {} }
                class User { void f(Store s, Disk d) { s.save(); d.save(); d.saveAll(); } }
                """))
        .containsExactly(
            "Store.saveAll -> Disk.save?",
            "Store.saveAll -> Memory.save?",
            "User.f -> Disk.save",
            "User.f -> Disk.save?",
            "User.f -> Memory.save?",
            "User.f -> Store.saveAll");
  }

  @Test
  void anImplementationMayBeInheritedFromAClassThatDoesNotKnowTheInterface() {
    assertThat(
            calls(
                """
                package shop;
                interface Store { void save(); }
                abstract class Base { public void save() {} }
                class Disk extends Base implements Store {}
                class User { void f(Store s) { s.save(); } }
                """))
        .containsExactly("Disk.<init> -> Base.<init>", "User.f -> Base.save");
  }

  @Test
  void enumConstantsWithBodiesOverride() {
    assertThat(
            calls(
                """
                package shop;
                enum Operation {
                  ADD { void apply() { log(); } },
                  SUB { void apply() {} };
                  abstract void apply();
                  void log() {}
                }
                class User { void f(Operation o) { o.apply(); } }
                """))
        .containsExactly(
            "Operation.ADD.apply -> Operation.log",
            "User.f -> Operation.ADD.apply?",
            "User.f -> Operation.SUB.apply?");
  }

  @Test
  void creatingAnObjectRunsItsConstructorsAndFieldInitialisers() {
    assertThat(
            calls(
                """
                package shop;
                class Client {
                  private final Pool pool = new Pool();
                  { warm(); }
                  Client() { this(1); }
                  Client(int size) { super(); start(); }
                  void warm() {}
                  void start() {}
                }
                class Pool {}
                class Special extends Client { Special() { super(2); } }
                class Derived extends Special {}
                class User { void f() { new Client(); new Derived(); } }
                """))
        .containsExactly(
            "Client.<fields> -> Client.warm",
            "Client.<fields> -> Pool.<init>",
            "Client.<init> -> Client.<fields>",
            "Client.<init> -> Client.<init>",
            "Client.<init> -> Client.start",
            "Derived.<init> -> Special.<init>",
            "Special.<init> -> Client.<init>",
            "User.f -> Client.<init>",
            "User.f -> Derived.<init>");
  }

  @Test
  void recordsAreCreatedByTheirComponents() {
    assertThat(
            calls(
                """
                package shop;
                record Point(int x, int y) {
                  Point { check(); }
                  Point() { this(0, 0); }
                  static void check() {}
                }
                record Plain(int x) {
                  public int x() { Point.check(); return x; }
                }
                class User {
                  void f() { new Point(1, 2); }
                  void g() { new Plain(1).x(); }
                }
                """))
        .containsExactly(
            "Plain.x -> Point.check",
            "Point.<init> -> Point.<init>",
            "Point.<init> -> Point.check",
            "User.f -> Point.<init>",
            "User.g -> Plain.<init>",
            "User.g -> Plain.x");
  }

  @Test
  void methodReferencesAreLinkedInBothReadings() {
    assertThat(
            calls(
                """
                package shop;
                import java.util.List;
                class User {
                  private Store store;
                  void f(List<Item> items, Store other) {
                    items.forEach(store::save);
                    items.forEach(other::save);
                    items.forEach(Item::weigh);
                    items.forEach(Item::check);
                    items.forEach(this::own);
                    items.stream().map(Box::new).toList();
                  }
                  void own(Item item) {}
                }
                class Store { void save(Item i) {} }
                class Item { void weigh() {} static void check(Item i) {} }
                class Box { Box(Item i) { fill(); } void fill() {} }
                """))
        .containsExactly(
            "Box.<init> -> Box.fill",
            "User.f -> Box.<init>",
            "User.f -> Item.check",
            "User.f -> Item.weigh",
            "User.f -> Store.save",
            "User.f -> User.own");
  }

  @Test
  void makingAnAnonymousClassHandsItsMethodsOver() {
    assertThat(
            calls(
                """
                package shop;
                class User {
                  void f() {
                    Runnable task = new Runnable() {
                      public void run() { work(); }
                      private void work() { helper(); }
                    };
                  }
                  void helper() {}
                }
                """))
        .containsExactly(
            "User.anonymous.run -> User.anonymous.work",
            "User.anonymous.work -> User.helper",
            "User.f hands over User.anonymous.run");
  }

  @Test
  void nestedAndInheritedMethodsAreFound() {
    assertThat(
            calls(
                """
                package shop;
                class Outer extends Base {
                  void own() {}
                  class Inner {
                    void f() { own(); inherited(); other(); }
                    void other() {}
                  }
                  static class Nested extends Base { void g() { inherited(); super.inherited(); } }
                }
                """,
                """
                package shop;
                class Base { void inherited() {} }
                """))
        .containsExactly(
            "Outer.<init> -> Base.<init>",
            "Outer.Inner.f -> Base.inherited",
            "Outer.Inner.f -> Outer.Inner.other",
            "Outer.Inner.f -> Outer.own",
            "Outer.Nested.<init> -> Base.<init>",
            "Outer.Nested.g -> Base.inherited");
  }

  @Test
  void staticImportsAndQualifiedNamesAreLinked() {
    assertThat(
            calls(
                """
                package shop;
                import static shop.tools.Texts.clean;
                import static shop.tools.Numbers.*;
                class User { void f() { clean("a"); round(1); shop.tools.Texts.trim("a"); } }
                """,
                "package shop.tools; class Texts { static void clean(String s) {} static void trim(String s) {} }",
                "package shop.tools; class Numbers { static void round(int i) {} }"))
        .containsExactly(
            "User.f -> tools.Numbers.round",
            "User.f -> tools.Texts.clean",
            "User.f -> tools.Texts.trim");
  }

  @Test
  void typesThatExtendThemselvesEnd() {
    Merged merged =
        Merged.of(
            Sources.of(
                """
                package shop;
                class A extends B { void f() { g(); h(); } }
                class B extends C { void g() {} }
                class C extends A {}
                class Self extends Self { void f() { g(); } }
                """));
    assertThat(merged.calls()).contains("A.f -> B.g");
    assertThat(merged.isA("shop.A", "shop.C")).isEqualTo(Certainty.SURE);
    assertThat(merged.isA("shop.Self", "java.lang.Runnable")).isEqualTo(Certainty.NO);
  }

  @Test
  void aProjectClassMayHaveTheNameOfOneOfJavaLang() {
    Merged merged =
        Merged.of(
            Sources.of(
                """
                package shop;
                class Process implements Runnable { public void run() { step(); } void step() {} }
                """,
                """
                package shop;
                class User { void f(Process p) { p.step(); } }
                """,
                """
                package other;
                class User { void f(Process p) { p.step(); p.destroy(); } }
                """));
    assertThat(merged.calls())
        .containsExactly("Process.run -> Process.step", "User.f -> Process.step");
    assertThat(merged.isA("shop.Process", "java.lang.Runnable")).isEqualTo(Certainty.SURE);
    assertThat(merged.isA("java.lang.Process", "java.lang.Runnable")).isEqualTo(Certainty.NO);
  }

  @Test
  void testsDoNotChangeWhatProductionCodeCalls() {
    assertThat(
            calls(
                """
                package shop;
                interface Store { void save(); }
                class Disk implements Store { public void save() {} }
                class User { void f(Store s) { s.save(); } }
                """,
                """
                package shop;
                class UserTest {
                  void t(User u) { u.f(new Store() { public void save() {} }); }
                }
                """))
        .containsExactly("User.f -> Disk.save");
  }

  @Test
  void manyImplementationsSayNothing() {
    StringBuilder text = new StringBuilder("package shop; interface Store { void save(); }\n");
    for (int i = 0; i < 7; i++) {
      text.append("class S" + i + " implements Store { public void save() {} }\n");
    }
    text.append("class User { void f(Store s) { s.save(); } }");
    assertThat(calls(text.toString())).isEmpty();
  }

  @Test
  void aChainOfFiveThousandCallsIsLinkedInNoTime() {
    StringBuilder text = new StringBuilder("package shop;\nclass Chain {\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  void m" + i + "() { m" + (i + 1) + "(); }\n");
    }
    text.append(
        "  void m5000() {}\n  public static void main(String[] a) { new Chain().m0(); }\n}");
    Merged merged =
        Assertions.assertTimeout(
            Duration.ofSeconds(20), () -> Merged.of(Sources.of(text.toString())));
    assertThat(merged.calls()).hasSize(5_002);
    assertThat(merged.heat("Chain.m5000").kind()).isEqualTo(EntryKind.COMMAND_LINE);
    assertThat(merged.heat("Chain.m5000").methods()).hasSizeLessThan(40);
  }

  @Test
  void accessorsThatLombokWritesAreThere() {
    String shop =
        """
        package shop;
        import lombok.%s;
        @%s
        class Cart {
          private Items items;
          @lombok.experimental.Accessors(fluent = true) private Items others;
          private boolean isOpen;
          static Items shared;
          Items getItems() { return null; }
        }
        """;
    String user =
        """
        package shop;
        class Checkout {
          void pay(Cart cart) {
            cart.getItems().first();
            cart.others().first();
            cart.isOpen();
            cart.setOpen(true);
            cart.getShared().first();
          }
        }
        """;
    String items = "package shop; class Items { void first() {} }";
    assertThat(calls(shop.formatted("Data", "Data"), user, items))
        .containsExactly(
            "Checkout.pay -> Cart.getItems",
            "Checkout.pay -> Cart.isOpen",
            "Checkout.pay -> Cart.others",
            "Checkout.pay -> Cart.setOpen",
            "Checkout.pay -> Items.first");
    assertThat(calls(shop.formatted("Value", "Value"), user, items))
        .contains("Checkout.pay -> Cart.others")
        .doesNotContain("Checkout.pay -> Cart.setOpen");
    assertThat(calls(shop.formatted("ToString", "ToString"), user, items))
        .doesNotContain("Checkout.pay -> Cart.others");
  }
}
