package dev.perflint.cli;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.project.CallTree;
import dev.perflint.project.Link;
import dev.perflint.project.Reach;
import dev.perflint.project.Unlinked;
import dev.perflint.rank.Words;
import dev.perflint.report.content.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Who reaches a method and what it reaches, for the terminal. */
final class GraphPage {
  /** Calls of a library that is not scanned say little each. */
  private static final int MOST_LOOSE = 12;

  private final StringBuilder page = new StringBuilder(2_000);

  private GraphPage() {}

  static String of(List<Reach> reached) {
    GraphPage graph = new GraphPage();
    for (Reach reach : reached) {
      graph.page.append(graph.page.length() == 0 ? "" : "\n");
      graph.method(reach);
    }
    return graph.page.toString();
  }

  private void method(Reach reach) {
    CallTree.Method method = reach.method();
    String id = method.id();
    String signature = id.substring(id.indexOf('#') + 1);
    line(
        Printable.of(id.substring(0, id.indexOf('#')) + "#" + signature)
            + "  "
            + CallWords.place(method.at()));
    row("Heat", Printable.of(Words.way(method.heat())));
    row(
        "",
        CallWords.perSecond(method.heat().log10()) + (method.heat().likely() ? ", likely" : ""));
    row("Entries", entries(reach));
    for (Reach.Always always : reach.always()) {
      String through =
          always.through().isEmpty() ? "" : ", through " + String.join(" → ", always.through());
      row(
          "Does",
          CallWords.does(always.role(), always.what())
              + " each time"
              + Printable.of(through)
              + (always.likely() ? ", likely" : ""));
    }
    line("");
    callers(reach);
    callees(reach);
    unlinked("Not linked, so nothing is known of what they do:", reach.unlinked(), false);
    unlinked(
        "Calls that may mean it and are not linked, so their ways do not count:",
        reach.mayCall(),
        true);
  }

  private static String entries(Reach reach) {
    if (reach.entries().isEmpty()) {
      return "no entry point leads here";
    }
    int all = reach.entries().values().stream().mapToInt(Integer::intValue).sum();
    StringJoiner kinds = new StringJoiner(", ");
    reach.entries().forEach((kind, count) -> kinds.add(count + " " + kind));
    return all + (all == 1 ? " leads here: " : " lead here: ") + kinds;
  }

  private void callers(Reach reach) {
    CallTree callers = reach.callers();
    List<String> entries = CallWords.entries(callers.method());
    if (!entries.isEmpty()) {
      line("  Entered by  " + String.join("; ", entries));
    }
    if (callers.branches().isEmpty()) {
      line(entries.isEmpty() ? "  Called by nobody that is known" : "  Called by no project code");
    } else {
      line("  Called by");
      branches(callers, "  ", true);
    }
  }

  private void callees(Reach reach) {
    CallTree callees = reach.callees();
    if (callees.branches().isEmpty() && callees.does().isEmpty()) {
      line(
          reach.isAbstract()
              ? "  Abstract, without an implementation among the scanned types"
              : "  Calls no project code, and does nothing that is known");
    } else {
      line(reach.isAbstract() ? "  Implemented by" : "  Calls");
      branches(callees, "  ", false);
    }
  }

  private void branches(CallTree tree, String indent, boolean up) {
    List<String> texts = new ArrayList<>();
    List<CallTree> below = new ArrayList<>();
    for (CallTree.Does does : tree.does()) {
      List<String> marks = new ArrayList<>(CallWords.around(does.around()));
      if (does.around().conditional()) {
        marks.add("in a branch");
      }
      texts.add(
          CallWords.does(does.role(), does.what())
              + "  "
              + CallWords.shortPlace(does.at())
              + marked(marks));
      below.add(null);
    }
    Set<String> quiet = new LinkedHashSet<>();
    for (CallTree.Branch branch : tree.branches()) {
      if (!up && isQuiet(branch.tree())) {
        quiet.add(Printable.of(branch.tree().method().name()));
      } else {
        texts.add(text(branch, up));
        below.add(branch.tree());
      }
    }
    if (!quiet.isEmpty()) {
      texts.add("nothing known of: " + String.join(", ", quiet));
      below.add(null);
    }
    if (tree.more() > 0) {
      texts.add("… " + tree.more() + (up ? " more that call it, less often" : " more"));
      below.add(null);
    }
    for (int i = 0; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      line(indent + (last ? "└─ " : "├─ ") + texts.get(i));
      if (below.get(i) != null) {
        branches(below.get(i), indent + (last ? "   " : "│  "), up);
      }
    }
  }

  /** A getter, say: nothing that costs much is known of it. */
  private static boolean isQuiet(CallTree tree) {
    return tree.end() == CallTree.End.QUIET
        || tree.end() == CallTree.End.WHOLE && tree.branches().isEmpty() && tree.does().isEmpty();
  }

  private static String text(CallTree.Branch branch, boolean up) {
    CallTree tree = branch.tree();
    StringBuilder text = new StringBuilder(Printable.of(tree.method().name()));
    Link first = branch.links().get(0);
    text.append("  ").append(CallWords.shortPlace(first.at()));
    int others = branch.links().size() - 1;
    if (others > 0) {
      text.append(others == 1 ? " and once more" : " and " + others + " times more");
    }
    text.append(marked(CallWords.marks(first)));
    text.append(
        switch (tree.end()) {
          case CYCLE -> "  (a cycle)";
          case SHOWN -> "  (shown already)";
          case DEEPER -> "  (…)";
          case WHOLE, QUIET -> "";
        });
    if (up) {
      List<String> entries = CallWords.entries(tree.method());
      if (!entries.isEmpty()) {
        text.append("  ◀ ").append(String.join("; ", entries));
      } else if (tree.branches().isEmpty() && tree.end() == CallTree.End.WHOLE) {
        boolean unknown = tree.method().heat().kind() == EntryKind.UNKNOWN;
        text.append(
            unknown
                ? "  ◁ nobody is known to call it"
                : "  ◀ " + Words.entry(tree.method().heat()));
      }
    }
    return text.toString();
  }

  private static String marked(List<String> marks) {
    return marks.isEmpty() ? "" : "  [" + String.join(", ", marks) + "]";
  }

  private void unlinked(String title, List<Unlinked> calls, boolean withCaller) {
    if (calls.isEmpty()) {
      return;
    }
    line("  " + title);
    Map<String, Integer> outside = new TreeMap<>();
    int shown = 0;
    int left = 0;
    for (Unlinked call : calls) {
      if (call.why() == Unlinked.Why.NOT_SCANNED) {
        outside.merge(call.type(), 1, Integer::sum);
      } else if (shown < MOST_LOOSE) {
        shown++;
        line(
            "    "
                + (withCaller ? Printable.of(call.caller()) + "  " : "")
                + CallWords.shortPlace(call.at())
                + "  "
                + Printable.of(call.callee())
                + ", "
                + why(call));
      } else {
        left++;
      }
    }
    if (left > 0) {
      line("    … " + left + " more");
    }
    if (!outside.isEmpty()) {
      StringJoiner types = new StringJoiner(", ");
      outside.forEach((type, count) -> types.add(Printable.of(type) + " (" + count + ")"));
      line("    of types that are not scanned: " + types);
    }
  }

  private static String why(Unlinked call) {
    return switch (call.why()) {
      case UNKNOWN_RECEIVER -> "the type of the receiver is unknown";
      case NOT_SCANNED -> "the type is not scanned";
      case SEVERAL_FIT -> number(call.fits()) + " methods fit";
      case MANY_OVERRIDE -> "too many types override it";
      case NOT_DECLARED -> "inherited from a library, or generated";
      case NOT_IMPLEMENTED -> "nothing scanned implements it";
    };
  }

  private static String number(int count) {
    String[] words = {"no", "one", "two", "three", "four", "five", "six"};
    return count < words.length ? words[count] : String.valueOf(count);
  }

  private void row(String label, String text) {
    line("  " + label + " ".repeat(Math.max(1, 9 - label.length())) + text);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
