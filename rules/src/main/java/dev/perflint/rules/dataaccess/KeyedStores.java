package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.RowWrites;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Entries of a store that are read or written one by one. */
final class KeyedStores {
  /** Run what they are given so that its commands go together, or as one transaction. */
  private static final Set<String> TOGETHER =
      Set.of("executePipelined", "execute", "executeWithStickyConnection", "pipelined");

  /** After them commands are collected, in the same method. */
  private static final Set<String> COLLECTING = Set.of("multi", "setAutoFlushCommands");

  /** What says which entry, not which store. */
  private static final Set<String> NAMING_ENTRIES =
      Set.of("find", "getBucket", "boundValueOps", "boundHashOps", "boundSetOps", "boundZSetOps");

  private static final Pattern PROGRESS =
      Pattern.compile("^log|Log$|Logs$|[pP]rogress|[hH]eartbeat");

  private KeyedStores() {}

  /** What the store answers to a write is used before the next one. */
  static boolean needsAnswer(Match match) {
    return match.known().filter(known -> known.role().equals(Roles.KEYED_WRITE)).isPresent()
        && RowWrites.needsAnswer(match.file(), match.site(), false);
  }

  /** An argument is a collection of keys or values, or an array. */
  static boolean isForMany(Match match) {
    FileContext file = match.file();
    for (Expression argument : match.arguments()) {
      TypeRef type = file.typeOf(argument, match.site().scope());
      if (type instanceof TypeRef.ArrayOf array && !isText(array)
          || Truth.SURE.equals(file.isA(argument, match.site().scope(), "java.util.Collection"))) {
        return true;
      }
    }
    return false;
  }

  /** A key or a value as the client sends it. */
  private static boolean isText(TypeRef.ArrayOf array) {
    return array.component() instanceof TypeRef.Named named && named.name().equals("byte");
  }

  /** Nothing that says which entry comes from the loop, as when it asks whether to go on. */
  static boolean isSameEntry(Match match) {
    List<Loop> loops = match.maybeElementLoops();
    return match.node() instanceof MethodCallExpr call
        && !loops.isEmpty()
        && loops.stream().noneMatch(loop -> LoopFlow.in(match.file(), loop.node()).varies(call));
  }

  /** A condition decides whether the item is written, which no batch asks. */
  static boolean isConditional(Match match) {
    return match.arguments().stream()
        .anyMatch(
            argument ->
                saysCondition(argument)
                    || argument instanceof NameExpr name
                        && StatementOrigins.values(name, match).stream()
                            .anyMatch(KeyedStores::saysCondition));
  }

  private static boolean saysCondition(Expression request) {
    return request
        .findFirst(
            MethodCallExpr.class,
            call ->
                call.getNameAsString().equals("conditionExpression")
                    || call.getNameAsString().equals("expected"))
        .isPresent();
  }

  /** The element is the store, or says which one: {@code pools.get(shard).getResource()}. */
  static boolean isElsewhere(Match match) {
    boolean through = match.known().isEmpty();
    if (through ? RemoteWork.asksAnother(match) : RowBatches.isOnElement(match)) {
      return true;
    }
    List<MethodCallExpr> origins = StatementOrigins.of(match).calls();
    return match.elementLoops().stream()
        .map(loop -> LoopFlow.in(match.file(), loop.node()))
        .anyMatch(
            flow ->
                origins.stream()
                    .filter(call -> !NAMING_ENTRIES.contains(call.getNameAsString()))
                    .anyMatch(call -> call.getArguments().stream().anyMatch(flow::varies)));
  }

  /** {@code saveRestartLog}, {@code updateProgress}: is wanted while the loop is on its way. */
  static boolean notesProgress(Match match) {
    return PROGRESS.matcher(match.callee()).find();
  }

  /** What a function given to the store does is sent together, and so is what follows a start. */
  static boolean isTogether(Match match) {
    Node at = match.node();
    while (at != null) {
      Optional<MethodCallExpr> given = Calls.callGiven(at);
      if (given.filter(call -> TOGETHER.contains(call.getNameAsString())).isPresent()) {
        return true;
      }
      at = at.getParentNode().orElse(null);
    }
    return match
        .site()
        .frame()
        .member()
        .flatMap(member -> member.node().findFirst(MethodCallExpr.class, KeyedStores::collects))
        .isPresent();
  }

  private static boolean collects(MethodCallExpr call) {
    return COLLECTING.contains(call.getNameAsString());
  }

  static String message(Match match) {
    String loop = match.elementLoop().map(Loop::text).orElse("");
    Optional<KnownMember> known = match.known();
    String instead = known.flatMap(KnownMember::instead).map(text -> "; " + text).orElse("");
    String way = known.isPresent() ? "" : Rule.VIA;
    return "`%s` is a round trip to a store%s for each element: %s%s."
        .formatted(match.callee(), way, loop, instead);
  }
}
