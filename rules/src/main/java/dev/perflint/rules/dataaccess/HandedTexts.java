package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.perflint.facts.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Statements that are handed as a text to a method of the project, which runs them. */
final class HandedTexts {
  private static final int MOST_METHODS = 3;

  private static final Pattern RUNS =
      Pattern.compile(
          "execute(?:Update|Query|LargeUpdate)?|update|batchUpdate|prepare(?:Statement|Call)"
              + "|query(?:For\\w+)?|create(?:Native)?Query|createUpdate|sql");

  private static final Pattern NAMES_TEXT =
      Pattern.compile("(\\w*[a-z])?([sS]ql|SQL|[sS]tatement|[dD]dl|DDL)|stmt");

  private HandedTexts() {}

  /** The arguments that the called method, or one of its class behind it, runs as a statement. */
  static List<Expression> of(MethodCallExpr call) {
    List<Expression> texts = new ArrayList<>();
    for (int i = 0; i < call.getArguments().size(); i++) {
      Expression argument = call.getArgument(i);
      if (isOwn(call) ? runs(call, i, 0) : isNamedSo(argument)) {
        texts.add(argument);
      }
    }
    return texts;
  }

  /** Of a method that another file declares the name of what it is given says so. */
  private static boolean isNamedSo(Expression argument) {
    return argument instanceof NameExpr name
        && NAMES_TEXT.matcher(name.getNameAsString()).matches();
  }

  private static boolean isOwn(MethodCallExpr call) {
    return call.getScope().filter(scope -> !(scope instanceof ThisExpr)).isEmpty();
  }

  private static boolean runs(MethodCallExpr call, int argument, int hops) {
    Optional<Parameter> parameter =
        hops < MOST_METHODS ? parameter(call, argument) : Optional.empty();
    if (parameter.isEmpty() || !parameter.get().getTypeAsString().equals("String")) {
      return false;
    }
    MethodDeclaration method = (MethodDeclaration) parameter.get().getParentNode().orElseThrow();
    String name = parameter.get().getNameAsString();
    return method.findFirst(MethodCallExpr.class, inner -> takes(inner, name, hops)).isPresent();
  }

  private static boolean takes(MethodCallExpr inner, String text, int hops) {
    for (int i = 0; i < inner.getArguments().size(); i++) {
      if (inner.getArgument(i) instanceof NameExpr name && name.getNameAsString().equals(text)) {
        boolean run = i == 0 && !isOwn(inner) && RUNS.matcher(inner.getNameAsString()).matches();
        return run || runs(inner, i, hops + 1);
      }
    }
    return false;
  }

  private static Optional<Parameter> parameter(MethodCallExpr call, int argument) {
    return isOwn(call)
        ? Calls.ownMethod(call).map(method -> method.getParameter(argument))
        : Optional.empty();
  }
}
