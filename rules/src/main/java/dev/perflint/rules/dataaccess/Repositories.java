package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.ProjectCalls;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.Transactions;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls on interfaces of which each method runs a query. */
final class Repositories {
  private static final Set<String> PAGES =
      Set.of(
          "org.springframework.data.domain.Pageable",
          "org.springframework.data.domain.PageRequest",
          "io.micronaut.data.model.Pageable",
          "io.quarkus.panache.common.Page");

  private static final Set<String> BY_KEY = Set.of("findById", "findOne");

  /** As Spring Data and Panache call them. */
  private static final Set<String> COLLECTED = Set.of("save", "persist", "delete");

  /** {@code getModuleIds}, not {@code getStatus}. */
  private static final Pattern SEVERAL = Pattern.compile("get\\w+(List|Set|[^aisu]s)");

  private Repositories() {}

  /**
   * Whether the receiver is a repository; asked only inside loops, since every call of a file comes
   * through here.
   */
  static Truth isCall(FileContext file, Site site) {
    if (file.loops().all(site).isEmpty()) {
      return Truth.NO;
    }
    TypeRef owner = file.calls().owner(site);
    Truth is = RepositoryTypes.is(owner, file.types().resolver(), file.knowledge());
    is = is.or(RepositoryTypes.isByName(owner, Calls.nameOf(site.node())));
    return is.isNo() || isWrittenHere(site.node()) ? Truth.NO : is;
  }

  /**
   * Rows with a key each, even of two parts, come by one query; what is asked for by a key and a
   * list of conditions of its own for each element, no {@code IN} takes together.
   */
  static boolean asksByKeys(Match match) {
    return match.elementLoops().stream()
        .map(loop -> LoopFlow.in(match.file(), loop.node()))
        .allMatch(
            flow -> {
              List<Expression> keys = match.arguments().stream().filter(flow::varies).toList();
              return keys.size() < 2 || keys.stream().noneMatch(Repositories::isSeveral);
            });
  }

  private static boolean isSeveral(Expression key) {
    return key instanceof MethodCallExpr getter
        && getter.getArguments().isEmpty()
        && SEVERAL.matcher(getter.getNameAsString()).matches();
  }

  /** A method of the own class with a body, which does what it says and no query by itself. */
  private static boolean isWrittenHere(Node call) {
    boolean own =
        call instanceof MethodCallExpr plain
            ? plain.getScope().filter(scope -> !scope.isThisExpr()).isEmpty()
            : call instanceof MethodReferenceExpr reference && reference.getScope().isThisExpr();
    return own
        && call.findAncestor(TypeDeclaration.class)
            .filter(type -> isWritten(Calls.nameOf(call), type))
            .isPresent();
  }

  private static boolean isWritten(String name, TypeDeclaration<?> type) {
    return type.getMethodsByName(name).stream().anyMatch(method -> method.getBody().isPresent());
  }

  /**
   * A cache answers for the method, as its annotation says in another file; of those that no file
   * declares it is not assumed.
   */
  static Truth isCached(Match match) {
    TypeRef owner = match.file().calls().owner(match.site());
    return ProjectCalls.does(match.file(), match.site(), Roles.MEMOIZES)
        .and(Truth.open(new Question.IsForeign(owner)).not());
  }

  /** The mapper's statement stands elsewhere, but {@code alterTableDropColumn} says what it is. */
  static boolean changesSchema(Match match) {
    String name = match.callee();
    return name.startsWith("alter")
        || (name.startsWith("create") || name.startsWith("drop")) && name.endsWith("Table");
  }

  static Truth isHarmless(Match match) {
    return RepositoryTypes.isHarmless(
        match.file().calls().owner(match.site()), match.callee(), match.file().types().resolver());
  }

  /**
   * Whether an argument is a page, or is made from one, as {@code PageRequest.of} and {@code next}
   * do.
   */
  static boolean takesPage(Match match) {
    for (Expression argument : match.arguments()) {
      TypeRef type = match.file().typeOf(argument, match.site().scope());
      while (type instanceof TypeRef.ReturnOf made) {
        type = made.receiver();
      }
      if (type instanceof TypeRef.Named named && PAGES.contains(named.name())
          || type instanceof TypeRef.OneOf oneOf
              && oneOf.names().stream().anyMatch(PAGES::contains)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A persistence context keeps what is saved or deleted until the transaction ends. Keys that the
   * database makes are asked for one by one all the same, which the entity says in another file.
   */
  static boolean isCollected(Match match) {
    return COLLECTED.contains(match.callee())
        && Transactions.of(match.file()).around(match.site()).isPresent();
  }

  /**
   * Whether it reads one row by the same key on each pass: JPA asks for it once and finds it in the
   * persistence context then, which is open in a transaction, a step of a batch and, unless that is
   * switched off, a request of Spring.
   */
  static Truth isKept(Match match) {
    boolean same =
        BY_KEY.contains(match.callee())
            && match.arguments().size() == 1
            && match
                .elementLoop()
                .filter(
                    loop ->
                        !LoopFlow.in(match.file(), loop.node()).varies(match.arguments().get(0)))
                .isPresent();
    return same
        ? match
            .file()
            .types()
            .resolver()
            .isA(match.file().calls().owner(match.site()), RepositoryTypes.JPA_REPOSITORY)
        : Truth.NO;
  }

  /** The repository as the code calls it. */
  static String name(Match match) {
    TypeRef owner = match.file().calls().owner(match.site());
    String name =
        owner instanceof TypeRef.Named named
            ? named.name()
            : owner instanceof TypeRef.OneOf oneOf ? oneOf.names().get(0) : "the repository";
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The loop that makes the round trips many. */
  static String loop(Match match) {
    return match.elementLoop().map(Loop::text).orElse("");
  }
}
