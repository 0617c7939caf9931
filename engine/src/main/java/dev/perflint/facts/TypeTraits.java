package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a declared type says of itself and of the types that extend it. */
public final class TypeTraits {
  /** It, or one of its methods, asks a container for transactions. */
  public static final String TRANSACTIONAL = "transactional";

  /** It does so as a whole. */
  public static final String TRANSACTIONAL_AS_A_WHOLE = "transactional-as-a-whole";

  /** A class that others of its package or file may use, and that says nothing to a container. */
  public static final String HIDDEN = "hidden";

  /** It stands in another type. */
  public static final String NESTED = "nested";

  /** A library calls its methods from outside, though none of them says so. */
  public static final String EXPOSED = "exposed";

  /** It tells something to whoever reads annotations, such as a container. */
  public static final String ANNOTATED = "annotated";

  /** Some field of it tells whoever reads annotations what to put there. */
  public static final String FILLED = "filled";

  private static final Set<String> EXPOSING =
      Set.of(
          "DirectRemoting",
          "ManagedBean",
          "ManagedResource",
          "RemoteProxy",
          "WebService",
          "WebServiceProvider");

  private TypeTraits() {}

  /** Those of a declared type, with what it says as an {@linkplain EntityTraits entity}. */
  public static List<String> of(Node type, Frame frame, FileContext file) {
    List<String> traits = new ArrayList<>(EntityTraits.of(type, frame, file));
    boolean whole = isTransactional(type, frame, file);
    if (whole) {
      traits.add(TRANSACTIONAL_AS_A_WHOLE);
    }
    if (whole
        || TypeMembers.of(type).stream().anyMatch(member -> isTransactional(member, frame, file))) {
      traits.add(TRANSACTIONAL);
    }
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      if (declared.isInterface()) {
        traits.addAll(UniqueProperties.ofRepository(type, file));
      } else if (isHidden(declared)) {
        traits.add(HIDDEN);
      }
      if (CalledByName.isMarkedItself(declared)) {
        traits.add(ANNOTATED);
      }
      if (declared.getFields().stream().anyMatch(CalledByName::isMarkedItself)) {
        traits.add(FILLED);
      }
      if (declared.isNestedType()) {
        traits.add(NESTED);
      }
      if (declared.getAnnotations().stream()
          .anyMatch(annotation -> EXPOSING.contains(annotation.getName().getIdentifier()))) {
        traits.add(EXPOSED);
      }
    }
    return traits;
  }

  private static boolean isHidden(ClassOrInterfaceDeclaration type) {
    return !type.isPublic()
        && !type.isProtected()
        && !type.isAbstract()
        && type.getAnnotations().isEmpty()
        && type.getMembers().stream().allMatch(TypeTraits::saysNothing);
  }

  private static boolean saysNothing(BodyDeclaration<?> member) {
    return member.getAnnotations().stream().allMatch(Annotations::isOverride);
  }

  private static boolean isTransactional(Node declared, Frame frame, FileContext file) {
    return declared instanceof NodeWithAnnotations<?> on
        && !on.getAnnotations().isEmpty()
        && Annotations.ofRole(on, Roles.TRANSACTION, file, frame).isPresent();
  }

  /** Whether something has it that a type extends or implements, as its head says. */
  public static Truth inherits(Frame type, String trait, FileContext file) {
    Truth truth = Truth.NO;
    for (var written : TypeMembers.supertypes(type.node())) {
      TypeRef supertype = file.names().resolve(written, type);
      if (!file.isOfLibrary(supertype)) {
        truth = truth.or(Truth.open(new Question.EntityHas(file.erased(supertype), trait)));
      }
    }
    return truth;
  }
}
