package dev.perflint.rule;

import dev.perflint.UsageException;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.words.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words that users name rules with: ids, themes, groups and {@code all}. */
public final class RuleWords {
  private RuleWords() {}

  /**
   * The words in the form in which the engine takes them.
   *
   * @throws UsageException for a word that names nothing, with the nearest that does
   */
  public static List<String> known(List<String> words, List<RuleDoc> rules) {
    List<String> vocabulary = new ArrayList<>(List.of("all"));
    Arrays.stream(Group.values()).map(Group::id).forEach(vocabulary::add);
    Arrays.stream(Theme.values()).map(Theme::id).forEach(vocabulary::add);
    rules.stream().map(rule -> rule.id().value()).forEach(vocabulary::add);
    List<String> known = new ArrayList<>(words.size());
    for (String word : words) {
      String lower = word.strip().toLowerCase(Locale.ROOT);
      if (!vocabulary.contains(lower)) {
        throw new UsageException(
            "unknown rule, theme or group '" + word + "'" + Nearest.hint(word, vocabulary));
      }
      known.add(lower);
    }
    return known;
  }

  /**
   * The one rule of that id.
   *
   * @throws UsageException when there is none, with the nearest id
   */
  public static RuleDoc rule(String id, List<RuleDoc> rules) {
    for (RuleDoc rule : rules) {
      if (rule.id().value().equalsIgnoreCase(id)) {
        return rule;
      }
    }
    List<String> ids = rules.stream().map(rule -> rule.id().value()).toList();
    throw new UsageException(
        "unknown rule '" + id + "'" + Nearest.hint(id, ids) + "; perflint rules lists them");
  }

  /** Whether one of the words names the rule. */
  public static boolean name(List<String> words, RuleDoc rule) {
    return words.contains("all")
        || words.contains(rule.id().value())
        || words.contains(rule.theme().id())
        || words.contains(rule.group().id());
  }
}
