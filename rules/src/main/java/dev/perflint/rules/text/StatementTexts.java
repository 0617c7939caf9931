package dev.perflint.rules.text;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that become a statement of SQL or of a language like it. */
final class StatementTexts {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:select|where|union|having|like|join|case when|insert into|values)\\b|\\bin ?\\("
              + "|\\b(?:and|or) ?$|^ ?(?:and|or)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMES = Pattern.compile(".*(?:sql|hql|jpql|cql|query|clause)$");

  private StatementTexts() {}

  /** By its name, or by the words that are added to it. */
  static boolean isGrowing(Match match) {
    AssignExpr append = match.site().as(AssignExpr.class);
    return TextGrowth.variable(match)
            .map(Variable::name)
            .filter(name -> NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches())
            .isPresent()
        || append
            .getValue()
            .findFirst(StringLiteralExpr.class, text -> hasWords(text.getValue()))
            .isPresent()
        || append
            .getValue()
            .findFirst(TextBlockLiteralExpr.class, text -> hasWords(text.getValue()))
            .isPresent();
  }

  private static boolean hasWords(String text) {
    return WORDS.matcher(text).find();
  }
}
