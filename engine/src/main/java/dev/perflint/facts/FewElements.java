package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithType;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loops over few elements, where a table has many: what belongs to one thing, such as the lines of
 * an order, what a limit cuts off, a page, and what is put into a list one by one.
 */
final class FewElements {
  private static final Set<String> GATHERING =
      Set.of(
          "collect",
          "toList",
          "toSet",
          "subList",
          "reversed",
          // Of what may not be there.
          "orElse",
          "orElseGet",
          // Of a page.
          "getContent",
          "getRecords");

  private static final Set<String> COPIES =
      Set.of("copyOf", "newArrayList", "emptyIfNull", "ofNullable");

  private static final Set<String> LOOK_UPS = Set.of("get", "getOrDefault");

  /** Several values under one name, as requests have parameters and headers. */
  private static final List<String> PARAMETERS =
      List.of(
          "org.springframework.util.MultiValueMap",
          "jakarta.ws.rs.core.MultivaluedMap",
          "javax.ws.rs.core.MultivaluedMap");

  private static final int DEEPEST = 6;

  private final FileContext file;
  private final Limits limits;
  private final RowsOfOne rows;

  private FewElements(FileContext file) {
    this.file = file;
    this.limits = new Limits(file);
    this.rows = new RowsOfOne(file);
  }

  static FewElements of(FileContext file) {
    return file.once(FewElements.class, FewElements::new);
  }

  /** How many a collection has; empty when that may be any number. */
  Optional<Few> in(Expression collection, Site near) {
    return in(collection, near, 0);
  }

  /** How many a loop goes through. */
  Optional<Few> goneThroughBy(Loop loop) {
    return file.once("few elements", loop.node(), () -> compute(loop));
  }

  private Optional<Few> compute(Loop loop) {
    Optional<Site> site = file.unit().sites().at(loop.node());
    return site.isEmpty()
        ? Optional.empty()
        : LoopSource.of(loop.node()).flatMap(source -> in(source, site.get(), 0));
  }

  private Optional<Few> in(Expression value, Site near, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (value.isEnclosedExpr()) {
      return in(value.asEnclosedExpr().getInner(), near, depth + 1);
    }
    if (value.isCastExpr()) {
      return in(value.asCastExpr().getExpression(), near, depth + 1);
    }
    if (value instanceof ObjectCreationExpr copy && copy.getArguments().size() == 1) {
      return in(copy.getArgument(0), near, depth + 1);
    }
    if (value instanceof MethodCallExpr call) {
      return ofCall(call, near, depth);
    }
    return Variable.meantBy(value, near.scope())
        .filter(variable -> variable.kind() == Variable.Kind.LOCAL && mayHaveElements(variable))
        .flatMap(variable -> ofVariable(variable, near, depth));
  }

  /** Most of what a project hands to its methods are numbers and texts. */
  private static boolean mayHaveElements(Variable variable) {
    return !(variable.declaration() instanceof NodeWithType<?, ?> declared)
        || !declared.getType().isPrimitiveType()
            && !(declared.getType() instanceof ClassOrInterfaceType type
                && type.getNameAsString().equals("String"));
  }

  private Optional<Few> ofCall(MethodCallExpr call, Site near, int depth) {
    String name = call.getNameAsString();
    if (call.getScope().isPresent()
        && !name.equals("flatMap")
        && (ChainSteps.keepsSize(name) || GATHERING.contains(name))) {
      Optional<Few> kept = in(call.getScope().get(), near, depth + 1);
      if (kept.isPresent()) {
        return kept;
      }
    }
    if (name.equals("split") && listsInLine(call)) {
      return Optional.of(Few.OF_ONE);
    }
    if (LOOK_UPS.contains(name) && isParameterOfRequest(call, near)) {
      return Optional.of(Few.OF_ONE);
    }
    if (COPIES.contains(name) && call.getArguments().size() == 1) {
      return in(call.getArgument(0), near, depth + 1);
    }
    Optional<Few> limited = limits.of(call, near);
    if (rows.areAskedForBy(call, near.scope())) {
      return Optional.of(limited.map(Few.OF_ONE::and).orElse(Few.OF_ONE));
    }
    return limited.isPresent()
        ? limited
        : new PrivateCalls(file).target(call).flatMap(method -> returned(method, depth));
  }

  private boolean isParameterOfRequest(MethodCallExpr lookUp, Site near) {
    return lookUp
        .getScope()
        .map(map -> file.erased(file.typeOf(map, near.scope())))
        .filter(type -> type instanceof TypeRef.Named named && PARAMETERS.contains(named.name()))
        .isPresent();
  }

  /** Asked for each argument of a project, hence kept; not from within, where less is followed. */
  private Optional<Few> ofVariable(Variable variable, Site near, int depth) {
    return depth == 0
        ? file.once(
            "few elements of a variable",
            variable.declaration(),
            () -> longest(variable, near, depth))
        : longest(variable, near, depth);
  }

  /** As much as the longest that a variable is given, but for nothing to begin with. */
  private Optional<Few> longest(Variable variable, Site near, int depth) {
    Optional<Expression> begin =
        variable.initializer().filter(value -> !AddedElements.isNothing(value));
    Optional<Few> most = begin.flatMap(value -> in(value, near, depth + 1));
    if (begin.isPresent() && most.isEmpty()) {
      return most;
    }
    BlockStmt block = variable.declaration().findAncestor(BlockStmt.class).orElse(null);
    for (Expression value : assigned(variable)) {
      if (value.getParentNode().orElse(null) instanceof MethodCallExpr addAll
          && block != null
          && AddedElements.isRepeated(addAll, block)) {
        return Optional.empty();
      }
      Optional<Few> few = in(value, near, depth + 1);
      if (few.isEmpty()) {
        return few;
      }
      most = Optional.of(most.map(few.get()::or).orElse(few.get()));
    }
    return most.isPresent()
        ? most
        : AddedElements.to(
            variable,
            file,
            (loop, site) -> LoopSource.of(loop.node()).flatMap(of -> in(of, site, depth + 1)));
  }

  private List<Expression> assigned(Variable variable) {
    Optional<BlockStmt> block = variable.declaration().findAncestor(BlockStmt.class);
    List<Expression> values = new ArrayList<>(AssignedValues.of(variable, file));
    values.removeIf(value -> AddedElements.isNothing(value) || isMadeFrom(value, variable.name()));
    for (Site site : file.unit().sites().calls("addAll")) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (call.getScope().orElse(null) instanceof NameExpr list
          && list.getNameAsString().equals(variable.name())
          && block.filter(around -> Ancestry.holds(around, call)).isPresent()) {
        values.addAll(call.getArguments());
      }
    }
    return values;
  }

  /** {@code rows = rows.stream().filter(...).toList()} has no more than before. */
  private static boolean isMadeFrom(Expression value, String name) {
    return TimeLimits.root(value) instanceof NameExpr root && root.getNameAsString().equals(name);
  }

  private Optional<Few> returned(MethodDeclaration method, int depth) {
    List<ReturnStmt> results = method.findAll(ReturnStmt.class);
    Optional<Site> there = file.unit().sites().at(method);
    return results.size() == 1 && there.isPresent()
        ? results.get(0).getExpression().flatMap(e -> in(e, there.get(), depth + 1))
        : Optional.empty();
  }

  /** {@code ids.split(",")}: what somebody has put into one text, unless it is one of lines. */
  private static boolean listsInLine(MethodCallExpr split) {
    return split.getArguments().size() == 1
        && split.getArgument(0) instanceof StringLiteralExpr separator
        && !separator.getValue().contains("\\n");
  }
}
