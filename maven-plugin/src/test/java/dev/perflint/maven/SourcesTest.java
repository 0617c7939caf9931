package dev.perflint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir private Path top;

  @Test
  void rootsThatExistCount() throws IOException {
    MavenModule module = module("a", "jar");
    source(module, "src/main/java");
    source(module, "../shared/java");
    module.project().addCompileSourceRoot(module.folder().resolve("missing").toString());

    Sources sources = Sources.of(List.of(module), false, false);

    assertThat(sources.build().sourceRoots())
        .containsExactly(module.folder().resolve("src/main/java"), top.resolve("shared/java"));
    assertThat(sources.paths()).containsExactly(module.folder(), top.resolve("shared/java"));
    assertThat(sources.isEmpty()).isFalse();
  }

  @Test
  void whatTheBuildWritesCountsOnlyWhenAskedFor() throws IOException {
    MavenModule module = module("a", "jar");
    source(module, "target/generated-sources/annotations");

    assertThat(Sources.of(List.of(module), false, false).isEmpty()).isTrue();
    assertThat(Sources.of(List.of(module), false, true).paths())
        .containsExactly(
            module.folder(), module.folder().resolve("target/generated-sources/annotations"));
  }

  @Test
  void testsCountOnlyWhenAskedFor() throws IOException {
    MavenModule module = module("a", "jar");
    Path tests = Files.createDirectories(module.folder().resolve("checks"));
    module.project().addTestCompileSourceRoot(tests.toString());

    assertThat(Sources.of(List.of(module), false, false).isEmpty()).isTrue();
    assertThat(Sources.of(List.of(module), true, false).build().sourceRoots())
        .containsExactly(tests);
  }

  @Test
  void aPomIsAFileAndTheOutermostComesFirst() throws IOException {
    MavenModule parent = module("", "pom");
    MavenModule one = module("one", "jar");
    source(one, "src/main/java");
    MavenModule other = module("", "pom");
    other.project().setFile(top.resolve("other.xml").toFile());

    assertThat(Sources.of(List.of(one, parent), false, false).paths())
        .containsExactly(top.resolve("pom.xml"), one.folder());
    assertThat(Sources.of(List.of(one, other), false, false).paths()).containsExactly(one.folder());
  }

  @Test
  void modulesRunOnTheNewestReleaseOfThem() throws Exception {
    MavenModule old = module("old", "jar");
    old.project().getProperties().setProperty("maven.compiler.target", "1.8");
    MavenModule young = module("young", "jar");
    young.project().getProperties().setProperty("maven.compiler.release", "17");
    MavenModule configured = module("configured", "jar");
    configured.project().getProperties().setProperty("maven.compiler.release", "17");
    compiler(configured, "<configuration><release>21</release></configuration>");
    MavenModule silent = module("silent", "jar");
    silent.project().getProperties().setProperty("maven.compiler.release", "${java.release}");

    assertThat(old.release()).hasValue(8);
    assertThat(configured.release()).hasValue(21);
    assertThat(silent.release()).isEmpty();
    assertThat(Sources.of(List.of(old, young, silent), false, false).build().release())
        .hasValue(17);
  }

  @Test
  void versionsComeFromTheEffectiveModel() throws IOException {
    MavenModule module = module("a", "jar");
    module.project().setDependencies(List.of(dependency("used", "1"), dependency("open", null)));
    DependencyManagement managed = new DependencyManagement();
    managed.addDependency(dependency("managed", "2"));
    module.project().getModel().setDependencyManagement(managed);

    assertThat(Sources.of(List.of(module), false, false).build().versions().byArtifact())
        .containsOnlyKeys("com.acme:used", "com.acme:managed");
  }

  private MavenModule module(String name, String packaging) throws IOException {
    Path folder = Files.createDirectories(top.resolve(name));
    Model model = new Model();
    model.setPackaging(packaging);
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    model.setBuild(build);
    MavenProject project = new MavenProject(model);
    project.setFile(folder.resolve("pom.xml").toFile());
    return new MavenModule(project);
  }

  private static void source(MavenModule module, String root) throws IOException {
    Path folder = Files.createDirectories(module.folder().resolve(root).normalize());
    module.project().addCompileSourceRoot(folder.toString());
  }

  private static void compiler(MavenModule module, String configuration)
      throws IOException, XmlPullParserException {
    Plugin compiler = new Plugin();
    compiler.setArtifactId("maven-compiler-plugin");
    compiler.setConfiguration(Xpp3DomBuilder.build(new StringReader(configuration)));
    module.project().getBuild().addPlugin(compiler);
  }

  private static Dependency dependency(String artifact, String version) {
    Dependency dependency = new Dependency();
    dependency.setGroupId("com.acme");
    dependency.setArtifactId(artifact);
    dependency.setVersion(version);
    return dependency;
  }
}
