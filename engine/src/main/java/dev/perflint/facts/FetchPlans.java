package dev.perflint.facts;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a method says that its query loads what the rows refer to along with them: by a join in
 * the text of the query, an entity graph, or a query whose text stands elsewhere.
 */
public final class FetchPlans {
  private static final Pattern FETCHES =
      Pattern.compile(
          "\\bjoin\\s+fetch\\b|entity_?graph|\\.\\s*(?:fetch|fetchJoin)\\s*\\(|named_?query|hibernate\\.initialize",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> WORDS = List.of("fetch", "graph", "query", "initialize");

  /** Parts of the names of packages that a file with fetch plans imports something of. */
  private static final List<String> PACKAGES =
      List.of(
          "persistence", "hibernate", "springframework.data", "querydsl", "quarkus", "micronaut");

  private final FileContext file;
  private final boolean any;

  private FetchPlans(FileContext file) {
    this.file = file;
    // To search all files for all of it takes longer than to analyse them.
    String text = file.unit().source().text();
    this.any =
        text.contains("join fetch")
            || isAboutEntities(file) && mayFetch(text) && FETCHES.matcher(text).find();
  }

  /** Words that one of the alternatives needs: to look for them takes a fraction of the time. */
  private static boolean mayFetch(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }

  private static boolean isAboutEntities(FileContext file) {
    return file.unit().tree().getImports().stream()
        .map(ImportDeclaration::getNameAsString)
        .anyMatch(name -> PACKAGES.stream().anyMatch(name::contains));
  }

  /** Those of this file. */
  public static FetchPlans of(FileContext file) {
    return file.once(FetchPlans.class, () -> new FetchPlans(file));
  }

  /** Whether a method has one, in its annotations or its body. */
  public boolean isIn(Node method) {
    return any && FETCHES.matcher(file.unit().text(method)).find();
  }
}
