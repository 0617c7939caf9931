package dev.perflint.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.facts.FileContext;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares the types of expressions with what a text says of them: {@code probe(x); // want int}.
 */
public final class TypeWants {
  private static final String MARK = "// want ";

  private TypeWants() {}

  /** Every {@code probe} of the text, as this one file sees its argument. */
  static void hold(String text) {
    FileContext file = Sources.of(text).file();
    hold(file, TypeResolver.open(Sources.JDK));
  }

  /** The same with every reference reduced by a resolver first. */
  public static void hold(FileContext file, TypeResolver resolver) {
    List<String> wanted = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Site site : file.unit().sites().of(MethodCallExpr.class)) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (call.getNameAsString().equals("probe")) {
        int line = call.getBegin().orElseThrow().line;
        String source = file.unit().source().line(line);
        String want = source.substring(source.indexOf(MARK) + MARK.length()).strip();
        wanted.add(line + ": " + want);
        TypeRef type = file.typeOf(call.getArgument(0), site.scope());
        seen.add(line + ": " + text(resolver.settle(type)));
      }
    }
    assertThat(seen).isNotEmpty().containsExactlyElementsOf(wanted);
  }

  /** {@code java.util.List<?>}, {@code a.X|b.X}, {@code each(a.X)}, {@code a.X.name/0}. */
  public static String text(TypeRef ref) {
    if (ref instanceof TypeRef.Named named) {
      return named.name() + arguments(named.arguments());
    }
    if (ref instanceof TypeRef.OneOf oneOf) {
      return String.join("|", oneOf.names()) + arguments(oneOf.arguments());
    }
    if (ref instanceof TypeRef.ArrayOf array) {
      return text(array.component()) + "[]";
    }
    if (ref instanceof TypeRef.ReturnOf call) {
      return text(call.receiver()) + "." + call.method() + "/" + call.arity();
    }
    if (ref instanceof TypeRef.FieldOf field) {
      return text(field.owner()) + "." + field.field();
    }
    if (ref instanceof TypeRef.ElementOf element) {
      return "each(" + text(element.container()) + ")";
    }
    return ref instanceof TypeRef.Variable variable ? "variable " + variable.name() : "?";
  }

  private static String arguments(List<TypeRef> arguments) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(TypeWants::text).collect(Collectors.joining(", ", "<", ">"));
  }
}
