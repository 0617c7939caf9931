package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.facts.ValueUses;
import dev.perflint.facts.Variable;
import dev.perflint.fix.Edits;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.match.Match;
import dev.perflint.model.Fix;
import dev.perflint.source.Site;
import dev.perflint.source.SourceUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done with the array that a stream in memory gives. */
final class CopiedBytes {
  /** A way to use the array that ends with the use. */
  private enum Use {
    WRITTEN,
    DECODED,
    COUNTED,
    READ,
    /** Somebody may keep it. */
    OTHER
  }

  private static final MemberPattern WRITE =
      MemberPattern.parse("java.io.OutputStream#write(byte[])");

  private static final MemberPattern DECODE = MemberPattern.parse("java.lang.String#new(*)");

  private static final List<MemberPattern> READS =
      List.of(
          MemberPattern.parse("java.io.ByteArrayInputStream#new(byte[])"),
          MemberPattern.parse("java.nio.ByteBuffer#wrap(byte[])"));

  private CopiedBytes() {}

  static boolean areOnlyRead(Match match) {
    Set<Use> uses = uses(match);
    return !uses.isEmpty() && !uses.contains(Use.OTHER);
  }

  /** Rather than by a stream or buffer of another kind. */
  static boolean canBeLeftToStream(Match match) {
    return !uses(match).contains(Use.READ);
  }

  /** What is written to it next would change a view. */
  static boolean areOfStreamUsedAgain(Match match) {
    Optional<Node> stream = stream(match).flatMap(name -> declaration(name, match.site()));
    return match.callsNamed("reset").stream()
        .anyMatch(
            site ->
                site.as(MethodCallExpr.class)
                    .getScope()
                    .flatMap(name -> declaration(name, site))
                    .filter(other -> other == stream.orElse(null))
                    .isPresent());
  }

  private static Optional<Node> declaration(Expression name, Site site) {
    return Variable.meantBy(name, site.scope()).map(Variable::declaration);
  }

  private static Optional<Expression> stream(Match match) {
    return match.node() instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
  }

  private static Set<Use> uses(Match match) {
    Set<Use> found = EnumSet.noneOf(Use.class);
    if (match.node() instanceof MethodCallExpr copying) {
      ValueUses.Way way = new ValueUses.Way(site -> false, other -> false, false);
      for (ValueUses.Use use : ValueUses.of(match.file(), copying, way)) {
        found.add(kind(use, match));
      }
    }
    return found;
  }

  private static Use kind(ValueUses.Use use, Match match) {
    if (!use.via().isEmpty()) {
      return Use.OTHER;
    }
    if (use.kind() == ValueUses.Kind.ELEMENT) {
      boolean length =
          use.node() instanceof FieldAccessExpr access && access.getNameAsString().equals("length");
      return length ? Use.COUNTED : Use.OTHER;
    }
    if (use.kind() != ValueUses.Kind.ARGUMENT) {
      return Use.OTHER;
    }
    Site site = match.file().siteOf(use.node(), match.site());
    if (means(site, WRITE, match)) {
      return Use.WRITTEN;
    }
    if (use.node() instanceof ObjectCreationExpr made
        && made.getArguments().size() <= 2
        && means(site, DECODE, match)) {
      return Use.DECODED;
    }
    return READS.stream().anyMatch(read -> means(site, read, match)) ? Use.READ : Use.OTHER;
  }

  /** As far as this file shows; a class of the program's own may keep what it is given. */
  private static boolean means(Site site, MemberPattern member, Match match) {
    return match.file().calls().means(site, member).isShown();
  }

  static String message(Match match) {
    Set<Use> uses = uses(match);
    String instead =
        uses.contains(Use.READ)
            ? "a stream that lends its array saves that"
            : uses.contains(Use.WRITTEN)
                ? "`writeTo` writes them as they are"
                : uses.contains(Use.DECODED)
                    ? "`toString` decodes them as they are"
                    : "`size` says how many there are";
    return "`toByteArray` in %s copies all bytes only to read them once; %s."
        .formatted(match.methodName(), instead);
  }

  /** Where the call itself stands in what uses it, and the stream is a plain name. */
  static Optional<Fix> fix(Match match) {
    Optional<Expression> stream = stream(match).filter(NameExpr.class::isInstance);
    Node user = match.node().getParentNode().orElse(null);
    if (stream.isEmpty() || user == null || hasComment(user, match)) {
      return Optional.empty();
    }
    return replacement(user, match.file().unit().text(stream.get()), match)
        .map(
            text ->
                new Fix(
                    "Leave it to the stream that has the bytes",
                    List.of(
                        Edits.replace(
                            match.file().unit(),
                            match.file().unit().start(user),
                            match.file().unit().end(user),
                            text))));
  }

  private static Optional<String> replacement(Node user, String stream, Match match) {
    SourceUnit unit = match.file().unit();
    if (user instanceof FieldAccessExpr) {
      return Optional.of(stream + ".size()");
    }
    if (user instanceof ObjectCreationExpr made && made.getArguments().size() == 1) {
      boolean text = made.getType().getNameAsString().equals("String");
      return text ? Optional.of(stream + ".toString()") : Optional.empty();
    }
    return user instanceof MethodCallExpr writing
            && writing.getNameAsString().equals("write")
            && writing.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()
        ? writing.getScope().map(to -> stream + ".writeTo(" + unit.text(to) + ")")
        : Optional.empty();
  }

  private static boolean hasComment(Node user, Match match) {
    String text = match.file().unit().text(user);
    return text.contains("/*") || text.contains("//");
  }
}
