package dev.perflint.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  private static final TypeRef STRING = TypeRef.named("java.lang.String");

  @TempDir Path folder;

  private ClassPath compiled(String... sources) throws IOException {
    return ClassPath.open(List.of(Compiled.into(folder, sources)));
  }

  private static ApiType type(ClassPath path, String name) {
    return path.find(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static ApiMember member(ApiType type, String name) {
    return type.members().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  @Test
  void aTypeHasItsParametersItsSupertypesAndWhatCanBeUsedOfItsMembers() throws IOException {
    try (ClassPath path =
        compiled(
            """
            package base;
            import java.util.*;
            public abstract class Store<T extends Comparable<T>, K> extends AbstractList<T>
                implements Comparator<Map.Entry<String, ? extends K>> {
              public static final String[] NAMES = {};
              protected Map<K, List<T>> rows;
              private int hidden;
              public Store(K key) {}
              public abstract <R> R as(Class<R> type, T... more);
              protected static int count(long a, byte[][] b) { return 0; }
              void inPackage() {}
              private void own() {}
              public class Inner { public T one() { return null; } }
            }
            """)) {
      ApiType store = type(path, "base.Store");
      assertThat(store.kind()).isEqualTo(ApiType.Kind.CLASS);
      assertThat(store.isFinal()).isFalse();
      assertThat(store.typeParameters()).containsExactly("T", "K");
      TypeRef t = new TypeRef.Variable("T");
      TypeRef k = new TypeRef.Variable("K");
      assertThat(store.bounds())
          .containsOnlyKeys("T")
          .containsEntry("T", TypeRef.named("java.lang.Comparable", t));
      assertThat(store.supertypes())
          .containsExactly(
              TypeRef.named("java.util.AbstractList", t),
              TypeRef.named(
                  "java.util.Comparator", TypeRef.named("java.util.Map.Entry", STRING, k)));
      assertThat(store.members())
          .extracting(ApiMember::name)
          .containsExactlyInAnyOrder("NAMES", "rows", "<init>", "as", "count");
      assertThat(member(store, "NAMES").type()).isEqualTo(new TypeRef.ArrayOf(STRING));
      assertThat(member(store, "NAMES").isStatic()).isTrue();
      assertThat(member(store, "rows").type())
          .isEqualTo(TypeRef.named("java.util.Map", k, TypeRef.named("java.util.List", t)));
      assertThat(member(store, "<init>").type()).isEqualTo(TypeRef.named("base.Store", t, k));
      ApiMember as = member(store, "as");
      TypeRef r = new TypeRef.Variable("R");
      assertThat(as.typeParameters()).containsExactly("R");
      assertThat(as.isAbstract()).isTrue();
      assertThat(as.isVarargs()).isTrue();
      assertThat(as.type()).isEqualTo(r);
      assertThat(as.parameters())
          .containsExactly(TypeRef.named("java.lang.Class", r), new TypeRef.ArrayOf(t));
      assertThat(member(store, "count").parameters())
          .containsExactly(
              TypeRef.named("long"),
              new TypeRef.ArrayOf(new TypeRef.ArrayOf(TypeRef.named("byte"))));
      assertThat(member(type(path, "base.Store.Inner"), "one").type()).isEqualTo(TypeRef.UNKNOWN);
    }
  }

  @Test
  void everyKindOfDeclarationIsToldApart() throws IOException {
    try (ClassPath path =
        compiled(
            """
            package base;
            public final class Kinds {
              public interface I {}
              public enum E { A }
              public record R(int a) {}
              public @interface N {}
            }
            """)) {
      assertThat(type(path, "base.Kinds").isFinal()).isTrue();
      assertThat(type(path, "base.Kinds.I").kind()).isEqualTo(ApiType.Kind.INTERFACE);
      assertThat(type(path, "base.Kinds.E").kind()).isEqualTo(ApiType.Kind.ENUM);
      assertThat(type(path, "base.Kinds.R").kind()).isEqualTo(ApiType.Kind.RECORD);
      assertThat(type(path, "base.Kinds.N").kind()).isEqualTo(ApiType.Kind.ANNOTATION);
      assertThat(path.find("base.Kinds.None")).isEmpty();
      assertThat(path.find("other.Kinds")).isEmpty();
    }
  }

  @Test
  void ofTypesWithTheSameNameTheFirstCounts() throws IOException {
    Path one = Compiled.into(folder.resolve("1"), "package a; public class A { public int x; }");
    Path two = Compiled.into(folder.resolve("2"), "package a; public class A { public int y; }");
    try (ClassPath path = ClassPath.open(List.of(one, two))) {
      assertThat(type(path, "a.A").members()).extracting(ApiMember::name).contains("x");
    }
    try (ClassPath path = ClassPath.open(List.of(two, one))) {
      assertThat(type(path, "a.A").members()).extracting(ApiMember::name).contains("y");
    }
  }

  @Test
  void whatCannotBeReadIsTakenForNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    Path missing = folder.resolve("missing.jar");
    Path classes = Files.createDirectories(folder.resolve("classes/a"));
    Files.writeString(classes.resolve("Broken.class"), "no class file");
    Files.write(classes.resolve("Short.class"), new byte[] {(byte) 0xCA, (byte) 0xFE});
    Files.createDirectories(classes.resolve("Folder.class"));
    try (ClassPath path = ClassPath.open(List.of(text, missing, folder.resolve("classes")))) {
      assertThat(path.unreadable()).containsExactly(text, missing);
      assertThat(path.find("a.Broken")).isEmpty();
      assertThat(path.find("a.Short")).isEmpty();
      assertThat(path.find("a.Folder")).isEmpty();
      assertThat(path.find("a")).isEmpty();
      assertThat(path.find("")).isEmpty();
    }
  }

  @Test
  void everyClassFileOfRealJarsIsRead() throws IOException {
    List<Path> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();
    assertThat(jars).hasSizeGreaterThan(5);
    List<String> unread = new ArrayList<>();
    int read = 0;
    try (ClassPath path = ClassPath.open(jars)) {
      for (Path jar : jars) {
        for (String name : typesOf(jar)) {
          read++;
          if (path.find(name).isEmpty()) {
            unread.add(name);
          }
        }
      }
    }
    assertThat(read).isGreaterThan(2000);
    assertThat(unread).isEmpty();
  }

  /** Without those in the unnamed package, and without numbered ones, which no source can name. */
  private static List<String> typesOf(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        Stream<? extends ZipEntry> entries = zip.stream()) {
      return entries
          .map(ZipEntry::getName)
          .filter(name -> name.matches("[a-z][\\w/]*/[A-Z]\\w*([$][A-Z]\\w*)*[.]class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.').replace('$', '.'))
          .toList();
    }
  }
}
