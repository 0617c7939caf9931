package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Literals;
import dev.perflint.facts.Loop;
import dev.perflint.facts.MethodRoles;
import dev.perflint.facts.ValueUses;
import dev.perflint.match.Match;
import dev.perflint.model.Cost;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Arrays of bytes or characters whose size the file shows. */
final class FixedArrays {
  /** Below that, an array costs little more than any other object. */
  private static final long SMALLEST = 512;

  /** What is called for each element by those who use such a class. */
  private static final Set<String> PER_ELEMENT = Set.of("read", "write", "next", "append");

  private static final List<String> STREAMS =
      List.of(
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Writer",
          "java.util.Iterator");

  private static final double NANOS_PER_BYTE = 300.0 / 8192;

  private FixedArrays() {}

  /** {@code new byte[8192]} and {@code new char[SIZE]}. */
  static Truth isLarge(FileContext file, Site site) {
    ArrayCreationExpr made = site.as(ArrayCreationExpr.class);
    OptionalLong size = size(made, site.scope());
    return Truth.of(size.isPresent() && size.getAsLong() >= SMALLEST);
  }

  private static OptionalLong size(ArrayCreationExpr made, Scope scope) {
    String element = made.getElementType().asString();
    if (!element.equals("byte") && !element.equals("char") || made.getLevels().size() != 1) {
      return OptionalLong.empty();
    }
    Optional<Expression> dimension = made.getLevels().get(0).getDimension();
    return dimension.isPresent() ? Literals.number(dimension.get(), scope) : OptionalLong.empty();
  }

  /** In a method such as {@code read} of a class that is a stream or an iterator. */
  static Truth isInStream(Match match) {
    Optional<Frame> type = match.site().frame().nearest(Frame.Kind.TYPE);
    boolean named =
        MethodRoles.callable(match.site().frame())
            .filter(method -> PER_ELEMENT.contains(method.getNameAsString()))
            .isPresent();
    Truth truth = Truth.NO;
    for (String stream : named && type.isPresent() ? STREAMS : List.<String>of()) {
      truth = truth.or(match.file().roles().typeIsA(type.get(), stream));
    }
    return truth;
  }

  /** The time to set it to zero, and its bytes as garbage. */
  static Cost cost(Match match) {
    long bytes = bytes(match);
    String text =
        "%d ns and %s".formatted(Math.round(Math.max(20, bytes * NANOS_PER_BYTE)), amount(bytes));
    return Cost.parse(text);
  }

  private static long bytes(Match match) {
    ArrayCreationExpr made = (ArrayCreationExpr) match.node();
    long size = size(made, match.site().scope()).orElse(SMALLEST);
    return made.getElementType().asString().equals("char") ? 2 * size : size;
  }

  private static String amount(long bytes) {
    return bytes < 1024 ? bytes + " B" : Math.round(bytes / 1024.0) + " kB";
  }

  /** {@code byte[8192]}, with the size in numbers. */
  static String name(Match match) {
    ArrayCreationExpr made = (ArrayCreationExpr) match.node();
    long size = size(made, match.site().scope()).orElse(SMALLEST);
    return made.getElementType().asString() + "[" + size + "]";
  }

  /**
   * Whether a loop that begins after the array is made uses it: then it is filled many times, and
   * what fills it costs more than the array.
   */
  static boolean isUsedInOwnLoop(Match match) {
    for (ValueUses.Use use : Borrowing.uses(match)) {
      List<Node> places = new ArrayList<>(use.via());
      places.add(use.node());
      for (Node place : places) {
        if (hasInnerLoop(match.file().siteOf(place, match.site()), match)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasInnerLoop(Site site, Match match) {
    return match.file().loops().around(site).stream()
        .map(Loop::node)
        .anyMatch(loop -> !loop.isAncestorOf(match.node()));
  }
}
