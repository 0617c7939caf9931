package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.types.TypeMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Properties of which each value stands in one row: the entity says so, or its repository, which
 * asks by one alone and gets one entity.
 */
public final class UniqueProperties {
  private static final String ONE_ROW = "one-row-by:";

  private static final Pattern ALONE =
      Pattern.compile(
          "@UniqueConstraint\\([^)]*\\bcolumnNames\\s*=\\s*\\{?\\s*\"(\\w+)\"\\s*\\}?\\s*[,)]");

  private static final Pattern COLUMN = Pattern.compile("\\bname\\s*=\\s*\"(\\w+)\"");

  private static final Pattern UNIQUE = Pattern.compile("\\bunique\\s*=\\s*true\\b");

  private static final Pattern READ = Pattern.compile("(?:find|get|read|query)By[A-Z]\\w*");

  private static final String REPOSITORIES = "org.springframework.data.";

  private static final Set<String> MANY =
      Set.of(
          "List",
          "Set",
          "Collection",
          "Iterable",
          "Iterator",
          "Stream",
          "Streamable",
          "Page",
          "Slice",
          "Flux");

  private UniqueProperties() {}

  /** That there is one row at most for a value of the property, or of the key behind it. */
  public static String trait(String property) {
    return ONE_ROW + property.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Those of an entity. */
  static List<String> ofEntity(Node type, NodeWithAnnotations<?> entity) {
    List<String> columns = new ArrayList<>(0);
    for (AnnotationExpr annotation : entity.getAnnotations()) {
      Matcher alone = ALONE.matcher(annotation.toString());
      while (alone.find()) {
        columns.add(alone.group(1));
      }
    }
    List<String> traits = new ArrayList<>(0);
    for (Node member : TypeMembers.of(type)) {
      property(member)
          .filter(property -> isUnique((NodeWithAnnotations<?>) member, property, columns))
          .ifPresent(
              property -> {
                traits.add(trait(property));
                traits.add(trait(property + "Id"));
              });
    }
    return traits;
  }

  private static Optional<String> property(Node member) {
    if (member instanceof FieldDeclaration field) {
      return Optional.of(field.getVariable(0).getNameAsString());
    }
    return member instanceof MethodDeclaration getter && getter.getNameAsString().startsWith("get")
        ? Optional.of(getter.getNameAsString().substring("get".length()))
        : Optional.empty();
  }

  private static boolean isUnique(
      NodeWithAnnotations<?> on, String property, List<String> columns) {
    boolean says = false;
    String column = property.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    for (AnnotationExpr annotation : on.getAnnotations()) {
      String name = annotation.getName().getIdentifier();
      String text = annotation.toString();
      says |= name.equals("OneToOne");
      if (name.equals("Column") || name.equals("JoinColumn")) {
        says |= UNIQUE.matcher(text).find();
        Matcher named = COLUMN.matcher(text);
        column = named.find() ? named.group(1) : column;
      }
    }
    return says || columns.stream().anyMatch(column::equalsIgnoreCase);
  }

  /** Those of a repository, by the methods that Spring Data writes. */
  static List<String> ofRepository(Node type, FileContext file) {
    List<String> traits = new ArrayList<>(0);
    for (Node member : TypeMembers.of(type)) {
      if (member instanceof MethodDeclaration read
          && read.getBody().isEmpty()
          && READ.matcher(read.getNameAsString()).matches()
          && givesOne(read)) {
        List<String> properties = DerivedDeletes.equalProperties(read.getNameAsString());
        if (properties.size() == 1 && read.getParameters().size() == 1) {
          traits.add(trait(properties.get(0)));
        }
      }
    }
    // Last, since it takes longest: hardly any type has such methods.
    boolean isOfSpring = !traits.isEmpty() && file.unit().source().text().contains(REPOSITORIES);
    return isOfSpring ? traits : List.of();
  }

  private static boolean givesOne(MethodDeclaration read) {
    return read.getType() instanceof ClassOrInterfaceType type
        && !MANY.contains(type.getNameAsString())
        && type.getTypeArguments()
            .filter(arguments -> !type.getNameAsString().equals("Optional"))
            .isEmpty();
  }
}
