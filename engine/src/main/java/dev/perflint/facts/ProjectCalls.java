package dev.perflint.facts;

import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;

/** What calls do that may be calls of the project's own methods. */
public final class ProjectCalls {
  private ProjectCalls() {}

  /**
   * Whether the called method does something of that role. Open, since the merge knows what methods
   * do; NO for a call of a library, of an array or of nobody knows what.
   */
  public static Truth does(FileContext file, Site call, String role) {
    TypeRef owner = file.calls().owner(call);
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || owner instanceof TypeRef.Named named && !file.isOpen(named);
    return elsewhere
        ? Truth.NO
        : Truth.open(
            new Question.Does(file.calls().method(call, owner, Calls.nameOf(call.node())), role));
  }
}
