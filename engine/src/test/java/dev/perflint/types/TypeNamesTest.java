package dev.perflint.types;

import org.junit.jupiter.api.Test;

class TypeNamesTest {
  @Test
  void namesMeanWhatTheLanguageSays() {
    TypeWants.hold(
        """
        package shop;
        import java.util.List;
        import java.util.Map;
        import java.util.Map.Entry;
        import other.Order;
        class Names {
          Order order; Neighbour neighbour; String text; List<Order> orders; Top top;
          Map.Entry<String, Long> entry; Entry<String, Long> same; Nested nested; Names.Nested also;
          Top.Inner inner; Neighbour.Part part; java.time.Instant when; Runnable[] tasks;
          List<? extends Order> upper; List<? super Order> lower; List<?> any; List raw;
          void f() {
            probe(order); // want other.Order
            probe(neighbour); // want shop.Neighbour
            probe(text); // want java.lang.String
            probe(orders); // want java.util.List<other.Order>
            probe(top); // want shop.Top
            probe(entry); // want java.util.Map.Entry<java.lang.String, java.lang.Long>
            probe(same); // want java.util.Map.Entry<java.lang.String, java.lang.Long>
            probe(nested); // want shop.Names.Nested
            probe(also); // want shop.Names.Nested
            probe(inner); // want shop.Top.Inner
            probe(part); // want shop.Neighbour.Part
            probe(when); // want java.time.Instant
            probe(tasks); // want java.lang.Runnable[]
            probe(upper.get(0)); // want other.Order
            probe(lower.get(0)); // want other.Order
            probe(any.get(0)); // want ?
            probe(raw.get(0)); // want ?
          }
          class Nested {
            class String {}
            String own;
            void g() { probe(own); } // want shop.Names.Nested.String
          }
        }
        class Top { class Inner {} }
        """);
  }

  @Test
  void aStarImportMayBeThePackagesClass() {
    TypeWants.hold(
        """
        package shop;
        import java.util.*;
        import other.*;
        class Stars {
          List<Item> list; String text; Stars self;
          void f() {
            probe(list); // want shop.List|java.util.List|other.List<shop.Item|java.util.Item|other.Item>
            probe(text); // want java.lang.String
            probe(self); // want shop.Stars
          }
        }
        """);
  }

  @Test
  void aClassOfThePackageMayHaveANameOfJavaLang() {
    TypeWants.hold(
        """
        package shop;
        import other.Module;
        class Reused {
          Process process; Record record; Module module; IO io; Enum kind;
          void f() {
            probe(process); // want shop.Process|java.lang.Process
            probe(record); // want shop.Record|java.lang.Record
            probe(module); // want other.Module
            probe(io); // want shop.IO|java.lang.IO
            probe(kind); // want shop.Enum
          }
        }
        class Enum {}
        """);
  }

  @Test
  void localClassesAreKnownInTheirMethodAndNowhereElse() {
    TypeWants.hold(
        """
        package shop;
        import other.Pair;
        class Locals {
          Pair outside;
          void f() {
            record Pair(String left) {}
            Pair p = new Pair("a");
            probe(p.left()); // want shop.Locals.Pair@6:5.left/0
            probe(outside); // want other.Pair
          }
          void g() {
            class Pair { int right; }
            probe(new Pair().right); // want shop.Locals.Pair@12:5.right
            Runnable r = () -> probe(new Pair()); // want shop.Locals.Pair@12:5
          }
          void h(Pair p) { probe(p); } // want other.Pair
        }
        """);
  }

  @Test
  void theDefaultPackageHasNoPrefix() {
    TypeWants.hold(
        """
        class Plain {
          Other other;
          void f() {
            probe(other); // want Other
            probe(this); // want Plain
          }
        }
        """);
  }
}
