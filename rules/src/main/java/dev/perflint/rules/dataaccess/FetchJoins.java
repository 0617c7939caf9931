package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.Literals;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries that fetch a collection along with their rows and return one page of these. */
final class FetchJoins {
  /**
   * A path from an entity.
   *
   * @param text as written, e.g. {@code o.lines}
   */
  private record Path(TypeRef entity, String property, String text) {}

  private static final List<String> QUERY =
      List.of("org.springframework.data.jpa.repository.Query");
  private static final List<String> GRAPH =
      List.of("org.springframework.data.jpa.repository.EntityGraph");
  private static final List<String> PAGES =
      List.of("org.springframework.data.domain.Pageable", "org.springframework.data.domain.Limit");
  private static final List<String> COLLECTIONS = List.of("java.util.Collection", "java.util.Map");

  private static final Pattern FETCH =
      Pattern.compile("\\bjoin\\s+fetch\\s+(\\w+)\\.(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM =
      Pattern.compile("\\bfrom\\s+([A-Z]\\w*)\\s+(?:as\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);

  private FetchJoins() {}

  /** An annotation of a repository's method that takes a page. */
  static Truth arePaged(FileContext file, Site site) {
    Truth truth = Truth.NO;
    if (site.node().getParentNode().orElse(null) instanceof MethodDeclaration method
        && takesPage(method, file, site)) {
      for (Path path : paths((AnnotationExpr) site.node(), method, file, site)) {
        truth = truth.or(isCollection(path));
      }
    }
    return truth;
  }

  private static boolean takesPage(MethodDeclaration method, FileContext file, Site site) {
    return method.getParameters().stream()
        .map(parameter -> file.typeOf(parameter.getType(), site.frame()))
        .anyMatch(
            type ->
                type instanceof TypeRef.Named named && PAGES.contains(named.name())
                    || type instanceof TypeRef.OneOf oneOf
                        && oneOf.names().stream().anyMatch(PAGES::contains));
  }

  private static List<Path> paths(
      AnnotationExpr annotation, MethodDeclaration method, FileContext file, Site site) {
    if (Annotations.isOneOf(annotation, QUERY, file.names(), site.frame())) {
      return value(annotation, "value")
          .flatMap(text -> Literals.text(text, site.scope()))
          .map(text -> paths(text, file, site.frame()))
          .orElse(List.of());
    }
    if (!Annotations.isOneOf(annotation, GRAPH, file.names(), site.frame())) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    Optional<TypeRef> entity = entity(method, file, site.frame());
    if (entity.isPresent()) {
      for (StringLiteralExpr literal :
          value(annotation, "attributePaths")
              .map(given -> given.findAll(StringLiteralExpr.class))
              .orElse(List.of())) {
        String text = literal.asString();
        paths.add(new Path(entity.get(), text.split("\\.", 2)[0], text));
      }
    }
    return paths;
  }

  /** The rows of a repository, its first type argument. */
  private static Optional<TypeRef> entity(MethodDeclaration method, FileContext file, Frame frame) {
    if (!(method.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration type)
        || !type.isInterface()) {
      return Optional.empty();
    }
    return type.getExtendedTypes().stream()
        .flatMap(extended -> extended.getTypeArguments().stream())
        .flatMap(List::stream)
        .findFirst()
        .filter(ClassOrInterfaceType.class::isInstance)
        .map(argument -> file.typeOf(argument, frame));
  }

  private static List<Path> paths(String query, FileContext file, Frame frame) {
    List<Path> paths = new ArrayList<>();
    Matcher from = FROM.matcher(query);
    Matcher fetch = FETCH.matcher(query);
    if (from.find()) {
      TypeRef entity = file.typeNamed(from.group(1), frame);
      while (fetch.find()) {
        if (fetch.group(1).equals(from.group(2))) {
          paths.add(new Path(entity, fetch.group(2), fetch.group(1) + "." + fetch.group(2)));
        }
      }
    }
    return paths;
  }

  private static Truth isCollection(Path path) {
    return path.entity() instanceof TypeRef.Unknown
        ? Truth.NO
        : Truth.open(
            new Question.IsA(new TypeRef.FieldOf(path.entity(), path.property()), COLLECTIONS));
  }

  private static Optional<Expression> value(AnnotationExpr annotation, String attribute) {
    if (annotation.isSingleMemberAnnotationExpr()) {
      return attribute.equals("value")
          ? Optional.of(annotation.asSingleMemberAnnotationExpr().getMemberValue())
          : Optional.empty();
    }
    return annotation.isNormalAnnotationExpr()
        ? annotation.asNormalAnnotationExpr().getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals(attribute))
            .map(MemberValuePair::getValue)
            .findFirst()
        : Optional.empty();
  }

  /** A query whose text is given in the same chain, or to the variable that it is called on. */
  static Truth areLimited(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    if (!call.getNameAsString().equals("setMaxResults")) {
      return Truth.NO;
    }
    Truth truth = Truth.NO;
    for (Path path : paths(call, file, site)) {
      truth = truth.or(isCollection(path));
    }
    return truth;
  }

  private static List<Path> paths(MethodCallExpr limit, FileContext file, Site site) {
    Expression at = limit.getScope().orElse(null);
    if (at instanceof NameExpr name) {
      at = Lifetimes.local(name).flatMap(VariableDeclarator::getInitializer).orElse(null);
    }
    while (at instanceof MethodCallExpr call) {
      if (call.getNameAsString().equals("createQuery") && !call.getArguments().isEmpty()) {
        return Literals.text(call.getArgument(0), site.scope())
            .map(text -> paths(text, file, site.frame()))
            .orElse(List.of());
      }
      at = call.getScope().orElse(null);
    }
    return List.of();
  }

  static String message(Match match) {
    List<Path> paths =
        match.node() instanceof AnnotationExpr annotation
            ? paths(
                annotation,
                (MethodDeclaration) annotation.getParentNode().orElseThrow(),
                match.file(),
                match.site())
            : paths((MethodCallExpr) match.node(), match.file(), match.site());
    String text = String.join("`, `", paths.stream().map(Path::text).toList());
    return "The page is cut in memory: the query fetches %s`%s` along, so all rows are read."
        .formatted(paths.size() == 1 ? "" : "a collection with ", text);
  }
}
