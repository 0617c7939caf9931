package dev.perflint.facts;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;

/** What methods of other files do with an argument, as questions for the merge. */
public final class HandOvers {
  /** It is closed, or at least nobody keeps it. */
  public static final String DROPS = "drops";

  /** It is given a limit on how long it waits. */
  public static final String LIMITS = "limits";

  /** The function is called for each of several elements, one after the other. */
  public static final String ITERATES = "iterates";

  private HandOvers() {}

  /** The method that a call means, if the project may declare it. */
  static Optional<MethodRef> projectMethod(MethodCallExpr call, FileContext file) {
    Optional<Site> site = file.unit().sites().at(call);
    if (site.isEmpty()) {
      return Optional.empty();
    }
    TypeRef owner = file.calls().owner(site.get());
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || owner instanceof TypeRef.Named named && !file.isOpen(named);
    return elsewhere
        ? Optional.empty()
        : Optional.of(file.calls().method(site.get(), owner, call.getNameAsString()));
  }

  /** Whether the method does that to the argument. */
  public static Truth does(Handling.Handed handed, String what) {
    return Truth.open(new Question.DoesTo(handed.method(), handed.argument(), what));
  }
}
