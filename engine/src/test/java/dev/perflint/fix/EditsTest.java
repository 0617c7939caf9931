package dev.perflint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Region;
import dev.perflint.model.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final Region NOWHERE = new Region(1, 1, 1, 1);

  @Test
  void editsOfSeveralFixesAreAllMade() {
    String text = Edits.apply("a.b.c", List.of(List.of(edit(0, 1, "x")), List.of(edit(4, 5, "z"))));

    assertThat(text).isEqualTo("x.b.z");
  }

  @Test
  void theSameInsertionOfTwoFixesIsMadeOnce() {
    List<TextEdit> first = List.of(edit(0, 0, "import p.T;\n"), edit(0, 1, "A"));
    List<TextEdit> second = List.of(edit(0, 0, "import p.T;\n"), edit(2, 3, "B"));

    assertThat(Edits.apply("a b", List.of(first, second))).isEqualTo("import p.T;\nA B");
  }

  @Test
  void differentInsertionsAtOnePlaceAreBothMadeInTheOrderOfTheirTexts() {
    assertThat(Edits.apply("{}", List.of(List.of(edit(1, 1, "b;")), List.of(edit(1, 1, "a;")))))
        .isEqualTo("{a;b;}");
  }

  @Test
  void ofTwoFixesThatOverlapTheFirstIsMadeAsAWhole() {
    List<TextEdit> outer = List.of(edit(0, 6, "Y"));
    List<TextEdit> inner = List.of(edit(2, 4, "x"), edit(8, 9, "!"));

    assertThat(Edits.apply("f(g(h)) ?", List.of(outer, inner))).isEqualTo("Y) ?");
    assertThat(Edits.apply("f(g(h)) ?", List.of(inner, outer)))
        .isEqualTo("f(x(h)) !".replace("(h)", "h)"));
  }

  @Test
  void anInsertionWithinAReplacedStretchIsAConflict() {
    assertThat(Edits.apply("abcd", List.of(List.of(edit(1, 3, "-")), List.of(edit(2, 2, "+")))))
        .isEqualTo("a-d");
  }

  @Test
  void randomFixesAreMadeWholeOrNotAtAll() {
    long seed = new Random().nextLong();
    System.out.println("EditsTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String text = letters(random, 5 + random.nextInt(60));
      List<List<TextEdit>> fixes = new ArrayList<>();
      for (int i = 0; i < random.nextInt(8); i++) {
        fixes.add(fix(random, text.length(), i));
      }
      String result = Edits.apply(text, fixes);
      int made = 0;
      for (int i = 0; i < fixes.size(); i++) {
        long marks = count(result, (char) ('0' + i));
        assertThat(marks)
            .as("seed %d, fix %d of %s", seed, i, fixes)
            .isIn(0L, (long) fixes.get(i).size());
        made += marks > 0 ? 1 : 0;
      }
      assertThat(made > 0 || fixes.isEmpty())
          .as("seed %d: the first fix is always made", seed)
          .isTrue();
      assertThat(kept(result)).as("seed %d", seed).isEqualTo(remaining(text, fixes, result));
      List<List<TextEdit>> disjoint =
          fixes.stream().filter(f -> has(result, fixes.indexOf(f))).toList();
      List<List<TextEdit>> shuffled = new ArrayList<>(disjoint);
      Collections.shuffle(shuffled, random);
      assertThat(Edits.apply(text, shuffled))
          .as("seed %d: order is no matter", seed)
          .isEqualTo(result);
    }
  }

  /** Edits that do not overlap each other, each marked by the digit of its fix. */
  private static List<TextEdit> fix(Random random, int length, int number) {
    List<TextEdit> edits = new ArrayList<>();
    int at = random.nextInt(length);
    for (int i = 0; i < 1 + random.nextInt(3) && at < length; i++) {
      int end = Math.min(length, at + 1 + random.nextInt(3));
      edits.add(edit(at, end, String.valueOf((char) ('0' + number))));
      at = end + random.nextInt(6);
    }
    return edits;
  }

  /** The letters that no accepted edit has taken, in their order. */
  private static String remaining(String text, List<List<TextEdit>> fixes, String result) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = i;
      boolean taken = false;
      for (int f = 0; f < fixes.size(); f++) {
        taken |=
            has(result, f) && fixes.get(f).stream().anyMatch(e -> e.start() <= at && at < e.end());
      }
      rest.append(taken ? "" : text.charAt(i));
    }
    return rest.toString();
  }

  private static String kept(String result) {
    StringBuilder kept = new StringBuilder();
    result.chars().filter(Character::isLetter).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static boolean has(String result, int fix) {
    return count(result, (char) ('0' + fix)) > 0;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static TextEdit edit(int start, int end, String replacement) {
    return new TextEdit(start, end, NOWHERE, replacement);
  }
}
