package dev.perflint.cli;

import dev.perflint.project.CallTree;
import dev.perflint.project.Link;
import dev.perflint.project.Reach;
import dev.perflint.report.content.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The same as {@link GraphPage} in the language of Graphviz. */
final class GraphDot {
  private static final String BREAK = "\\n";

  private final Set<String> statements = new LinkedHashSet<>();
  private final Set<String> described = new LinkedHashSet<>();
  private final Set<String> roots = new LinkedHashSet<>();
  private final Set<String> hot = new LinkedHashSet<>();

  private GraphDot() {}

  static String of(List<Reach> reached) {
    GraphDot graph = new GraphDot();
    for (Reach reach : reached) {
      graph.roots.add(reach.method().id());
      List<String> way = reach.method().heat().methods();
      for (int i = 1; i < way.size(); i++) {
        graph.hot.add(way.get(i - 1) + " " + way.get(i));
      }
    }
    for (Reach reach : reached) {
      graph.callers(reach.callers());
      graph.callees(reach.callees());
    }
    StringBuilder text = new StringBuilder(2_000);
    text.append(
        "digraph perflint {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
    text.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
    graph.statements.forEach(statement -> text.append("  ").append(statement).append(";\n"));
    return text.append("}\n").toString();
  }

  private void callers(CallTree tree) {
    node(tree.method());
    for (CallTree.Branch branch : tree.branches()) {
      callers(branch.tree());
      edge(branch.tree().method(), tree.method(), branch.links());
    }
    more(tree, true);
  }

  private void callees(CallTree tree) {
    node(tree.method());
    for (CallTree.Does does : tree.does()) {
      String effect = does.role() + " " + does.what();
      statements.add(
          quoted(effect)
              + " [shape=note, style=filled, fillcolor=\"#fff3c4\", label="
              + quoted(CallWords.does(does.role(), does.what()))
              + "]");
      arrow(quoted(tree.method().id()), quoted(effect), CallWords.around(does.around()), "");
    }
    for (CallTree.Branch branch : tree.branches()) {
      callees(branch.tree());
      edge(tree.method(), branch.tree().method(), branch.links());
    }
    more(tree, false);
  }

  private void node(CallTree.Method method) {
    if (!described.add(method.id())) {
      return;
    }
    StringBuilder label = new StringBuilder(escaped(method.name()));
    label.append(BREAK).append(escaped(CallWords.shortPlace(method.at())));
    List<String> entries = CallWords.entries(method);
    entries.forEach(entry -> label.append(BREAK).append(escaped(entry)));
    List<String> attributes = new ArrayList<>();
    attributes.add("label=\"" + label + "\"");
    if (!entries.isEmpty()) {
      attributes.add("shape=cds");
      attributes.add("style=filled");
      attributes.add("fillcolor=\"#d9ecff\"");
    }
    if (roots.contains(method.id())) {
      attributes.add("penwidth=3");
    }
    statements.add(quoted(method.id()) + " [" + String.join(", ", attributes) + "]");
  }

  private void edge(CallTree.Method from, CallTree.Method to, List<Link> links) {
    Link link = links.get(0);
    String style = "";
    if (hot.contains(from.id() + " " + to.id())) {
      style += ", color=\"#c0392b\", penwidth=2";
    }
    if (link.likely()) {
      style += ", style=dashed";
    }
    arrow(quoted(from.id()), quoted(to.id()), CallWords.marks(link), style);
  }

  private void more(CallTree tree, boolean up) {
    if (tree.more() > 0) {
      String id = (up ? "callers of " : "callees of ") + tree.method().id();
      statements.add(quoted(id) + " [shape=plaintext, label=\"… " + tree.more() + " more\"]");
      String here = quoted(tree.method().id());
      String there = quoted(id);
      arrow(up ? there : here, up ? here : there, List.of(), ", style=dotted");
    }
  }

  private void arrow(String from, String to, List<String> marks, String style) {
    statements.add(
        from + " -> " + to + " [label=" + quoted(String.join(", ", marks)) + style + "]");
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** In a quoted string only these two mean something. */
  private static String escaped(String text) {
    return Printable.of(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
