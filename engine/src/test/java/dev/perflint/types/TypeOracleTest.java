package dev.perflint.types;

import org.junit.jupiter.api.Test;

class TypeOracleTest {
  @Test
  void theInnermostDeclarationOfANameCounts() {
    TypeWants.hold(
        """
        package shop;
        class Cart {
          String total;
          void add(Integer total) {
            probe(total); // want java.lang.Integer
            probe(this.total); // want java.lang.String
            Runnable later = new Runnable() {
              Long total;
              public void run() {
                probe(total); // want java.lang.Long
                probe(this.total); // want java.lang.Long
                probe(Cart.this.total); // want java.lang.String
              }
            };
            probe(total); // want java.lang.Integer
          }
          void show() {
            probe(total); // want java.lang.String
            { Double total = 1.0; probe(total); } // want java.lang.Double
            probe(total); // want java.lang.String
            for (Character total : "x".toCharArray()) probe(total); // want java.lang.Character
            probe(total); // want java.lang.String
          }
          static class Line { Byte total; void f() { probe(total); } } // want java.lang.Byte
          class Item { void f() { probe(total); } } // want java.lang.String
        }
        """);
  }

  @Test
  void patternVariablesLiveWhereTheirTestHolds() {
    TypeWants.hold(
        """
        package shop;
        class Matcher {
          Long x;
          void then(Object o) {
            if (o instanceof String x && !x.isEmpty()) {
              probe(x); // want java.lang.String
            } else {
              probe(x); // want java.lang.Long
            }
            probe(x); // want java.lang.Long
          }
          void early(Object o) {
            if (!(o instanceof String x)) {
              probe(x); // want java.lang.Long
              return;
            }
            probe(x); // want java.lang.String
          }
          void earlyWithOr(Object o) {
            if (o == null || !(o instanceof String x)) throw new IllegalStateException();
            probe(x); // want java.lang.String
          }
          void plain(Object o) {
            boolean is = o instanceof String x && x.isEmpty();
            probe(x); // want java.lang.Long
          }
          void choice(Object o) {
            Object r = o instanceof String x ? probe(x) : o; // want java.lang.String
            Object s = o instanceof String x ? o : probe(x); // want java.lang.Long
            probe(x); // want java.lang.Long
          }
          void loop(Object o) {
            while (!(o instanceof String x)) { o = next(); }
            probe(x); // want java.lang.String
          }
          void otherLoop(Object o) {
            while (o instanceof String x) { probe(x); o = next(); } // want java.lang.String
            probe(x); // want java.lang.Long
          }
          void elseReturns(Object o) {
            if (o instanceof String x) { use(x); } else { return; }
            probe(x); // want java.lang.String
          }
        }
        """);
  }

  @Test
  void switchPatternsLiveInTheirCase() {
    TypeWants.hold(
        """
        package shop;
        class Shapes {
          Long x;
          record Pair(String left, Integer right) {}
          void f(Object o) {
            switch (o) {
              case String x when probe(x) -> use(x); // want java.lang.String
              case Integer x -> probe(x); // want java.lang.Integer
              case Pair(String a, Integer b) -> { probe(a); // want java.lang.String
                probe(b); } // want java.lang.Integer
              default -> probe(x); // want java.lang.Long
            }
            probe(x); // want java.lang.Long
            int n = switch (o) { case Byte x -> { probe(x); yield 1; } default -> 2; }; // want java.lang.Byte
            probe(x); // want java.lang.Long
            switch (n) { case 1: Short x = 1; break; case 2: x = 2; probe(x); } // want java.lang.Short
            probe(x); // want java.lang.Long
          }
        }
        """);
  }

  @Test
  void varIsWhatItIsInitialisedWith() {
    TypeWants.hold(
        """
        package shop;
        import java.util.ArrayList;
        import java.util.List;
        import java.util.Map;
        class Vars {
          void f(Map<String, List<Integer>> byName, String[] names, Iterable<Long> ids) throws Exception {
            var list = new ArrayList<String>();
            probe(list); // want java.util.ArrayList<java.lang.String>
            for (var entry : byName.entrySet()) {
              probe(entry); // want java.util.Map.Entry<java.lang.String, java.util.List<java.lang.Integer>>
              for (var n : entry.getValue()) probe(n); // want java.lang.Integer
            }
            for (var name : names) probe(name); // want java.lang.String
            for (var id : ids) probe(id); // want java.lang.Long
            for (var key : byName.keySet()) probe(key); // want java.lang.String
            for (var i = 0; i < 3; i++) probe(i); // want int
            try (var in = new java.io.FileInputStream("x")) { probe(in); } // want java.io.FileInputStream
            var first = names[0];
            probe(first); // want java.lang.String
            var self = self;
            probe(self); // want ?
          }
        }
        """);
  }

  @Test
  void lambdaParametersTakeTheirTypesFromTheCall() {
    TypeWants.hold(
        """
        package shop;
        import java.util.Arrays;
        import java.util.List;
        import java.util.Map;
        import java.util.Objects;
        import java.util.Optional;
        import java.util.stream.Stream;
        class Lambdas {
          void f(List<String> names, Map<String, List<Integer>> byName, Optional<Long> id) {
            names.forEach(n -> probe(n)); // want java.lang.String
            names.stream().filter(n -> n.isEmpty()).map(n -> n.length()).forEach(l -> probe(l)); // want java.lang.Integer
            names.stream().map(n -> n.trim()).map(n -> probe(n)); // want java.lang.String
            names.stream().flatMap(n -> byName.get(n).stream()).forEach(i -> probe(i)); // want java.lang.Integer
            byName.forEach((k, v) -> {
              probe(k); // want java.lang.String
              probe(v); // want java.util.List<java.lang.Integer>
            });
            byName.computeIfAbsent("a", key -> probe(key)); // want java.lang.String
            byName.entrySet().stream().map(e -> e.getValue()).forEach(v -> probe(v)); // want java.util.List<java.lang.Integer>
            id.map(i -> i.toString()).ifPresent(s -> probe(s)); // want java.lang.String
            id.ifPresent((var i) -> probe(i)); // want java.lang.Long
            names.stream().map((Object n) -> n).forEach(o -> probe(o)); // want java.lang.Object
            probe(names.stream().toList()); // want java.util.List<java.lang.String>
            probe(id.orElseGet(() -> 1L)); // want java.lang.Long
            probe(Stream.of("a").map(s -> new StringBuilder(s)).findFirst().get()); // want java.lang.StringBuilder
            probe(Arrays.asList("a", "b").get(0)); // want java.lang.String
            probe(Objects.requireNonNull(names)); // want java.util.List<java.lang.String>
          }
        }
        """);
  }

  @Test
  void qualifiedNamesNeedNoImport() {
    TypeWants.hold(
        """
        package shop;
        class Plain {
          void f() {
            probe(java.util.regex.Pattern.compile("x")); // want java.util.regex.Pattern
            probe(java.net.URI.create("x")); // want java.net.URI
            probe(java.util.concurrent.TimeUnit.SECONDS); // want java.util.concurrent.TimeUnit
            probe(Thread.State.NEW); // want java.lang.Thread.State
          }
        }
        class Derived extends Base {
          void f() {
            probe(java.util.regex.Pattern.compile("x")); // want java.util.regex.Pattern
            probe(java.net.URI.create("x")); // want java.net.URI
          }
        }
        """);
  }

  @Test
  void whatAnotherFileDeclaresStaysSymbolic() {
    TypeWants.hold(
        """
        package shop;
        import other.Store;
        class Service extends Base {
          Store store;
          void f(Neighbour n) {
            probe(n); // want shop.Neighbour
            probe(store.find(1)); // want other.Store.find/1
            probe(store.find(1).name); // want other.Store.find/1.name
            for (var x : store.all()) probe(x); // want each(other.Store.all/0)
            store.all().forEach(x -> probe(x)); // want each(other.Store.all/0)
            probe(inherited); // want shop.Service.inherited
            probe(helper(1)); // want shop.Service.helper/1
            probe(super.helper(1)); // want shop.Base.helper/1
            probe(Neighbour.Kind.of("x")); // want shop.Neighbour.Kind.of/1
          }
        }
        """);
  }

  @Test
  void anonymousAndInnerTypesSeeWhatTheTypesAroundThemInherit() {
    TypeWants.hold(
        """
        package shop;
        class Service extends Base {
          void f() {
            Runnable r = new Runnable() {
              public void run() {
                probe(inherited); // want shop.Service.inherited
                probe(helper(1)); // want shop.Service.helper/1
              }
            };
          }
          static class Task implements Comparable<Task> {
            public int compareTo(Task t) {
              probe(inherited); // want shop.Service.inherited
              probe(helper(1)); // want shop.Service.helper/1
              return 0;
            }
          }
        }
        """);
  }

  @Test
  void typeVariablesStandForTheirBounds() {
    TypeWants.hold(
        """
        package shop;
        import java.util.List;
        class Box<T extends Runnable, U> {
          T value;
          U other;
          <R extends CharSequence> R first() {
            R made = (R) null;
            probe(made); // want java.lang.CharSequence
            return made;
          }
          <R extends CharSequence> void cast(Object o) {
            probe((R) o); // want java.lang.CharSequence
          }
          <R extends CharSequence> void castWithoutParameters() {
            probe((R) null); // want java.lang.CharSequence
          }
          void f(List<T> values) {
            probe(value); // want java.lang.Runnable
            probe(other); // want ?
            probe(values.get(0)); // want java.lang.Runnable
          }
          <C extends Comparable<C>> void compare(C c) { probe(c); } // want java.lang.Comparable
        }
        """);
  }

  @Test
  void boundsThatNameEachOtherEnd() {
    TypeWants.hold(
        """
        class Broken<A extends B, B extends A> {
          A a;
          <X extends Y, Y extends Z, Z extends X> void f(X x) { probe(x); } // want ?
          void g() { probe(a); } // want ?
        }
        """);
  }

  @Test
  void expressionsHaveTheTypesOfTheLanguage() {
    TypeWants.hold(
        """
        package shop;
        class Expressions {
          int[] counts; int grid[][]; static final String NAME = "n";
          void f(String... parts) {
            probe("a" + 1); // want java.lang.String
            probe(1 + 2); // want int
            probe(1 + 2 + "x"); // want java.lang.String
            probe(!true); // want boolean
            probe(1 < 2); // want boolean
            probe(parts); // want java.lang.String[]
            probe(parts.length); // want int
            probe(parts.clone()); // want java.lang.String[]
            probe(grid[0]); // want int[]
            probe(grid[0][0]); // want int
            probe(new int[2][3]); // want int[][]
            probe(String.class); // want java.lang.Class<java.lang.String>
            probe(true ? "a" : null); // want java.lang.String
            probe(null == null ? null : "b"); // want java.lang.String
            probe((Object) "x"); // want java.lang.Object
            probe(NAME); // want java.lang.String
            probe(Expressions.NAME); // want shop.Expressions.NAME
            probe(this); // want shop.Expressions
            probe("x".toString().length()); // want int
            probe(Integer.MAX_VALUE); // want int
            probe('c'); // want char
            probe(1L); // want long
          }
        }
        """);
  }

  @Test
  void recordsEnumsAndLocalTypes() {
    TypeWants.hold(
        """
        package shop;
        import java.util.List;
        record Order(String id, List<Integer> lines) {
          Order {
            probe(id); // want java.lang.String
          }
          int size() { probe(lines); return lines.size(); } // want java.util.List<java.lang.Integer>
        }
        enum Level {
          LOW { Long weight; void f() { probe(weight); } }, // want java.lang.Long
          HIGH;
          Integer weight;
          void g() { probe(weight); } // want java.lang.Integer
        }
        class Locals {
          void f() {
            record Point(Integer x) { void g() { probe(x); } } // want java.lang.Integer
            class Counter { Short n; void h() { probe(n); } } // want java.lang.Short
          }
        }
        """);
  }

  @Test
  void staticImportsNameMembersOfTheirClass() {
    TypeWants.hold(
        """
        package shop;
        import static java.util.concurrent.TimeUnit.SECONDS;
        import static java.util.stream.Collectors.toList;
        import static java.util.Objects.*;
        import static other.Limits.MAX;
        class Statics {
          void f(String s) {
            probe(SECONDS); // want java.util.concurrent.TimeUnit
            probe(MAX); // want other.Limits.MAX
            probe(hash(1, 2)); // want int
            probe(requireNonNull(s)); // want java.lang.String
          }
        }
        """);
  }
}
