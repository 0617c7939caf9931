package dev.perflint.rules.io;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.CodeAround;
import dev.perflint.facts.Literals;
import dev.perflint.facts.ValueUses;
import dev.perflint.match.Match;
import dev.perflint.rules.io.StartedPrograms.Pipe;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who reads the pipes of a program before somebody waits for its end. */
final class ProcessPipes {
  private static final Set<String> ENDING = Set.of("destroy", "destroyForcibly", "waitFor");

  /** Calls that read all there is, and those that do so in a loop. */
  private static final Set<String> WHOLE = Set.of("readAllBytes", "transferTo", "lines");

  private static final Set<String> PIECES =
      Set.of("read", "readLine", "hasNext", "hasNextLine", "next", "nextLine", "readNBytes");

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "cmd", "cmd.exe", "powershell.exe");

  /** They say a line for each argument, and as much where one of them is wrong. */
  private static final Set<String> TERSE =
      Set.of(
          "cksum",
          "date",
          "hostname",
          "id",
          "md5sum",
          "pwd",
          "sha1sum",
          "sha256sum",
          "sha512sum",
          "stat",
          "uname",
          "uptime",
          "whoami");

  /** What becomes of a pipe until the wait. */
  private enum State {
    UNREAD,
    /** To its end, on the thread that waits. */
    READ_HERE,
    /** On another thread, or in a way that is not known. */
    LOOKED_AFTER
  }

  /**
   * What is wrong at a wait.
   *
   * @param unread pipes that nobody reads before; none where all are read, one after the other
   * @param readAfter whether one of them is read after it
   */
  private record Verdict(List<Pipe> open, List<Pipe> unread, boolean readAfter) {}

  private ProcessPipes() {}

  static Truth mayFill(Match match) {
    return verdict(match).isPresent()
        ? StartedPrograms.areStarts(StartedPrograms.of(match), match)
        : Truth.NO;
  }

  /** Whether the output is wanted, or the program is not known to those who wrote the code. */
  static boolean mayWriteMuch(Match match) {
    List<MethodCallExpr> starts = StartedPrograms.of(match);
    if (starts.stream().allMatch(start -> name(start, match).filter(TERSE::contains).isPresent())) {
      return false;
    }
    return verdict(match).filter(verdict -> verdict.readAfter()).isPresent()
        || starts.stream().noneMatch(start -> isNamed(start, match));
  }

  /** Whether the code says which program it is, also by way of a shell. */
  static boolean isProgramNamed(Match match) {
    return StartedPrograms.of(match).stream()
        .allMatch(start -> isNamed(start, match) || StartedPrograms.isConstant(start, match));
  }

  static boolean hasLimit(Match match) {
    return !match.arguments().isEmpty();
  }

  private static boolean isNamed(MethodCallExpr start, Match match) {
    return name(start, match).filter(name -> !SHELLS.contains(name)).isPresent();
  }

  /** The program that the code names, without its folder and what it is told in the same text. */
  private static Optional<String> name(MethodCallExpr start, Match match) {
    return StartedPrograms.command(start, match)
        .flatMap(first -> Literals.text(first, match.site().scope()))
        .map(text -> text.strip().split("\\s", 2)[0])
        .map(path -> path.substring(path.lastIndexOf('/') + 1));
  }

  static String message(Match match) {
    Verdict verdict = verdict(match).orElse(new Verdict(List.of(), List.of(), false));
    List<Pipe> unread = verdict.unread();
    String what =
        unread.isEmpty()
            ? "reads a program's output to its end before its errors"
            : unread.size() < verdict.open().size()
                ? "waits for a program whose " + unread.get(0).text + " nobody reads meanwhile"
                : "waits for a program whose output nobody reads meanwhile";
    return "%s %s: once that pipe is full, %s."
        .formatted(
            match.methodName(),
            what,
            hasLimit(match) ? "both wait until the limit" : "both wait for each other");
  }

  private static Optional<Verdict> verdict(Match match) {
    return match.file().once(ProcessPipes.class, match.node(), () -> judge(match));
  }

  private static Optional<Verdict> judge(Match match) {
    List<MethodCallExpr> starts = StartedPrograms.of(match);
    if (starts.isEmpty()
        || starts.stream().anyMatch(start -> CodeAround.of(start) != CodeAround.of(match.node()))
        || isInLoopAfter(starts.get(0), match.node())) {
      return Optional.empty();
    }
    List<ValueUses.Use> uses = uses(starts, match);
    if (uses.stream().anyMatch(use -> isOutOfSight(use, match))) {
      return Optional.empty();
    }
    List<Pipe> open = new ArrayList<>(StartedPrograms.pipes(starts.get(0), match));
    List<Pipe> unread = open.stream().filter(p -> state(p, uses, match) == State.UNREAD).toList();
    boolean inTurn =
        open.size() > 1 && open.stream().allMatch(p -> state(p, uses, match) == State.READ_HERE);
    boolean after =
        uses.stream().anyMatch(use -> unread.stream().anyMatch(pipe -> reads(pipe, use)));
    return unread.isEmpty() && !inTurn
        ? Optional.empty()
        : Optional.of(new Verdict(open, unread, after));
  }

  private static List<ValueUses.Use> uses(List<MethodCallExpr> starts, Match match) {
    ValueUses.Way way =
        new ValueUses.Way(site -> false, other -> StartedPrograms.isStart(other, match), true);
    return starts.stream()
        .flatMap(start -> ValueUses.of(match.file(), start, way).stream())
        .toList();
  }

  /** Somebody else gets hold of the process before the wait, or it has been ended by then. */
  private static boolean isOutOfSight(ValueUses.Use use, Match match) {
    if (use.node() == match.node() || !isBefore(use, match)) {
      return false;
    }
    return use.kind() != ValueUses.Kind.RECEIVER
        || isHere(use.node(), match) && ENDING.contains(Calls.nameOf(use.node()));
  }

  private static State state(Pipe pipe, List<ValueUses.Use> uses, Match match) {
    List<ValueUses.Use> readers =
        uses.stream().filter(use -> reads(pipe, use) && isBefore(use, match)).toList();
    if (readers.isEmpty()) {
      return State.UNREAD;
    }
    return readers.stream().allMatch(use -> isReadHere((MethodCallExpr) use.node(), match))
        ? State.READ_HERE
        : State.LOOKED_AFTER;
  }

  private static boolean reads(Pipe pipe, ValueUses.Use use) {
    return use.kind() == ValueUses.Kind.RECEIVER && pipe.readers.contains(Calls.nameOf(use.node()));
  }

  /** Another function may run at any time. */
  private static boolean isBefore(ValueUses.Use use, Match match) {
    return !isHere(use.node(), match)
        || Node.NODE_BY_BEGIN_POSITION.compare(use.node(), match.node()) < 0;
  }

  private static boolean isHere(Node node, Match match) {
    return CodeAround.of(node) == CodeAround.of(match.node());
  }

  private static boolean isReadHere(MethodCallExpr stream, Match match) {
    ValueUses.Way way = new ValueUses.Way(OpenedStreams::isWrapper, other -> true, false);
    boolean toItsEnd = false;
    for (ValueUses.Use use : ValueUses.of(match.file(), stream, way)) {
      boolean known =
          switch (use.kind()) {
            case RECEIVER -> isKnown(Calls.nameOf(use.node()));
            case ARGUMENT -> OpenedStreams.reads(use, match);
            case CLOSED -> true;
            case ELEMENT, RETURNED, ESCAPES -> false;
          };
      if (!known || !isHere(use.node(), match)) {
        return false;
      }
      toItsEnd |= use.kind() == ValueUses.Kind.ARGUMENT || isToTheEnd(use.node(), stream);
    }
    return toItsEnd;
  }

  private static boolean isKnown(String call) {
    return WHOLE.contains(call) || PIECES.contains(call) || call.equals("close");
  }

  private static boolean isToTheEnd(Node read, Node stream) {
    String name = read instanceof MethodCallExpr call ? call.getNameAsString() : "";
    return WHOLE.contains(name) || PIECES.contains(name) && isInLoopAfter(stream, read);
  }

  /** Whether a loop repeats the second of two nodes without the first. */
  private static boolean isInLoopAfter(Node first, Node second) {
    Node at = second;
    while (at.getParentNode().isPresent() && !at.isAncestorOf(first)) {
      if (at instanceof WhileStmt || at instanceof DoStmt || at instanceof ForStmt) {
        return true;
      }
      at = at.getParentNode().get();
    }
    return false;
  }

  /** The method or function that a node runs in. */
}
