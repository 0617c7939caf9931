package dev.perflint.rules.io;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Literals;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.ValueUses;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the program that a match waits for is started, and which of its pipes lead here. */
final class StartedPrograms {
  /** What a program writes to, as its parent sees it. */
  enum Pipe {
    OUTPUT("output", "getInputStream", "inputReader"),
    ERRORS("errors", "getErrorStream", "errorReader");

    final String text;
    final Set<String> readers;

    Pipe(String text, String... readers) {
      this.text = text;
      this.readers = Set.of(readers);
    }
  }

  private static final MemberPattern EXEC = MemberPattern.parse("java.lang.Runtime#exec(*)");
  private static final MemberPattern START =
      MemberPattern.parse("java.lang.ProcessBuilder#start()");
  private static final MemberPattern BUILDER =
      MemberPattern.parse("java.lang.ProcessBuilder#new(*)");

  /** Methods of a builder that give the builder. */
  private static final Set<String> FLUENT =
      Set.of(
          "command",
          "directory",
          "inheritIO",
          "redirectError",
          "redirectErrorStream",
          "redirectInput",
          "redirectOutput");

  private StartedPrograms() {}

  /** The calls that start what the match is called on; none where one of its origins is unknown. */
  static List<MethodCallExpr> of(Match match) {
    if (!(match.node() instanceof MethodCallExpr call) || call.getScope().isEmpty()) {
      return List.of();
    }
    List<MethodCallExpr> starts = new ArrayList<>();
    for (Expression origin : origins(call.getScope().get(), match)) {
      if (!isStart(origin, match)) {
        return List.of();
      }
      starts.add((MethodCallExpr) origin);
    }
    return starts;
  }

  /** Another file may say that a {@code Runtime} of the same package is meant. */
  static Truth areStarts(List<MethodCallExpr> starts, Match match) {
    Truth truth = Truth.SURE;
    for (MethodCallExpr start : starts) {
      Site site = match.file().siteOf(start, match.site());
      truth =
          truth.and(
              match.file().calls().means(site, EXEC).or(match.file().calls().means(site, START)));
    }
    return truth;
  }

  static boolean isStart(Expression value, Match match) {
    return value instanceof MethodCallExpr
        && (means(value, EXEC, match) || means(value, START, match));
  }

  /** Those that nothing takes elsewhere; none where the builder comes from elsewhere. */
  static Set<Pipe> pipes(MethodCallExpr start, Match match) {
    Set<Pipe> open = EnumSet.allOf(Pipe.class);
    if (start.getNameAsString().equals("exec")) {
      return open;
    }
    for (Expression made : origins(root(start), match)) {
      if (!means(made, BUILDER, match)) {
        return Set.of();
      }
      ValueUses.Way way =
          new ValueUses.Way(
              StartedPrograms::givesBuilder, other -> means(root(other), BUILDER, match), false);
      for (ValueUses.Use use : ValueUses.of(match.file(), made, way)) {
        if (use.kind() != ValueUses.Kind.RECEIVER) {
          return Set.of();
        }
        closed((MethodCallExpr) use.node()).forEach(open::remove);
      }
    }
    return open;
  }

  /** The first word of the command, where it stands by itself or begins an array. */
  static Optional<Expression> command(MethodCallExpr start, Match match) {
    Expression root = start.getNameAsString().equals("exec") ? start : root(start);
    List<Expression> made = origins(root, match);
    return made.size() == 1
        ? Calls.arguments(made.get(0)).stream().findFirst().map(first -> begin(first, match))
        : Optional.empty();
  }

  /** Whether each word of the command stands in the code. */
  static boolean isConstant(MethodCallExpr start, Match match) {
    return command(start, match)
        .flatMap(Expression::getParentNode)
        .map(
            words ->
                words instanceof ArrayInitializerExpr array
                    ? array.getValues()
                    : Calls.arguments(words))
        .filter(
            words ->
                !words.isEmpty() // as of a list that is filled later
                    && words.stream()
                        .allMatch(word -> Literals.text(word, match.site().scope()).isPresent()))
        .isPresent();
  }

  private static Expression begin(Expression command, Match match) {
    List<Expression> origins = origins(command, match);
    Expression at = origins.size() == 1 ? origins.get(0) : command;
    if (at instanceof ArrayCreationExpr array && array.getInitializer().isPresent()) {
      at = array.getInitializer().get();
    }
    if (at instanceof MethodCallExpr list
        && Set.of("asList", "of").contains(list.getNameAsString())) {
      return list.getArguments().stream().findFirst().orElse(list);
    }
    if (at instanceof ArrayInitializerExpr values) {
      return values.getValues().stream().findFirst().orElse(values);
    }
    while (at instanceof BinaryExpr sum) {
      at = sum.getLeft();
    }
    return at;
  }

  private static Set<Pipe> closed(MethodCallExpr setting) {
    return switch (setting.getNameAsString()) {
      case "inheritIO" -> EnumSet.allOf(Pipe.class);
      case "redirectOutput" -> EnumSet.of(Pipe.OUTPUT);
      case "redirectError" -> EnumSet.of(Pipe.ERRORS);
      case "redirectErrorStream" ->
          setting.getArguments().stream().anyMatch(value -> value.toString().equals("false"))
              ? Set.of()
              : EnumSet.of(Pipe.ERRORS);
      default -> Set.of();
    };
  }

  /** Without an argument they say how it is set. */
  private static boolean givesBuilder(Site setting) {
    String name = Calls.nameOf(setting.node());
    return name.equals("inheritIO")
        || FLUENT.contains(name) && !Calls.arguments(setting.node()).isEmpty();
  }

  /** What stands before the first call of a chain. */
  private static Expression root(Expression chain) {
    Expression at = chain;
    while (at instanceof MethodCallExpr call && call.getScope().isPresent()) {
      at = call.getScope().get();
    }
    return at;
  }

  /** The values that an expression may stand for; itself where it is no variable. */
  private static List<Expression> origins(Expression value, Match match) {
    Optional<VariableDeclarator> held =
        Variable.meantBy(value, match.site().scope())
            .map(Variable::declaration)
            .filter(VariableDeclarator.class::isInstance)
            .map(VariableDeclarator.class::cast);
    if (held.isEmpty()) {
      return List.of(value);
    }
    List<Expression> origins = new ArrayList<>();
    held.get().getInitializer().ifPresent(init -> add(init, origins));
    for (Expression use : NameIndex.of(match.file()).uses(held.get().getNameAsString())) {
      if (Variable.isTarget(use) && isOf(held.get(), use, match)) {
        add(((AssignExpr) use.getParentNode().orElseThrow()).getValue(), origins);
      }
    }
    return origins;
  }

  private static boolean isOf(VariableDeclarator variable, Expression use, Match match) {
    Site site = match.file().siteOf(use.getParentNode().orElseThrow(), match.site());
    return Variable.meantBy(use, site.scope())
        .filter(meant -> meant.declaration() == variable)
        .isPresent();
  }

  private static void add(Expression value, List<Expression> origins) {
    if (value.isEnclosedExpr()) {
      add(value.asEnclosedExpr().getInner(), origins);
    } else if (value instanceof ConditionalExpr choice) {
      add(choice.getThenExpr(), origins);
      add(choice.getElseExpr(), origins);
    } else if (!value.isNullLiteralExpr()) {
      origins.add(root(value) instanceof ObjectCreationExpr made && isBuilt(value) ? made : value);
    }
  }

  /** Whether a chain still is the builder. */
  private static boolean isBuilt(Expression chain) {
    return !(chain instanceof MethodCallExpr call) || FLUENT.contains(call.getNameAsString());
  }

  private static boolean means(Expression value, MemberPattern member, Match match) {
    if (!(value instanceof MethodCallExpr) && !(value instanceof ObjectCreationExpr)) {
      return false;
    }
    Site site = match.file().siteOf(value, match.site());
    return match.file().calls().means(site, member).mayBeReported();
  }
}
