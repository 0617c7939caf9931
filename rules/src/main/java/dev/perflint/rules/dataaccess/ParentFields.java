package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ProjectCalls;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Methods that fetch a field of a GraphQL type, each time for one object of that type. */
final class ParentFields {
  private static final List<String> MAPPING =
      List.of("org.springframework.graphql.data.method.annotation.SchemaMapping");

  private static final String ENVIRONMENT = "graphql.schema.DataFetchingEnvironment";

  /** There is one of each in a request. */
  private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  /** What a mapped method may be handed beside the parent. */
  private static final Set<String> OTHERS =
      Set.of(
          "Authentication",
          "DataFetchingEnvironment",
          "DataFetchingFieldSelectionSet",
          "DataLoader",
          "GraphQLContext",
          "HttpServletRequest",
          "Locale",
          "Principal",
          "ScrollSubrange",
          "Subrange");

  /** The fields' methods, and what their parents are called. */
  private final Map<Node, String> parents = new IdentityHashMap<>();

  private final FileContext file;

  private ParentFields(FileContext file) {
    this.file = file;
    boolean speaks =
        file.unit().tree().getImports().stream()
            .anyMatch(i -> i.getNameAsString().contains("graphql"));
    if (speaks) {
      file.unit().sites(MethodDeclaration.class).forEach(this::add);
      file.unit().sites(MethodCallExpr.class).forEach(this::addAsking);
    }
  }

  private static ParentFields of(FileContext file) {
    return file.once(ParentFields.class, ParentFields::new);
  }

  private void add(Site site) {
    MethodDeclaration method = site.as(MethodDeclaration.class);
    Optional<AnnotationExpr> mapping =
        Annotations.find(method, MAPPING, file.names(), site.frame());
    boolean ofRoot =
        mapping.flatMap(m -> Annotations.text(m, "typeName")).filter(ROOTS::contains).isPresent();
    if (mapping.isPresent() && !ofRoot) {
      method.getParameters().stream()
          .filter(ParentFields::isParent)
          .findFirst()
          .ifPresent(parent -> parents.put(method, parent.getTypeAsString()));
    }
  }

  private static boolean isParent(Parameter parameter) {
    String type = parameter.getTypeAsString();
    return parameter.getAnnotations().isEmpty() && !OTHERS.contains(type.replaceAll("<.*", ""));
  }

  /** {@code Author author = environment.getSource()} in a method that is handed the environment. */
  private void addAsking(Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    Optional<Frame> member = site.frame().member();
    if (call.getNameAsString().equals("getSource")
        && call.getScope().filter(NameExpr.class::isInstance).isPresent()
        && member.filter(m -> m.node() instanceof MethodDeclaration).isPresent()
        && isEnvironment(site)) {
      parents.put(member.get().node(), name(call));
    }
  }

  private boolean isEnvironment(Site getSource) {
    return file.calls().owner(getSource) instanceof TypeRef.Named named
        && named.name().equals(ENVIRONMENT);
  }

  /** As the variable says that the parent is put into. */
  private static String name(MethodCallExpr getSource) {
    Node holder = getSource.getParentNode().orElse(null);
    if (holder instanceof CastExpr cast) {
      return cast.getTypeAsString();
    }
    return holder instanceof VariableDeclarator variable
            && !variable.getTypeAsString().equals("var")
        ? variable.getTypeAsString()
        : "parent";
  }

  /** Asked for every call of a file, so the fields come first. */
  static Truth mayAsk(FileContext file, Site site) {
    if (parent(file, site).isEmpty()) {
      return Truth.NO;
    }
    return isOfRepository(file, site)
        .or(file.calls().plays(site, Roles.QUERY))
        .or(ProjectCalls.does(file, site, Roles.QUERY))
        .or(RemoteCalls.is(file, site))
        .or(RemoteCalls.through(file, site));
  }

  private static Optional<String> parent(FileContext file, Site site) {
    return Optional.of(of(file).parents)
        .filter(parents -> !parents.isEmpty())
        .flatMap(parents -> site.frame().member().map(Frame::node).map(parents::get));
  }

  private static Truth isOfRepository(FileContext file, Site site) {
    return RepositoryTypes.asks(
        file.calls().owner(site),
        Calls.nameOf(site.node()),
        file.types().resolver(),
        file.knowledge());
  }

  /** By the conventions of schemas, a mutation gives one payload, and a page is one object. */
  static boolean isOfOne(Match match) {
    String parent = parent(match.file(), match.site()).orElse("");
    return parent.endsWith("Payload") || parent.replaceAll("<.*", "").endsWith("Connection");
  }

  static String message(Match match) {
    String parent = parent(match.file(), match.site()).orElse("parent");
    return "`%s` asks%s for each %s of the answer by itself: %s is called once for each."
        .formatted(match.callee(), Rule.VIA, parent, match.methodName());
  }
}
