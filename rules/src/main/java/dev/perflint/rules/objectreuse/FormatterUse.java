package dev.perflint.rules.objectreuse;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Literals;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Variable;
import dev.perflint.fix.ConstantHoist;
import dev.perflint.fix.Edits;
import dev.perflint.match.Match;
import dev.perflint.model.Fix;
import dev.perflint.model.TextEdit;
import dev.perflint.source.SourceUnit;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What formatters are made of, and which of them can as well be a constant. */
final class FormatterUse {
  private static final Set<String> EMPTY_NAMES =
      Set.of("dateFormat", "dateFormatter", "dateTimeFormatter", "fmt", "format", "formatter");

  /** Letters that print digits and offsets, the same in every locale, and quoted text. */
  private static final Pattern SAME_EVERYWHERE =
      Pattern.compile("('[^']*'|[^'A-Za-z\\[\\]{}#]|[uydDHhkKmsSnNAxX]|(?<!M)MM?(?!M))*");

  private static final Set<String> PATTERN_FIRST = Set.of("ofPattern", "new");

  private FormatterUse() {}

  /** Whether its pattern is computed, or comes from somewhere that may say something else. */
  static boolean isOfVariable(Match match) {
    return PATTERN_FIRST.contains(match.callee())
        && match.argument(0).filter(pattern -> !isConstant(pattern, match)).isPresent();
  }

  private static boolean isConstant(Expression text, Match match) {
    if (Literals.text(text, match.site().scope()).isPresent()) {
      return true;
    }
    boolean ofAnotherType =
        text instanceof FieldAccessExpr access && MemberNames.isConstant(access.getNameAsString())
            || text instanceof NameExpr name && MemberNames.isConstant(name.getNameAsString());
    return ofAnotherType
        && Variable.meantBy(text, match.site().scope()).filter(v -> !v.isField()).isEmpty();
  }

  /**
   * A {@code DateTimeFormatter} of a literal pattern as a constant; where the default locale of the
   * moment would show in what it prints, there is no fix.
   */
  static Optional<Fix> fix(Match match) {
    if (!(match.node() instanceof MethodCallExpr call)
        || !call.getNameAsString().equals("ofPattern")
        || call.getArguments().isEmpty()
        || !call.getArgument(0).isStringLiteralExpr()) {
      return Optional.empty();
    }
    boolean fixed =
        call.getArguments().size() == 2
            ? isConstantLocale(call.getArgument(1))
            : SAME_EVERYWHERE
                .matcher(call.getArgument(0).asStringLiteralExpr().asString())
                .matches();
    Optional<ConstantHoist> hoist = ConstantHoist.into(match, "java.time.format.DateTimeFormatter");
    if (!fixed
        || hoist.isEmpty()
        || !isValid(call.getArgument(0).asStringLiteralExpr().asString())) {
      return Optional.empty();
    }
    SourceUnit unit = match.file().unit();
    String arguments = unit.text(call.getArgument(0));
    if (call.getArguments().size() == 2) {
      arguments += ", " + unit.text(call.getArgument(1));
    }
    String initializer = hoist.get().typeName() + ".ofPattern(" + arguments + ")";
    String name = hoist.get().name(ConstantHoist.wish(match, "format", EMPTY_NAMES), initializer);
    TextEdit use = Edits.replace(unit, unit.start(call), unit.end(call), name);
    return Optional.of(
        hoist.get().fix("Hoist the formatter into a constant", name, initializer, List.of(use)));
  }

  private static boolean isConstantLocale(Expression locale) {
    return locale instanceof FieldAccessExpr access
        && access.getScope().toString().equals("Locale")
        && MemberNames.isConstant(access.getNameAsString());
  }

  /** A pattern with a mistake fails on each call today; as a constant it would fail the class. */
  private static boolean isValid(String pattern) {
    try {
      DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
