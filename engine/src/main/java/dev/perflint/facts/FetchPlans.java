package dev.perflint.facts;

import com.github.javaparser.ast.Node;
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

  private final FileContext file;
  private final boolean any;

  private FetchPlans(FileContext file) {
    this.file = file;
    this.any = FETCHES.matcher(file.unit().source().text()).find();
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
