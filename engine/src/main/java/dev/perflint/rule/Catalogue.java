package dev.perflint.rule;

import dev.perflint.UsageException;
import dev.perflint.model.Group;
import dev.perflint.model.RuleId;
import dev.perflint.model.Theme;
import dev.perflint.words.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All rules, or those that are switched on; sorted by id, ids unique. */
public record Catalogue(List<Rule> rules) {
  public Catalogue {
    Map<RuleId, Rule> byId = new TreeMap<>();
    for (Rule rule : rules) {
      if (byId.put(rule.id(), rule) != null) {
        throw new IllegalArgumentException("two rules are called " + rule.id());
      }
    }
    rules = List.copyOf(byId.values());
  }

  /** Every rule that a {@link RuleSource} on the class path provides. */
  public static Catalogue installed(ClassLoader loader) {
    List<Rule> rules = new ArrayList<>();
    ServiceLoader.load(RuleSource.class, loader).forEach(source -> rules.add(source.rule()));
    return new Catalogue(rules);
  }

  /**
   * The rules that {@code select} names and {@code ignore} does not; words are ids, themes, groups
   * and {@code all}. Without {@code pedantic} or {@code all} the rules leave their pedantic matches
   * out.
   *
   * @param select empty means the group {@code default}
   * @throws UsageException for a word that means nothing, with the nearest one that does
   */
  public Catalogue selected(List<String> select, List<String> ignore) {
    Predicate<Rule> wanted = anyOf(select.isEmpty() ? List.of(Group.DEFAULT.id()) : select);
    Predicate<Rule> unwanted = anyOf(ignore);
    String pedantry = Group.PEDANTIC.id();
    boolean pedantic =
        (select.contains("all") || select.contains(pedantry)) && !ignore.contains(pedantry);
    Predicate<Rule> partly = rule -> select.contains(pedantry) && rule.doc().pedantic().isPresent();
    return new Catalogue(
        rules.stream()
            .filter(wanted.or(partly).and(unwanted.negate()))
            .map(rule -> pedantic ? rule : rule.strict())
            .toList());
  }

  private Predicate<Rule> anyOf(List<String> words) {
    List<Predicate<Rule>> tests = words.stream().map(this::meaning).toList();
    return rule -> tests.stream().anyMatch(test -> test.test(rule));
  }

  private Predicate<Rule> meaning(String word) {
    if (word.equals("all")) {
      return rule -> true;
    }
    for (Rule rule : rules) {
      if (rule.id().value().equals(word)) {
        return other -> other == rule;
      }
    }
    for (Theme theme : Theme.values()) {
      if (theme.id().equals(word)) {
        return rule -> rule.doc().theme() == theme;
      }
    }
    for (Group group : Group.values()) {
      if (group.id().equals(word)) {
        return rule -> rule.doc().group() == group;
      }
    }
    throw new UsageException(
        "unknown rule, theme or group \"" + word + "\"" + Nearest.hint(word, words()));
  }

  /** Every word that {@code --select} understands. */
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of("all"));
    rules.forEach(rule -> words.add(rule.id().value()));
    Arrays.stream(Theme.values()).forEach(theme -> words.add(theme.id()));
    Arrays.stream(Group.values()).forEach(group -> words.add(group.id()));
    words.sort(Comparator.naturalOrder());
    return words;
  }
}
