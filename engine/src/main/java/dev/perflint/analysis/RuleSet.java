package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.match.Trigger;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The enabled rules, ready to be asked "which of you look at calls of this name?". Immutable,
 * shared by threads.
 */
public final class RuleSet {
  /** What is taken for the run-time JDK where nothing says which one it is. */
  public static final int USUAL_RELEASE = 17;

  private final List<Rule> rules;
  private final int release;
  private final List<String> words;
  private final Set<String> called;
  private final Map<Class<? extends Node>, Map<String, List<Rule>>> byTrigger =
      new LinkedHashMap<>();

  /** The same by name with the rules for every node before those of the name. */
  private final Map<Class<? extends Node>, Map<String, List<Rule>>> interested = new HashMap<>();

  private RuleSet(List<Rule> rules, Knowledge knowledge, int release) {
    this.rules = rules;
    this.release = release;
    this.words =
        rules.stream()
            .flatMap(rule -> rule.check().stream())
            .flatMap(check -> check.words())
            .distinct()
            .sorted()
            .toList();
    this.called =
        rules.stream()
            .flatMap(rule -> rule.check().stream())
            .flatMap(check -> check.uses().members().stream())
            .map(member -> member.substring(member.indexOf('#') + 1))
            .collect(Collectors.toUnmodifiableSet());
    for (Rule rule : rules) {
      for (Trigger trigger : rule.triggers(knowledge)) {
        byTrigger
            .computeIfAbsent(trigger.nodeClass(), c -> new HashMap<>())
            .computeIfAbsent(trigger.name(), n -> new ArrayList<>())
            .add(rule);
      }
    }
    byTrigger.forEach((nodeClass, named) -> interested.put(nodeClass, interested(named)));
  }

  private static Map<String, List<Rule>> interested(Map<String, List<Rule>> named) {
    List<Rule> every = named.getOrDefault("", List.of());
    Map<String, List<Rule>> interested = new HashMap<>();
    named.forEach(
        (name, special) -> {
          Set<Rule> both = new LinkedHashSet<>(every);
          both.addAll(special);
          interested.put(name, List.copyOf(both));
        });
    return interested;
  }

  /**
   * @param javaVersion of the run-time JDK; {@link #USUAL_RELEASE} where it is not known
   */
  public static RuleSet of(Catalogue catalogue, Knowledge knowledge, OptionalInt javaVersion) {
    int release = javaVersion.orElse(USUAL_RELEASE);
    List<Rule> rules =
        catalogue.rules().stream()
            .filter(
                rule -> rule.doc().jdk().equals(JdkRange.ANY) || rule.doc().jdk().contains(release))
            .toList();
    return new RuleSet(rules, knowledge, release);
  }

  public List<Rule> rules() {
    return rules;
  }

  /** The feature release of the run-time JDK. */
  int release() {
    return release;
  }

  /** The simple names of library members whose calls rules on configuration ask for. */
  Set<String> called() {
    return called;
  }

  /** The texts that rules on configuration want to know of whether they stand in the code. */
  List<String> words() {
    return words;
  }

  /** The node classes that some rule looks at. */
  public Iterable<Class<? extends Node>> nodeClasses() {
    return byTrigger.keySet();
  }

  /** The rules that look at nodes of that class with that name. */
  public List<Rule> interested(Class<? extends Node> nodeClass, String name) {
    Map<String, List<Rule>> named = interested.getOrDefault(nodeClass, Map.of());
    List<Rule> special = named.get(name);
    return special != null ? special : named.getOrDefault("", List.of());
  }
}
