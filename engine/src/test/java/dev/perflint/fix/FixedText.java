package dev.perflint.fix;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.match.Match;
import dev.perflint.model.TextEdit;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.Site;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceText;
import dev.perflint.source.SourceUnit;
import dev.perflint.types.PackageTables;
import dev.perflint.types.TypeTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hoists every {@code Pattern.compile("...")} of a text, as a rule's fix would. */
final class FixedText {
  private static final ClassLoader LOADER = FixedText.class.getClassLoader();
  private static final Knowledge KNOWLEDGE = Knowledge.of(List.of());
  private static final TypeTable TABLE = new PackageTables(LOADER, List.of("dev/perflint/api/jdk"));

  private FixedText() {}

  /** The text with all fixes made; the text itself when none was offered. */
  static String of(String text) {
    SourceText source =
        SourceText.of(
            new SourceFile(Path.of("T.java"), "T.java", true), text, StandardCharsets.UTF_8, 0);
    SourceUnit unit = new SourceUnit(source, JavaParsing.parse(source).unit().orElseThrow());
    FileContext file = new FileContext(unit, KNOWLEDGE, TABLE, 17);
    List<List<TextEdit>> fixes = new ArrayList<>();
    for (Site site : unit.sites().of(MethodCallExpr.class)) {
      MethodCallExpr call = (MethodCallExpr) site.node();
      if (call.getNameAsString().equals("compile")) {
        fix(new Match(file, site, Optional.empty()), call).ifPresent(fixes::add);
      }
    }
    return Edits.apply(text, fixes);
  }

  private static Optional<List<TextEdit>> fix(Match match, MethodCallExpr call) {
    SourceUnit unit = match.file().unit();
    return ConstantHoist.into(match, "java.util.regex.Pattern")
        .map(
            hoist -> {
              String initializer =
                  hoist.typeName() + ".compile(" + unit.text(call.getArgument(0)) + ")";
              String name = hoist.name(match.methodName().replace("()", "Pattern"), initializer);
              TextEdit use = Edits.replace(unit, unit.start(call), unit.end(call), name);
              return hoist.fix("hoist", name, initializer, List.of(use)).edits();
            });
  }
}
