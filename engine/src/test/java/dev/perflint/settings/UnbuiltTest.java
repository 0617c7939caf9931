package dev.perflint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Notice;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Maven modules no build names. */
class UnbuiltTest {
  private static final String OF_SHOP =
      "<parent><groupId>com.acme</groupId><artifactId>shop</artifactId></parent>";

  private static String pom(String parent, String rest) {
    return "<project>" + parent + "<artifactId>x</artifactId>" + rest + "</project>";
  }

  private static String modules(String... names) {
    return "<modules><module>" + String.join("</module><module>", names) + "</module></modules>";
  }

  private static Set<String> unbuilt(String... pathsAndTexts) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return Unbuilt.folders(texts);
  }

  private static String root(String... modules) {
    return pom("", "<groupId>com.acme</groupId>" + modules(modules));
  }

  @Test
  void isWhatNamesTheBuildAsItsParentAndIsNotNamed() {
    assertThat(
            unbuilt(
                "pom.xml", root("core", "shops/web/pom.xml"),
                "core/pom.xml", pom(OF_SHOP, ""),
                "shops/web/pom.xml", pom(OF_SHOP, modules("../pages")),
                "shops/pages/pom.xml", pom(OF_SHOP, ""),
                "moved/pom.xml", pom(OF_SHOP, modules("old")),
                "moved/old/pom.xml", pom(OF_SHOP, ""),
                "gone/mail/pom.xml", pom(OF_SHOP, "")))
        .containsExactly("gone/mail", "moved", "moved/old");
  }

  @Test
  void isNoModuleOfAProfileAndNoneOfAComment() {
    String profile = "<profiles><profile>" + modules("tools") + "</profile></profiles>";
    assertThat(
            unbuilt(
                "pom.xml",
                pom(
                    "",
                    "<groupId>com.acme</groupId>"
                        + modules("core")
                        + "<!--"
                        + modules("old")
                        + "-->"
                        + profile),
                "core/pom.xml",
                pom(OF_SHOP, ""),
                "old/pom.xml",
                pom(OF_SHOP, ""),
                "tools/pom.xml",
                pom(OF_SHOP, "")))
        .containsExactly("old");
  }

  @Test
  void isNoBuildOfItsOwn() {
    String boot = "<parent><groupId>org.springframework.boot</groupId></parent>";
    assertThat(
            unbuilt(
                "pom.xml", root("core"),
                "core/pom.xml", pom(OF_SHOP, ""),
                "examples/pom.xml", pom(boot, modules("first")),
                "examples/first/pom.xml", pom("<parent><groupId>org.demo</groupId></parent>", ""),
                "scripts/pom.xml", pom("", "")))
        .isEmpty();
  }

  @Test
  void isNothingWhereNoBuildStandsAbove() {
    assertThat(
            unbuilt("moved/old/pom.xml", pom(OF_SHOP, ""), "moved/new/pom.xml", pom(OF_SHOP, "")))
        .isEmpty();
  }

  @Test
  void isNothingWhereTheBuildComputesItsModules() {
    assertThat(unbuilt("pom.xml", root("${part}"), "core/pom.xml", pom(OF_SHOP, ""))).isEmpty();
  }

  @Test
  void itsFilesAreLeftOutUnlessTheirFolderIsNamed(@TempDir Path temporary) throws IOException {
    Path top = temporary.toRealPath();
    write(top, "pom.xml", root("core"));
    write(top, "core/pom.xml", pom(OF_SHOP, ""));
    write(top, "core/src/A.java", "");
    write(top, "moved/old/pom.xml", pom(OF_SHOP, ""));
    write(top, "moved/old/src/B.java", "");
    write(top, "moved/old/src/application.yml", "");

    Discovery all = found(top, ".");
    assertThat(all.files()).extracting(SourceFile::reportPath).containsExactly("core/src/A.java");
    assertThat(all.settings()).isEmpty();
    assertThat(all.notices())
        .extracting(Notice::message)
        .containsExactly(
            "1 Java file is left out, in modules that no <modules> of the build names, such as"
                + " moved/old: name such a folder to scan it");

    assertThat(found(top, "moved").files()).hasSize(1);
    assertThat(found(top, "moved").notices()).isEmpty();
    assertThat(found(top, ".", "moved").files()).hasSize(2);
    assertThat(found(top, ".", "moved/old/src").files()).hasSize(2);
    assertThat(found(top, ".", "moved/old/src/B.java").files()).hasSize(2);
    assertThat(found(top, ".", "core").files()).hasSize(1);
  }

  private static Discovery found(Path top, String... roots) {
    List<Path> paths = Stream.of(roots).map(Path::of).toList();
    return Unbuilt.leftOutOf(Discovery.find(top, paths, DiscoveryOptions.PRODUCTION));
  }

  private static void write(Path top, String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
