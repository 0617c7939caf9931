package dev.perflint.types;

import static dev.perflint.types.TypeRef.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.types.TypeRef.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFileTest {
  @TempDir Path folder;

  @Test
  void anUnqualifiedNameIsAVariableElseATypeOfTheFileElseOneOfJavaLang() throws IOException {
    ApiType box =
        read(
            "com.acme.Box",
            """
            Box<T:Comparable<T>,U:Box.Item> final class : Holder<T[]>,java.util.function.Supplier<U>
              static Iterable<String> LIDS
              new(T,int...)
              abstract <Holder:Thread> Holder open(Holder,U[][],Thread.State) @9
            Box.Item interface
            Holder<E> interface
            String class @11
              String twin()
            """);

    assertThat(box.isFinal()).isTrue();
    assertThat(box.since()).isZero();
    assertThat(box.bounds())
        .isEqualTo(
            Map.of(
                "T", named("java.lang.Comparable", new Variable("T")),
                "U", named("com.acme.Box.Item")));
    assertThat(box.supertypes())
        .containsExactly(
            named("com.acme.Holder", new TypeRef.ArrayOf(new Variable("T"))),
            named("java.util.function.Supplier", new Variable("U")));
    assertThat(box.members())
        .containsExactly(
            new ApiMember(
                ApiMember.Kind.FIELD,
                "LIDS",
                true,
                false,
                false,
                List.of(),
                List.of(),
                named("java.lang.Iterable", named("com.acme.String")),
                0),
            new ApiMember(
                ApiMember.Kind.CONSTRUCTOR,
                "<init>",
                false,
                false,
                true,
                List.of(),
                List.of(new Variable("T"), new TypeRef.ArrayOf(named("int"))),
                named("com.acme.Box", new Variable("T"), new Variable("U")),
                0),
            new ApiMember(
                ApiMember.Kind.METHOD,
                "open",
                false,
                true,
                false,
                List.of("Holder"),
                Map.of("Holder", named("java.lang.Thread")),
                List.of(
                    new Variable("Holder"),
                    new TypeRef.ArrayOf(new TypeRef.ArrayOf(new Variable("U"))),
                    named("java.lang.Thread.State")),
                new Variable("Holder"),
                9));
  }

  @Test
  void aMemberIsAsOldAsItsTypeUnlessItSaysSo() throws IOException {
    ApiType type = read("com.acme.Box", "Box interface @11\n  void open()\n  void shut() @17\n");
    assertThat(type.members()).extracting(ApiMember::since).containsExactly(11, 17);
  }

  @Test
  void membersOfInterfacesAreAbstractUnlessTheySayOtherwise() throws IOException {
    ApiType type =
        read(
            "com.acme.Box",
            "Box interface\n  int N\n  void a()\n  default void b()\n  static void c()\n");
    assertThat(type.members())
        .extracting(ApiMember::isAbstract)
        .containsExactly(false, true, false, false);
    assertThat(type.members())
        .extracting(ApiMember::isStatic)
        .containsExactly(false, false, false, true);
  }

  @Test
  void aLineOutOfFormIsNamedWithItsPlace() throws IOException {
    PackageTables tables = tables("Box class\n  int size(\nLid class\n");
    assertThat(tables.find("com.acme.Lid")).isPresent();
    assertThatThrownBy(() -> tables.find("com.acme.Box"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("api/com.acme.txt", "column 12", "int size(");
    assertThatThrownBy(() -> read("com.acme.Box", "Box thing\n"))
        .hasMessageContaining("a kind of type");
    assertThatThrownBy(() -> read("com.acme.Box", "Box class\n  int size() 9\n"))
        .hasMessageContaining("the end of the line");
  }

  @Test
  void missingFilesAreErrors() throws IOException {
    try (URLClassLoader loader = loader()) {
      assertThatThrownBy(() -> new PackageTables(loader, List.of("api")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("api/packages.txt");
    }
    PackageTables tables = tables("Box class\n");
    Files.delete(folder.resolve("api/com.acme.txt"));
    assertThatThrownBy(() -> tables.find("com.acme.Box"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("api/com.acme.txt");
  }

  @Test
  void theFirstRootThatListsAPackageWins() throws IOException {
    tables("Box class @9\n");
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(folder.resolve("other/packages.txt"), "com.acme\norg.acme\n");
    Files.writeString(folder.resolve("other/com.acme.txt"), "Box class @10\n");
    Files.writeString(folder.resolve("other/org.acme.txt"), "Lid class\n");
    PackageTables tables = new PackageTables(loader(), List.of("api", "other"));
    assertThat(tables.packages()).containsExactly("com.acme", "org.acme");
    assertThat(tables.find("com.acme.Box").orElseThrow().since()).isEqualTo(9);
    assertThat(tables.find("org.acme.Lid")).isPresent();
  }

  private ApiType read(String name, String table) throws IOException {
    return tables(table).find(name).orElseThrow();
  }

  private PackageTables tables(String table) throws IOException {
    Files.createDirectories(folder.resolve("api"));
    Files.writeString(folder.resolve("api/packages.txt"), "com.acme\n");
    Files.writeString(folder.resolve("api/com.acme.txt"), table);
    return new PackageTables(loader(), List.of("api"));
  }

  /** Reads folders; it holds nothing open. */
  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
  }
}
