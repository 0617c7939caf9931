package dev.perflint.fix;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.perflint.facts.MethodRoles;
import dev.perflint.match.Match;
import dev.perflint.model.Fix;
import dev.perflint.model.TextEdit;
import dev.perflint.source.Frame;
import dev.perflint.source.SourceUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Declares a {@code private static final} constant in the outermost class around a match. */
public final class ConstantHoist {
  private static final int SHORTEST_NAME = 3;

  private final SourceUnit unit;
  private final TypeDeclaration<?> outermost;
  private final Imports.Naming type;
  private final Map<String, String> namesByInitializer;

  private ConstantHoist(
      SourceUnit unit,
      TypeDeclaration<?> outermost,
      Imports.Naming type,
      Map<String, String> namesByInitializer) {
    this.unit = unit;
    this.outermost = outermost;
    this.type = type;
    this.namesByInitializer = namesByInitializer;
  }

  /**
   * Empty where no private constant can stand: in interfaces and annotations, and in enums, whose
   * constants come first.
   *
   * @param qualifiedType of the constant; imported when the file does not know it
   */
  public static Optional<ConstantHoist> into(Match match, String qualifiedType) {
    Frame outermost = null;
    for (Frame at = match.site().frame(); at != null; at = at.parent()) {
      outermost = at.kind() == Frame.Kind.TYPE ? at : outermost;
    }
    if (outermost == null) {
      return Optional.empty();
    }
    boolean fits =
        outermost.node() instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface()
            || outermost.node() instanceof RecordDeclaration;
    if (!fits) {
      return Optional.empty();
    }
    SourceUnit unit = match.file().unit();
    Map<String, String> names = match.file().once(ConstantHoist.class, any -> new HashMap<>());
    Imports.Naming naming = Imports.of(qualifiedType, unit, match.file().names(), outermost);
    return Optional.of(
        new ConstantHoist(unit, (TypeDeclaration<?>) outermost.node(), naming, names));
  }

  /** How the constant's type is written in this file. */
  public String typeName() {
    return type.text();
  }

  /**
   * What to call a constant that takes the place of a call: as the variable that the call's result
   * goes to, else after the method around.
   *
   * @param kind what it is, in camel case
   * @param emptyNames of variables that say no more than that
   */
  public static String wish(Match match, String kind, Set<String> emptyNames) {
    String variable =
        match
            .node()
            .getParentNode()
            .filter(VariableDeclarator.class::isInstance)
            .map(parent -> ((VariableDeclarator) parent).getNameAsString())
            .orElse("");
    if (variable.length() >= SHORTEST_NAME && !emptyNames.contains(variable)) {
      return variable;
    }
    return MethodRoles.callable(match.site().frame())
        .map(method -> method.getNameAsString() + Character.toUpperCase(kind.charAt(0)))
        .map(name -> name + kind.substring(1))
        .orElse(kind);
  }

  /**
   * The constant's name: one for each initializer of the file, and none that the file has already.
   *
   * @param wish in camel case
   */
  public String name(String wish, String initializer) {
    return namesByInitializer.computeIfAbsent(
        initializer,
        key -> {
          String base = upperSnake(wish);
          String name = base;
          for (int i = 2; isTaken(name); i++) {
            name = base + "_" + i;
          }
          return name;
        });
  }

  private boolean isTaken(String name) {
    if (namesByInitializer.containsValue(name)) {
      return true;
    }
    String text = unit.source().text();
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      int end = at + name.length();
      if (starts && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static String upperSnake(String camel) {
    StringBuilder snake = new StringBuilder(camel.length() + 4);
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(camel.charAt(i - 1))) {
        snake.append('_');
      }
      snake.append(c);
    }
    return snake.toString().toUpperCase(Locale.ROOT);
  }

  /**
   * The whole fix.
   *
   * @param uses the edits that put the constant in place of what was there
   */
  public Fix fix(String label, String name, String initializer, List<TextEdit> uses) {
    List<TextEdit> edits = new ArrayList<>(uses);
    String eol = LineEnds.of(unit.source().text());
    String declaration =
        "private static final " + type.text() + " " + name + " = " + initializer + ";";
    int start = bodyStart();
    String behind = standsAlone(start) ? "" : eol;
    edits.add(Edits.insert(unit, start, eol + indent() + declaration + behind));
    type.edit().ifPresent(edits::add);
    return new Fix(label, edits);
  }

  /** Whether no empty line is wanted behind it: one is there, or another constant comes next. */
  private boolean standsAlone(int start) {
    String text = unit.source().text();
    int line = text.indexOf('\n', start);
    int next = line < 0 ? -1 : text.indexOf('\n', line + 1);
    boolean emptyLine =
        next > 0 && text.substring(start, line).isBlank() && text.substring(line, next).isBlank();
    List<? extends BodyDeclaration<?>> members = outermost.getMembers();
    boolean constant =
        !members.isEmpty()
            && members.get(0).isFieldDeclaration()
            && members.get(0).asFieldDeclaration().isStatic()
            && members.get(0).getComment().isEmpty();
    return emptyLine || constant;
  }

  /** Behind the opening brace. */
  private int bodyStart() {
    JavaToken token = outermost.getName().getTokenRange().orElseThrow().getEnd();
    int parentheses = 0;
    while (true) {
      token = token.getNextToken().orElseThrow();
      switch (token.getText()) {
        case "(" -> parentheses++;
        case ")" -> parentheses--;
        case "{" -> {
          if (parentheses == 0) {
            return unit.source().lines().endOffset(token.getRange().orElseThrow());
          }
        }
        default -> {}
      }
    }
  }

  /** As far in as the members already there. */
  private String indent() {
    for (BodyDeclaration<?> member : outermost.getMembers()) {
      int start = unit.start(member);
      int line = unit.source().lines().start(unit.source().lines().line(start));
      String before = unit.source().text().substring(line, start);
      if (before.isBlank()) {
        return before;
      }
    }
    return "  ";
  }
}
