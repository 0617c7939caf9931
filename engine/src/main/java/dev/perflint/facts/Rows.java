package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a collection holds what a query returned or what was read line by line, so that it grows
 * with the data: followed through local variables, copies, stream chains, loops that fill it, pages
 * and private methods. What a query returns through methods of other files is left to the merge.
 */
public final class Rows {
  private static final List<String> LINE_SOURCES =
      List.of(
          "java.io.BufferedReader",
          "java.nio.file.Files",
          "com.google.common.io.Files",
          "com.google.common.io.CharStreams",
          "org.apache.commons.io.FileUtils",
          "org.apache.commons.io.IOUtils");

  private static final Set<String> READERS = Set.of("readAllLines", "readLines", "lines");
  private static final Set<String> READS = Set.of("readLine", "nextLine");

  /** What else gives about as many elements as it is asked on. */
  private static final Set<String> GIVING_ALL =
      Set.of(
          "collect",
          "toList",
          "toSet",
          "subList",
          "reversed",
          // Of a page.
          "getContent",
          "getItems",
          "getRecords",
          "getResults");

  private static final Set<String> GATHERING =
      Set.of("toList", "toUnmodifiableList", "toCollection", "toSet");
  private static final Set<String> COPIES =
      Set.of(
          "copyOf",
          "newArrayList",
          "newLinkedList",
          "unmodifiableList",
          "unmodifiableCollection",
          "synchronizedList",
          "subList",
          "emptyIfNull",
          "transform");
  private static final int DEEPEST = 6;

  /** What is made of a row beside it. */
  private static final Pattern COPY = Pattern.compile("new|\\w*(?:[cC]opy|[cC]lone)\\w*");

  /** What counts as one of them. */
  private enum Which {
    ALL,
    CHOSEN,
    LOADED
  }

  private final FileContext file;
  private final Which which;

  private Rows(FileContext file, Which which) {
    this.file = file;
    this.which = which;
  }

  /** The one of this file. */
  public static Rows of(FileContext file) {
    return file.once(Which.ALL, every -> new Rows(every, Which.ALL));
  }

  /**
   * The same without what a method gives that is asked for everything there is, unless it is a
   * repository's own: what services call all of something is a handful.
   */
  public static Rows chosen(FileContext file) {
    return file.once(Which.CHOSEN, every -> new Rows(every, Which.CHOSEN));
  }

  /**
   * The same without what is no longer as the query gave it: copies have what they were given, and
   * what is saved was there before.
   */
  static Rows loaded(FileContext file) {
    return file.once(Which.LOADED, every -> new Rows(every, Which.LOADED));
  }

  /**
   * Whether the elements of a collection or stream are such rows.
   *
   * @param near a place whose names mean the same
   */
  public Truth in(Expression collection, Site near) {
    return in(collection, near, 0);
  }

  /** Whether a loop goes through such rows. */
  public Truth goneThroughBy(Loop loop, Site inside) {
    return goneThroughBy(loop.node(), inside, 0);
  }

  private Truth in(Expression source, Site near, int depth) {
    if (depth > DEEPEST) {
      return Truth.NO;
    }
    if (source.isEnclosedExpr()) {
      return in(source.asEnclosedExpr().getInner(), near, depth);
    }
    if (source.isCastExpr()) {
      return in(source.asCastExpr().getExpression(), near, depth);
    }
    if (source instanceof ObjectCreationExpr copy) {
      return copy.getArguments().size() == 1 && isCollection(copy.getArgument(0), near)
          ? in(copy.getArgument(0), near, depth + 1)
          : Truth.NO;
    }
    if (source instanceof MethodCallExpr call) {
      return ofCall(call, file.siteOf(call, near), depth + 1);
    }
    return source instanceof NameExpr || source.isTypeExpr()
        ? Variable.meantBy(source, near.scope())
            .map(
                variable ->
                    switch (variable.kind()) {
                      case LOCAL -> ofVariable(variable, near, depth + 1);
                      case PARAMETER -> ofParameter(variable.declaration(), depth + 1);
                      case FIELD -> Truth.NO;
                    })
            .orElse(Truth.NO)
        : Truth.NO;
  }

  /** What the callers of a private method hand it. */
  private Truth ofParameter(Node declared, int depth) {
    if (!(declared.getParentNode().orElse(null) instanceof MethodDeclaration method)
        || !method.isPrivate()) {
      return Truth.NO;
    }
    int position = 0;
    // Not by indexOf, which compares trees.
    while (method.getParameter(position) != declared) {
      position++;
    }
    PrivateCalls calls = new PrivateCalls(file);
    Truth truth = Truth.NO;
    for (Site site : file.unit().sites().calls(method.getNameAsString())) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (calls.target(call).filter(called -> called == method).isPresent()) {
        truth = truth.or(in(call.getArgument(position), site, depth));
      }
    }
    return truth;
  }

  private boolean isCollection(Expression value, Site near) {
    return file.isA(value, near.scope(), "java.util.Collection").mayBeReported();
  }

  private Truth ofCall(MethodCallExpr call, Site site, int depth) {
    String name = call.getNameAsString();
    if (which == Which.LOADED && (name.startsWith("save") || copies(call))) {
      return Truth.NO;
    }
    if (READERS.contains(name)) {
      return file.types().resolver().isA(file.calls().owner(site), LINE_SOURCES);
    }
    Expression receiver = call.getScope().orElse(null);
    if (receiver != null && (ChainSteps.keepsSize(name) || GIVING_ALL.contains(name))) {
      boolean gathers =
          !name.equals("collect")
              || call.getArguments().size() == 1
                  && call.getArgument(0) instanceof MethodCallExpr how
                  && GATHERING.contains(how.getNameAsString());
      Truth kept = gathers ? in(receiver, site, depth) : Truth.NO;
      if (!kept.isNo()) {
        return kept;
      }
    }
    if (COPIES.contains(name) && !call.getArguments().isEmpty()) {
      return in(call.getArgument(0), site, depth);
    }
    Optional<MethodDeclaration> own = new PrivateCalls(file).target(call);
    if (own.isPresent()) {
      return returned(own.get(), site, depth);
    }
    return queries(call, site);
  }

  /** {@code map(Order::copy)}, {@code map(row -> new Order(row))}. */
  private static boolean copies(MethodCallExpr step) {
    if (!step.getNameAsString().equals("map") || step.getArguments().size() != 1) {
      return false;
    }
    Node made = step.getArgument(0);
    if (made instanceof LambdaExpr function) {
      made = function.getExpressionBody().map(Node.class::cast).orElse(made);
    }
    String name =
        made instanceof MethodReferenceExpr reference
            ? reference.getIdentifier()
            : made instanceof MethodCallExpr call ? call.getNameAsString() : "";
    return made instanceof ObjectCreationExpr || COPY.matcher(name).matches();
  }

  private Truth returned(MethodDeclaration method, Site near, int depth) {
    Truth truth = Truth.NO;
    for (ReturnStmt result : method.findAll(ReturnStmt.class)) {
      if (result.getExpression().isPresent()) {
        // Names of the other method: what they mean is looked up where it ends.
        Optional<Site> there = file.unit().sites().at(method);
        truth = truth.or(in(result.getExpression().get(), there.orElse(near), depth + 1));
      }
    }
    return truth;
  }

  /** A call of a repository, a query of a library, or a method that may lead to one. */
  private Truth queries(MethodCallExpr call, Site site) {
    TypeRef owner = file.calls().owner(site);
    if (owner instanceof TypeRef.Unknown || owner instanceof TypeRef.ArrayOf) {
      return Truth.NO;
    }
    Truth known = file.calls().plays(site, Roles.QUERY);
    if (!known.isNo() || owner instanceof TypeRef.Named named && !file.isOpen(named)) {
      return known;
    }
    if (which == Which.CHOSEN && call.getArguments().isEmpty()) {
      return RepositoryTypes.is(owner, file.types().resolver(), file.knowledge());
    }
    MethodRef method = file.calls().method(site, owner, call.getNameAsString());
    return RepositoryTypes.is(owner, file.types().resolver(), file.knowledge())
        .or(RepositoryTypes.isByName(owner, call.getNameAsString()))
        .or(Truth.open(new Question.Does(method, Roles.QUERY)));
  }

  private Truth ofVariable(Variable variable, Site near, int depth) {
    Truth truth = variable.initializer().map(init -> in(init, near, depth)).orElse(Truth.NO);
    Node member = PrivateCalls.memberAround(variable.declaration()).orElse(near.node());
    for (NameExpr use :
        member.findAll(NameExpr.class, n -> n.getNameAsString().equals(variable.name()))) {
      Node parent = use.getParentNode().orElse(null);
      if (parent instanceof AssignExpr assign && assign.getTarget() == use) {
        truth = truth.or(in(assign.getValue(), near, depth));
      } else if (parent instanceof MethodCallExpr call
          && call.getScope().filter(scope -> scope == use).isPresent()) {
        truth = truth.or(filledBy(call, near, depth));
      }
    }
    return truth;
  }

  private Truth filledBy(MethodCallExpr call, Site near, int depth) {
    Site site = file.siteOf(call, near);
    if (call.getNameAsString().equals("addAll") && call.getArguments().size() == 1) {
      return in(call.getArgument(0), site, depth);
    }
    Truth truth = Truth.NO;
    if (call.getNameAsString().equals("add")) {
      for (Loop loop : file.loops().perElement(site)) {
        truth = truth.or(goneThroughBy(loop.node(), site, depth));
      }
    }
    return truth;
  }

  private Truth goneThroughBy(Node loop, Site inside, int depth) {
    if (loop instanceof WhileStmt repeat) {
      return reads(repeat.getCondition(), inside);
    }
    return LoopSource.of(loop).map(of -> in(of, inside, depth)).orElse(Truth.NO);
  }

  /** {@code (line = reader.readLine()) != null}, {@code results.next()}. */
  private Truth reads(Expression condition, Site inside) {
    return Truth.of(
        condition
            .findFirst(
                MethodCallExpr.class,
                call ->
                    READS.contains(call.getNameAsString())
                        || call.getNameAsString().equals("next")
                            && call.getScope().isPresent()
                            && file.isA(call.getScope().get(), inside.scope(), "java.sql.ResultSet")
                                .mayBeReported())
            .isPresent());
  }
}
