package dev.perflint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.Comment;
import dev.perflint.model.Notice;
import java.util.List;
import java.util.Optional;

/**
 * What the parser made of a text.
 *
 * @param unit empty when nothing could be read; may lack statements or members when there are
 *     notices. Comments are not attached to its nodes
 * @param comments all of them, in the order of the text
 * @param notices none for a text without syntax problems
 * @param escapesDecoded the text only parsed after its Unicode escapes were decoded: nodes begin
 *     where they begin in the text, but a node whose last character was written as an escape ends
 *     at the start of that escape; do not edit such a text
 */
public record ParsedSource(
    Optional<CompilationUnit> unit,
    List<Comment> comments,
    List<Notice> notices,
    boolean escapesDecoded) {
  public ParsedSource {
    comments = List.copyOf(comments);
    notices = List.copyOf(notices);
  }
}
