package dev.perflint.fix;

import dev.perflint.model.TextEdit;
import dev.perflint.source.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Makes and applies text edits. */
public final class Edits {
  private Edits() {}

  /** Replaces the text between two offsets. */
  public static TextEdit replace(SourceUnit unit, int start, int end, String text) {
    return new TextEdit(start, end, unit.source().lines().region(start, end), text);
  }

  public static TextEdit insert(SourceUnit unit, int offset, String text) {
    return replace(unit, offset, offset, text);
  }

  /**
   * Applies the edits of several fixes to one text. Equal insertions of several fixes, such as an
   * import or a constant that two of them need, are made once; a fix whose edits overlap those of
   * an earlier one is left out.
   *
   * @param fixes the edits of each fix
   */
  public static String apply(String text, Collection<List<TextEdit>> fixes) {
    TreeSet<TextEdit> accepted =
        new TreeSet<>(
            (a, b) ->
                a.compareTo(b) != 0 ? a.compareTo(b) : a.replacement().compareTo(b.replacement()));
    for (List<TextEdit> fix : fixes) {
      if (fix.stream().noneMatch(edit -> conflicts(edit, accepted))) {
        accepted.addAll(fix);
      }
    }
    StringBuilder result = new StringBuilder(text.length() + 256);
    int at = 0;
    for (TextEdit edit : new ArrayList<>(accepted)) {
      result.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return result.append(text, at, text.length()).toString();
  }

  private static boolean conflicts(TextEdit edit, Collection<TextEdit> accepted) {
    for (TextEdit other : accepted) {
      boolean same = other.equals(edit);
      boolean overlaps = edit.start() < other.end() && other.start() < edit.end();
      if (overlaps && !same) {
        return true;
      }
    }
    return false;
  }
}
