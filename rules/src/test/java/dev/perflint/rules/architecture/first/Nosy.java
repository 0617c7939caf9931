package dev.perflint.rules.architecture.first;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.rules.architecture.second.Other;

/**
 * Breaks every law: looks at the merge's data, visits trees, knows another theme, can be extended.
 */
public class Nosy extends VoidVisitorAdapter<FileAnalysis> {
  private final Other other = new Other();

  @Override
  public void visit(CompilationUnit unit, FileAnalysis analysis) {
    other.look(analysis.path());
    super.visit(unit, analysis);
  }
}
