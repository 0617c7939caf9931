package dev.perflint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Library;
import dev.perflint.knowledge.Roles;
import dev.perflint.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the bundled files without the libraries they speak of. */
class KnowledgeFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources", Knowledge.FOLDER);

  private final Knowledge knowledge = Knowledge.ofBundled(Knowledge.class.getClassLoader());

  @Test
  void theIndexNamesEveryFileInOrder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yml"))
              .sorted()
              .toList();
      assertThat(Files.readAllLines(FOLDER.resolve("index.txt"))).isEqualTo(names);
    }
  }

  /** Else every start pays for the general reader. */
  @Test
  void theQuickReaderReadsEveryFileAndReadsItRight() throws IOException {
    for (String file : Files.readAllLines(FOLDER.resolve("index.txt"))) {
      String text = Files.readString(FOLDER.resolve(file));
      assertThat(Yaml.isPlain(text)).as(file).isTrue();
      assertThat(Yaml.readOwn(file, text)).isEqualTo(Yaml.read(file, text));
    }
  }

  @Test
  void noMemberHasARoleTwice() {
    List<String> all = new ArrayList<>();
    for (Library library : knowledge.libraries()) {
      for (KnownMember known : library.members()) {
        all.add(known.role() + " " + known.member());
      }
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void everyRoleIsPlayed() {
    for (String role : Roles.ALL) {
      assertThat(
              knowledge.members(role).size()
                  + knowledge.types(role).size()
                  + knowledge.annotations(role).size()
                  + knowledge.properties(role).size())
          .as(role)
          .isPositive();
    }
  }

  @Test
  void whatIsExpensiveToCreateSaysHowMuchAndWhatToDo() {
    List<KnownMember> expensive = new ArrayList<>(knowledge.members(Roles.EXPENSIVE_TO_CREATE));
    expensive.addAll(knowledge.members(Roles.OPENS_BUILDER));
    for (KnownMember known : expensive) {
      assertThat(known.cost()).as(known.member().toString()).isPresent();
      assertThat(known.risk()).as(known.member().toString()).isPresent();
      assertThat(known.each()).as(known.member().toString()).isPresent();
      assertThat(known.instead()).as(known.member().toString()).isPresent();
    }
  }

  @Test
  void waitsSayWhatTheyWaitForAndWhatToDo() {
    for (KnownMember known : knowledge.members(Roles.WAITS)) {
      assertThat(known.kind()).as(known.member().toString()).isNotEmpty();
      assertThat(known.instead()).as(known.member().toString()).isPresent();
    }
  }

  @Test
  void queriesSayWhetherTheyReadOrWrite() {
    for (KnownMember known : knowledge.members(Roles.QUERY)) {
      assertThat(known.kind()).as(known.member().toString()).isIn(Set.of("read", "write", "any"));
    }
  }

  @Test
  void sentencesContinueOthers() {
    for (Library library : knowledge.libraries()) {
      for (KnownMember known : library.members()) {
        Stream.concat(known.each().stream(), known.instead().stream())
            .forEach(
                text ->
                    assertThat(text)
                        .as(known.member().toString())
                        .doesNotEndWith(".")
                        .matches("(?s)[a-z].*"));
      }
    }
  }
}
