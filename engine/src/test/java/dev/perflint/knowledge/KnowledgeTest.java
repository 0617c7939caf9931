package dev.perflint.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.model.Cost;
import dev.perflint.model.Risk;
import dev.perflint.yaml.YamlException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeTest {
  private static final Library SHOP =
      KnowledgeReader.read(
          "shop.yml",
          """
          library: Shop client
          artifacts: [com.acme:shop-client]
          members:
            - role: expensive-to-create
              kind: http-client
              calls: ["com.acme.Shop#new(*)", "com.acme.Shop.Builder#build()"]
              cost: 3 ms
              risk: outage
              thread-safe: true
              makes: com.acme.Shop
              each: a pool of its own
              instead: keep one in a field
              evidence: https://acme.example/shop
            - role: derives
              calls: com.acme.Shop#newBuilder()
          types:
            - role: repository
              names: [com.acme.Store, com.acme.Depot]
          annotations:
            - role: runs-once
              names: com.acme.Once
          entry-points:
            - kind: request
              annotation: com.acme.Get
              label: "GET {value}"
              virtual-if: shop.threads.virtual
            - kind: event-loop
              supertype: com.acme.Handler
              methods: [handle]
            - kind: command-line
              annotation: com.acme.Command
              supertype: java.lang.Runnable
              methods: run
          """);

  private final Knowledge knowledge = Knowledge.of(List.of(SHOP));

  @Test
  void everyCallOfAnEntryIsAMemberWithAllThatTheEntrySays() {
    assertThat(knowledge.members(Roles.EXPENSIVE_TO_CREATE))
        .extracting(known -> known.member().toString())
        .containsExactly("com.acme.Shop#new(*)", "com.acme.Shop.Builder#build()");
    assertThat(knowledge.members(Roles.EXPENSIVE_TO_CREATE).get(1))
        .isEqualTo(
            new KnownMember(
                "expensive-to-create",
                "http-client",
                MemberPattern.parse("com.acme.Shop.Builder#build()"),
                Optional.of(new Cost(3e6, "3 ms")),
                Optional.of(Risk.OUTAGE),
                true,
                Optional.of("com.acme.Shop"),
                Optional.empty(),
                Optional.of("a pool of its own"),
                Optional.of("keep one in a field"),
                Optional.of("https://acme.example/shop"),
                VersionRange.ANY,
                "Shop client"));
  }

  @Test
  void whatAnEntryDoesNotSayIsEmpty() {
    KnownMember known = knowledge.members(Roles.DERIVES).get(0);
    assertThat(known.kind()).isEmpty();
    assertThat(known.cost()).isEmpty();
    assertThat(known.risk()).isEmpty();
    assertThat(known.threadSafe()).isFalse();
    assertThat(known.makes()).isEmpty();
  }

  @Test
  void membersAreFoundByTheNameAtTheCall() {
    assertThat(knowledge.membersNamed("newBuilder")).hasSize(1);
    assertThat(knowledge.membersNamed("new"))
        .extracting(known -> known.member().type())
        .containsExactly("com.acme.Shop");
    assertThat(knowledge.membersNamed("other")).isEmpty();
  }

  @Test
  void typesAndAnnotationsAreFoundByRole() {
    assertThat(knowledge.types(Roles.REPOSITORY))
        .containsExactly("com.acme.Store", "com.acme.Depot");
    assertThat(knowledge.annotations(Roles.RUNS_ONCE)).containsExactly("com.acme.Once");
    assertThat(knowledge.annotations(Roles.REPOSITORY)).isEmpty();
  }

  @Test
  void entryPointsAreByAnnotationSupertypeOrBoth() {
    assertThat(knowledge.entryPoints())
        .containsExactly(
            new EntryPoint(
                EntryKind.REQUEST,
                Optional.of("com.acme.Get"),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(EntryLabel.parse("GET {value}")),
                Optional.of("shop.threads.virtual"),
                "Shop client"),
            new EntryPoint(
                EntryKind.EVENT_LOOP,
                Optional.empty(),
                Optional.of("com.acme.Handler"),
                List.of("handle"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "Shop client"),
            new EntryPoint(
                EntryKind.COMMAND_LINE,
                Optional.of("com.acme.Command"),
                Optional.of("java.lang.Runnable"),
                List.of("run"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "Shop client"));
  }

  @Test
  void aUsersKnowledgeIsAddedToTheBundledOne() {
    Library own =
        KnowledgeReader.read(
            "perflint.yml",
            """
            library: ours
            members:
              - role: waits
                calls: ours.Task#result()
            """);
    Knowledge both = knowledge.and(List.of(own));
    assertThat(both.members(Roles.WAITS)).hasSize(1);
    assertThat(both.members(Roles.EXPENSIVE_TO_CREATE)).hasSize(2);
    assertThat(knowledge.members(Roles.WAITS)).isEmpty();
  }

  @Test
  void membersOfOtherVersionsAreLeftOut() {
    Library library =
        KnowledgeReader.read(
            "x.yml",
            """
            library: x
            artifacts: [a:b]
            members:
              - {role: waits, calls: a.B#old(), versions: to 2.9}
              - {role: waits, calls: a.B#now(), versions: 3.0+}
              - {role: waits, calls: a.B#ever()}
            """);
    Knowledge all = Knowledge.of(List.of(library));
    assertThat(names(all.on(() -> LibraryVersions.NONE))).containsExactly("old", "now", "ever");
    assertThat(names(all.on(versions("a:b", "3.1.4")))).containsExactly("now", "ever");
    assertThat(names(all.on(versions("a:b", "2.9.9", "3.1")))).hasSize(3);
    assertThat(names(all.on(versions("other:lib", "3.1")))).hasSize(3);
    assertThat(names(all.on(versions("a:b", "latest.release")))).hasSize(3);
  }

  @Test
  void nobodyAsksForVersionsThatDecideNothing() {
    assertThat(
            knowledge.on(
                () -> {
                  throw new AssertionError("asked");
                }))
        .isSameAs(knowledge);
  }

  private static List<String> names(Knowledge knowledge) {
    return knowledge.members(Roles.WAITS).stream().map(m -> m.member().name()).toList();
  }

  private static Supplier<LibraryVersions> versions(String artifact, String... versions) {
    return () ->
        new LibraryVersions(new TreeMap<>(Map.of(artifact, new TreeSet<>(List.of(versions)))));
  }

  @ParameterizedTest
  @CsvSource({
    "3.4+, 3.4, true",
    "3.4+, 3.4.0-RC1, true",
    "3.4+, 3.10.1, true",
    "3.4+, 3.3.9, false",
    "2.1 to 3.3, 2.1.0.RELEASE, true",
    "2.1 to 3.3, 3.3.9, true",
    "2.1 to 3.3, 3.4, false",
    "2.1 to 3.3, 2.0.9, false",
    "to 2, 2.7.18, true",
    "to 2, 3, false"
  })
  void rangesHoldAtTheirBorders(String range, String version, boolean within) {
    assertThat(VersionRange.parse(range).contains(Version.parse(version))).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({"3.4", "to", "x+", "'3.4 until 4'", "'3 to '"})
  void otherRangesAreRefused(String range) {
    assertThatThrownBy(() -> VersionRange.parse(range))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "artifacts: [] | 1:1: `library` is missing",
        "library: x\\nmember: [] | 2:1: unknown key `member`; did you mean members?",
        "library: x\\nmembers:\\n- calls: [a.B#c()] | 3:3: `role` is missing",
        "library: x\\nmembers:\\n- role: waits | 3:3: `calls` is missing",
        "library: x\\nmembers:\\n- role: wait\\n  calls: [a.B#c()] "
            + "| 3:9: `role`: unknown \"wait\"; did you mean waits?",
        "library: x\\nmembers:\\n- role: waits\\n  calls: [a.B.c()] "
            + "| 4:10: `calls`: not of the form pkg.Type#name(Parameter, ...) or pkg.Type#name(*): a.B.c()",
        "library: x\\nmembers:\\n- role: waits\\n  calls: [a.B#c()]\\n  cost: much "
            + "| 5:9: `cost`: no amount such as \"3 ms\" or \"1 to 5 kB\" in: much",
        "library: x\\nmembers:\\n- role: waits\\n  calls: [a.B#c()]\\n  risk: high "
            + "| 5:9: `risk`: unknown \"high\"; one of none, outage, build-up, latency, throughput, garbage",
        "library: x\\nmembers:\\n- role: waits\\n  calls: [a.B#c()]\\n  thread-safe: yes "
            + "| 5:16: `thread-safe`: wants true or false, not \"yes\"",
        "library: x\\nmembers:\\n- role: waits\\n  calls: [a.B#c()]\\n  makes: Shop "
            + "| 5:10: `makes`: wants a qualified type name, not \"Shop\"",
        "library: x\\ntypes:\\n- role: repository | 3:3: `names` is missing",
        "library: x\\ntypes:\\n- role: repository\\n  names: [Shop] "
            + "| 4:10: `names`: wants a qualified type name, not \"Shop\"",
        "library: x\\nentry-points:\\n- kind: request | 3:3: `annotation` or `supertype` is missing",
        "library: x\\nentry-points:\\n- kind: unknown\\n  annotation: a.B "
            + "| 3:9: `kind`: unknown \"unknown\"; one of request, message, event-loop, reactive, "
            + "scheduled, batch, command-line, start-up, test",
        "library: x\\nentry-points:\\n- kind: request\\n  annotation: a.B\\n  label: \"GET {\" "
            + "| 5:10: `label`: no } after { in: GET {",
      })
  void aWrongFileIsAComplaintWithPlaceAndKey(String text, String message) {
    assertThatThrownBy(() -> KnowledgeReader.read("x.yml", text.replace("\\n", "\n")))
        .isInstanceOf(YamlException.class)
        .hasMessage("x.yml:" + message);
  }
}
