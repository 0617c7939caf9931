package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;

/** Who asks for what a function or method gives. */
public final class Askers {
  private Askers() {}

  /**
   * Whether the project's own code asks for what is made at a site and returned. What a function
   * gives, or a method that a library's type declares, may go to a library.
   */
  public static Truth areOwnCode(Site made, FileContext file) {
    Frame at = made.frame();
    for (; !at.isMember(); at = at.parent()) {
      if (at.kind() == Frame.Kind.LAMBDA || at.parent() == null) {
        return Truth.NO;
      }
    }
    if (!(at.node() instanceof MethodDeclaration method) || !Annotations.sayOverride(method)) {
      return Truth.SURE;
    }
    Frame type = at.nearest(Frame.Kind.TYPE).orElseThrow();
    Truth own = Truth.NO;
    for (ClassOrInterfaceType written : TypeMembers.supertypes(type.node())) {
      TypeRef supertype = file.erased(file.typeOf(written, type));
      if (!file.isOfLibrary(supertype)) {
        own = own.or(Truth.open(new Question.IsForeign(supertype)).not());
      }
    }
    return own;
  }
}
