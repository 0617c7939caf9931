package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Methods of repositories that hand out the rows of a whole table as a stream. */
final class TableStreams {
  private static final String REPOSITORY = "org.springframework.data.repository.Repository";

  private static final String STREAM = "java.util.stream.Stream";

  private static final List<String> QUERY =
      List.of("org.springframework.data.jpa.repository.Query");

  private static final List<String> HINTS =
      List.of("org.springframework.data.jpa.repository.QueryHints");

  private static final List<String> SIZES =
      List.of(
          "hibernate.jdbc.fetch_size",
          "spring.jpa.properties.hibernate.jdbc.fetch_size",
          "spring.jpa.properties.hibernate.jdbc.fetch-size");

  /** A derived query without a condition. */
  private static final Pattern WHOLE =
      Pattern.compile("(find|read|get|query|search|stream)(All)?(By(OrderBy\\w+)?)?");

  private static final Pattern PART =
      Pattern.compile("\\b(where|limit|fetch\\s+first|join)\\b", Pattern.CASE_INSENSITIVE);

  private TableStreams() {}

  /** Asked for every method, so the cheap answers come first. */
  static Truth mayBe(FileContext file, Site site) {
    MethodDeclaration method = site.as(MethodDeclaration.class);
    boolean stream =
        method.getBody().isEmpty()
            && method.getParameters().isEmpty()
            && method.getType().isClassOrInterfaceType()
            && method.getType().asClassOrInterfaceType().getNameAsString().equals("Stream");
    return Truth.of(stream && isWhole(method, file, site.frame()) && isStream(method, file, site));
  }

  private static boolean isStream(MethodDeclaration method, FileContext file, Site site) {
    TypeRef type = file.typeOf(method.getType(), site.frame());
    return type instanceof TypeRef.Named named && named.name().equals(STREAM)
        || type instanceof TypeRef.OneOf oneOf && oneOf.names().contains(STREAM);
  }

  private static boolean isWhole(MethodDeclaration method, FileContext file, Frame frame) {
    Optional<AnnotationExpr> query = Annotations.find(method, QUERY, file.names(), frame);
    return query.isEmpty()
        ? WHOLE.matcher(method.getNameAsString()).matches()
        : !PART.matcher(query.get().toString()).find();
  }

  static Truth areOfRepository(Match match) {
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(type -> match.file().roles().typeIsA(type, REPOSITORY))
        .orElse(Truth.NO);
  }

  /** By a hint on the method, whatever its name is imported as. */
  static boolean sayHowMany(Match match) {
    return match.node() instanceof MethodDeclaration method
        && Annotations.find(method, HINTS, match.file().names(), match.site().frame())
            .filter(hints -> hints.toString().toLowerCase(Locale.ROOT).contains("fetch"))
            .isPresent();
  }

  static Truth isSetForAll(Match match) {
    return match.node() instanceof MethodDeclaration
        ? Truth.open(new Question.Configured(SIZES))
        : Truth.NO;
  }
}
