package dev.perflint.analysis;

import dev.perflint.model.Notice;
import dev.perflint.source.Suppression;
import java.util.List;

/**
 * All that one file says: plain data that depends on nothing but the file, the rules and the
 * knowledge. Can be stored and merged later.
 *
 * @param path relative, as in findings
 * @param isTest whether it is test source, whose findings are off by default
 * @param interrupts whether something in the file interrupts threads or cancels tasks
 */
public record FileAnalysis(
    String path,
    int lines,
    boolean isTest,
    boolean interrupts,
    List<TypeFacts> types,
    List<Candidate> candidates,
    List<Suppression> suppressions,
    List<Notice> notices) {
  public FileAnalysis {
    types = List.copyOf(types);
    candidates = List.copyOf(candidates);
    suppressions = List.copyOf(suppressions);
    notices = List.copyOf(notices);
  }
}
