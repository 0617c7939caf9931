package dev.perflint.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.perflint.model.Region;
import java.util.List;
import java.util.Optional;

/**
 * One parsed file: its text, its tree and the index that one walk has built. Lives as long as the
 * file's analysis.
 */
public final class SourceUnit {
  private final SourceText source;
  private final CompilationUnit tree;
  private final Sites sites;

  public SourceUnit(SourceText source, CompilationUnit tree) {
    this.source = source;
    this.tree = tree;
    this.sites = TreeWalk.index(tree);
  }

  public SourceText source() {
    return source;
  }

  public CompilationUnit tree() {
    return tree;
  }

  public Sites sites() {
    return sites;
  }

  /** The package's name; empty for the default package. */
  public String packageName() {
    return tree.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
  }

  /** Where a node stands; JavaParser's end column is inclusive, ours exclusive. */
  public Region region(Node node) {
    Range range = range(node);
    return new Region(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
  }

  /**
   * From the start of one node to the end of another, e.g. from a call's name to its last argument.
   */
  public Region region(Node from, Node to) {
    Range first = range(from);
    Range last = range(to);
    return new Region(first.begin.line, first.begin.column, last.end.line, last.end.column + 1);
  }

  /** Offset of a node's first character. */
  public int start(Node node) {
    Range range = range(node);
    return source.lines().offset(range.begin);
  }

  /** Offset behind a node's last character. */
  public int end(Node node) {
    Range range = range(node);
    return source.lines().endOffset(range);
  }

  /** The node exactly as written. */
  public String text(Node node) {
    return source.text().substring(start(node), end(node));
  }

  private static Range range(Node node) {
    Optional<Range> range = node.getRange();
    for (Node up = node; range.isEmpty() && up.getParentNode().isPresent(); range = up.getRange()) {
      up = up.getParentNode().get();
    }
    return range.orElseThrow(() -> new IllegalStateException("a tree without positions"));
  }

  /** All sites of a node class, in the order of the walk. */
  public <N extends Node> List<Site> sites(Class<N> type) {
    return sites.of(type);
  }
}
