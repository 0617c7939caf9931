package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a method says that its query loads what the rows refer to along with them: by a join in
 * the text of the query, an entity graph, or a query whose text stands elsewhere.
 */
public final class FetchPlans {
  private static final Pattern FETCH =
      Pattern.compile("\\bjoin\\s+fetch\\b|\\.\\s*(?:fetch|fetchjoin)\\s*\\(");

  /** What else says so, in lower case. */
  private static final List<String> WORDS =
      List.of("entitygraph", "entity_graph", "namedquery", "named_query", "hibernate.initialize");

  /** Parts of the names of packages that a file with fetch plans imports something of. */
  private static final List<String> PACKAGES =
      List.of(
          "persistence", "hibernate", "springframework.data", "querydsl", "quarkus", "micronaut");

  private final FileContext file;
  private final boolean any;

  private FetchPlans(FileContext file) {
    this.file = file;
    // To search all files for all of it takes longer than to analyse them.
    this.any =
        file.unit().sites().texts().stream()
                .anyMatch(text -> text.getValue().contains("join fetch"))
            || isAboutEntities(file)
                && mayBeIn(file.unit().source().text().toLowerCase(Locale.ROOT));
  }

  /** Plain words, to look for which takes a fraction of an expression's time. */
  private static boolean mayBeIn(String lower) {
    return lower.contains("fetch") || WORDS.stream().anyMatch(lower::contains);
  }

  private static boolean isAboutEntities(FileContext file) {
    return file.names().imported().stream()
        .anyMatch(name -> PACKAGES.stream().anyMatch(name::contains));
  }

  /** Those of this file. */
  public static FetchPlans of(FileContext file) {
    return file.once(FetchPlans.class, FetchPlans::new);
  }

  /** Whether a method has one, in its annotations or its body. */
  public boolean isIn(Node method) {
    if (!any) {
      return false;
    }
    String lower = file.unit().text(method).toLowerCase(Locale.ROOT);
    return lower.contains("fetch") && FETCH.matcher(lower).find()
        || WORDS.stream().anyMatch(lower::contains);
  }
}
