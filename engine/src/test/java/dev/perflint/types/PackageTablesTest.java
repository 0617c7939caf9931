package dev.perflint.types;

import static dev.perflint.types.TypeRef.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.types.TypeRef.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PackageTablesTest {
  private static final Variable K = new Variable("K");
  private static final Variable V = new Variable("V");
  private static final Variable T = new Variable("T");
  private static final Variable R = new Variable("R");

  private final PackageTables jdk = jdk();

  private static PackageTables jdk() {
    return new PackageTables(
        PackageTablesTest.class.getClassLoader(), List.of("dev/perflint/api/jdk"));
  }

  @Test
  void aMethodReturnsAnInstanceOfANestedGenericType() {
    ApiType map = type("java.util.Map");
    assertThat(map.kind()).isEqualTo(ApiType.Kind.INTERFACE);
    assertThat(map.typeParameters()).containsExactly("K", "V");
    ApiMember entrySet = only(map, "entrySet");
    assertThat(entrySet.type())
        .isEqualTo(named("java.util.Set", named("java.util.Map.Entry", K, V)));
    assertThat(entrySet.isAbstract()).isTrue();
    assertThat(entrySet.isStatic()).isFalse();
    assertThat(only(map, "computeIfAbsent").isAbstract()).isFalse();
  }

  @Test
  void aMethodHasTypeParametersOfItsOwn() {
    ApiMember map = only(type("java.util.stream.Stream"), "map");
    assertThat(map.typeParameters()).containsExactly("R");
    assertThat(map.parameters()).containsExactly(named("java.util.function.Function", T, R));
    assertThat(map.type()).isEqualTo(named("java.util.stream.Stream", R));
  }

  @Test
  void aVarargsParameterIsAnArray() {
    ApiMember asList = only(type("java.util.Arrays"), "asList");
    assertThat(asList.isVarargs()).isTrue();
    assertThat(asList.isStatic()).isTrue();
    assertThat(asList.parameters()).containsExactly(new TypeRef.ArrayOf(T));
    assertThat(only(type("java.lang.String"), "formatted").parameters())
        .containsExactly(new TypeRef.ArrayOf(named("java.lang.Object")));
  }

  @Test
  void supertypesAreInTermsOfTheTypeParametersAndLeaveOutObject() {
    assertThat(type("java.util.concurrent.ConcurrentHashMap").supertypes())
        .containsExactly(
            named("java.util.AbstractMap", K, V),
            named("java.util.concurrent.ConcurrentMap", K, V),
            named("java.io.Serializable"));
    assertThat(type("java.lang.Thread").supertypes()).containsExactly(named("java.lang.Runnable"));
    assertThat(type("java.util.concurrent.TimeUnit").supertypes())
        .containsExactly(named("java.lang.Enum", named("java.util.concurrent.TimeUnit")));
  }

  @Test
  void aTypeInheritsFromSupertypesThatAreNotPublic() {
    TypeRef hidden = named("java.lang.AbstractStringBuilder");
    assertThat(type("java.lang.StringBuilder").supertypes()).contains(hidden);
    assertThat(members(type("java.lang.AbstractStringBuilder"), "setLength")).isNotEmpty();
  }

  @Test
  void aConstructorConstructsItsType() {
    List<ApiMember> constructors = members(type("java.util.ArrayList"), "<init>");
    assertThat(constructors).hasSize(3);
    assertThat(constructors)
        .allSatisfy(
            constructor -> {
              assertThat(constructor.kind()).isEqualTo(ApiMember.Kind.CONSTRUCTOR);
              assertThat(constructor.type())
                  .isEqualTo(named("java.util.ArrayList", new Variable("E")));
            });
    assertThat(constructors).filteredOn(c -> c.accepts(0)).hasSize(1);
  }

  @Test
  void aFieldHasATypeAndNoParameters() {
    ApiMember seconds = only(type("java.util.concurrent.TimeUnit"), "SECONDS");
    assertThat(seconds.kind()).isEqualTo(ApiMember.Kind.FIELD);
    assertThat(seconds.isStatic()).isTrue();
    assertThat(seconds.type()).isEqualTo(named("java.util.concurrent.TimeUnit"));
  }

  @Test
  void classesSayWhetherTheyAreFinalAndMembersWhetherTheyAreAbstract() {
    assertThat(type("java.lang.String").isFinal()).isTrue();
    assertThat(type("java.io.InputStream").isFinal()).isFalse();
    assertThat(members(type("java.io.InputStream"), "read"))
        .extracting(ApiMember::isAbstract)
        .containsOnlyOnce(true);
  }

  @Test
  void aBoundStandsInForATypeArgumentThatIsNotKnown() {
    assertThat(type("java.util.stream.BaseStream").bounds())
        .isEqualTo(Map.of("S", named("java.util.stream.BaseStream", T, new Variable("S"))));
    ApiMember max = members(type("java.util.Collections"), "max").get(0);
    assertThat(max.bounds()).isEqualTo(Map.of("T", named("java.lang.Comparable", T)));
    assertThat(type("java.util.Map").bounds()).isEmpty();
  }

  @Test
  void agesAreThoseOfTheFirstReleaseWithoutPreview() {
    assertThat(only(type("java.lang.String"), "isBlank").since()).isEqualTo(11);
    assertThat(only(type("java.lang.String"), "formatted").since()).isEqualTo(15);
    assertThat(type("java.net.http.HttpClient").since()).isEqualTo(11);
    assertThat(only(type("java.net.http.HttpClient"), "newHttpClient").since()).isEqualTo(11);
    assertThat(only(type("java.net.http.HttpClient"), "close").since()).isEqualTo(21);
    ApiType executors = type("java.util.concurrent.Executors");
    assertThat(only(executors, "newVirtualThreadPerTaskExecutor").since()).isEqualTo(21);
    assertThat(executors.since()).isEqualTo(8);
    assertThat(only(type("java.util.stream.Stream"), "gather").since()).isEqualTo(24);
  }

  @Test
  void anOverrideIsAsOldAsTheInheritedMethod() {
    assertThat(only(type("java.nio.ByteBuffer"), "flip").type())
        .isEqualTo(named("java.nio.ByteBuffer"));
    assertThat(only(type("java.nio.ByteBuffer"), "flip").since()).isEqualTo(8);
    assertThat(only(type("java.util.LinkedList"), "getFirst").since()).isEqualTo(8);
    assertThat(only(type("java.util.ArrayList"), "getFirst").since()).isEqualTo(21);
  }

  @Test
  void ofOtherNamesItSaysNothing() {
    assertThat(jdk.find("com.acme.shop.Order")).isEmpty();
    assertThat(jdk.find("com.acme.shop.Order.Line")).isEmpty();
    assertThat(jdk.find("java.util.Maps")).isEmpty();
    assertThat(jdk.find("java.util.Map.Item")).isEmpty();
    assertThat(jdk.find("java.util")).isEmpty();
    assertThat(jdk.find("java.util.")).isEmpty();
    assertThat(jdk.find("Map")).isEmpty();
    assertThat(jdk.find("int")).isEmpty();
    assertThat(jdk.find("")).isEmpty();
    assertThat(jdk.find(".Map")).isEmpty();
    assertThat(jdk.typesOf("com.acme.shop")).isEmpty();
  }

  @Test
  void everyCommittedTypeCanBeRead() {
    Map<String, ApiType> all = all(jdk);
    assertThat(all).hasSizeGreaterThan(2000);
    all.forEach(
        (name, type) -> {
          assertThat(type.name()).isEqualTo(name);
          assertThat(type.since()).as(name).isBetween(8, 25);
          assertThat(type.members())
              .as(name)
              .allSatisfy(m -> assertThat(m.since()).isBetween(8, 25));
        });
  }

  @Test
  void severalThreadsReadTheSame() throws Exception {
    Map<String, ApiType> expected = all(jdk);
    PackageTables shared = jdk();
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<Map<String, ApiType>> readAll =
        () -> {
          start.await();
          return all(shared);
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Map<String, ApiType>>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(pool.submit(readAll));
      }
      for (Future<Map<String, ApiType>> result : results) {
        assertThat(result.get().equals(expected)).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Map<String, ApiType> all(PackageTables tables) {
    Map<String, ApiType> types = new TreeMap<>();
    for (String packageName : tables.packages()) {
      for (String name : tables.typesOf(packageName)) {
        types.put(name, tables.find(name).orElseThrow());
      }
    }
    return types;
  }

  private ApiType type(String name) {
    return jdk.find(name).orElseThrow();
  }

  private static List<ApiMember> members(ApiType type, String name) {
    return type.members().stream().filter(member -> member.name().equals(name)).toList();
  }

  private static ApiMember only(ApiType type, String name) {
    List<ApiMember> members = members(type, name);
    assertThat(members).as("%s.%s", type.name(), name).hasSize(1);
    return members.get(0);
  }
}
