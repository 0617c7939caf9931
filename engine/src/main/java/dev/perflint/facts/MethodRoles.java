package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.EntryPoint;
import dev.perflint.knowledge.EntryPoints;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the member around a site runs once: static init, constructor, bean method, {@code main},
 * set-up. Answers NO unless there is positive evidence.
 */
public final class MethodRoles {
  private final FileContext file;
  private final Map<Node, Truth> known = new IdentityHashMap<>();

  MethodRoles(FileContext file) {
    this.file = file;
  }

  /**
   * Whether what stands in this frame runs once in the life of its object or program. A loop in it
   * does not change that: ask {@link Loops} too.
   */
  public Truth runsOnce(Frame frame) {
    Optional<Frame> member = frame.member();
    if (member.isEmpty()) {
      return Truth.NO;
    }
    if (isInsideLambdaOf(frame, member.get())) {
      // A lambda in a field or constructor is a function: it runs whenever somebody calls it.
      return Truth.NO;
    }
    return ofMember(member.get());
  }

  private static boolean isInsideLambdaOf(Frame frame, Frame member) {
    for (Frame at = frame; at != null && at != member; at = at.parent()) {
      if (at.kind() == Frame.Kind.LAMBDA) {
        return true;
      }
    }
    return false;
  }

  private Truth ofMember(Frame member) {
    Node node = member.node();
    Truth before = known.get(node);
    if (before != null) {
      return before;
    }
    // Methods that call each other in a ring are no evidence for one another.
    known.put(node, Truth.NO);
    Truth answer = compute(member);
    known.put(node, answer);
    return answer;
  }

  private Truth compute(Frame member) {
    switch (member.kind()) {
      case FIELD, INITIALIZER, CONSTRUCTOR:
        return Truth.of(!isPerCallObject(member));
      case METHOD:
        break;
      default:
        return Truth.NO;
    }
    MethodDeclaration method = (MethodDeclaration) member.node();
    if (isMain(method)) {
      return Truth.SURE;
    }
    if (Annotations.find(method, file.knowledge().annotations("runs-once"), file.names(), member)
        .isPresent()) {
      return Truth.SURE;
    }
    Truth startUp = startUp(method, member);
    if (!startUp.isNo()) {
      return startUp;
    }
    return Truth.of(calledOnlyFromInit(method, member));
  }

  /** An anonymous class is made where it stands, so its fields are as hot as that place. */
  private static boolean isPerCallObject(Frame member) {
    Frame type = member.parent();
    return type != null
        && type.kind() == Frame.Kind.TYPE
        && !(type.node() instanceof TypeDeclaration<?>)
        && member.kind() != Frame.Kind.FIELD;
  }

  private static boolean isMain(MethodDeclaration method) {
    return method.getNameAsString().equals("main")
        && method.isStatic()
        && method.getParameters().size() == 1
        && method.getType().isVoidType();
  }

  private Truth startUp(MethodDeclaration method, Frame member) {
    Truth truth = Truth.NO;
    for (EntryPoint entry : EntryPoints.of(file.knowledge()).ofMethod(method.getNameAsString())) {
      if (entry.kind() == EntryKind.START_UP && entry.supertype().isPresent()) {
        Optional<Frame> type = member.nearest(Frame.Kind.TYPE);
        if (type.isPresent()) {
          truth = truth.or(startUp(entry, method, type.get()));
        }
      }
    }
    return truth;
  }

  private Truth startUp(EntryPoint entry, MethodDeclaration method, Frame type) {
    return isHandedWhatItTakes(entry, method, type)
        ? typeIsA(type, entry.supertype().orElseThrow())
        : Truth.NO;
  }

  /** Whether an entry point holds for methods with such parameters. */
  public boolean isHandedWhatItTakes(EntryPoint entry, MethodDeclaration method, Frame type) {
    return entry.takes().isEmpty()
        || method.getParameters().stream()
            .map(parameter -> file.names().resolve(parameter.getType(), type))
            .anyMatch(
                handed ->
                    handed instanceof TypeRef.Named named && entry.takes().contains(named.name()));
  }

  /**
   * Whether the type whose body the frame is has that supertype, judged by what it extends and
   * implements.
   */
  public Truth typeIsA(Frame typeFrame, String supertype) {
    Truth truth = Truth.NO;
    for (TypeRef written : writtenSupertypes(typeFrame)) {
      truth = truth.or(file.types().resolver().isA(written, supertype));
    }
    return truth;
  }

  private List<TypeRef> writtenSupertypes(Frame typeFrame) {
    return TypeMembers.supertypes(typeFrame.node()).stream()
        .map(type -> file.names().resolve(type, typeFrame))
        .toList();
  }

  /**
   * A private method that only constructors, initialisers and other init methods of this file call.
   */
  private boolean calledOnlyFromInit(MethodDeclaration method, Frame member) {
    if (!method.isPrivate()) {
      return false;
    }
    String name = method.getNameAsString();
    int calls = 0;
    for (Site site : file.unit().sites().calls(name)) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (call.getArguments().size() == method.getParameters().size()) {
        calls++;
        boolean once =
            site.frame().member().filter(m -> m.node() != method).isPresent()
                && !file.loops().around(site).stream().anyMatch(Loop::isUnbounded)
                && runsOnce(site.frame()).equals(Truth.SURE);
        if (!once) {
          return false;
        }
      }
    }
    for (Site site : file.unit().sites(MethodReferenceExpr.class)) {
      if (((MethodReferenceExpr) site.node()).getIdentifier().equals(name)) {
        return false;
      }
    }
    return calls > 0;
  }

  /** Whether an annotation says that the method's callers do not wait for it. */
  public boolean runsLater(MethodDeclaration method, Frame frame) {
    return handedOver(method, frame, file).isPresent();
  }

  /** What says so: on the method, or on the class for all that others may call. */
  static Optional<AnnotationExpr> handedOver(
      MethodDeclaration method, Frame frame, FileContext file) {
    return method.isStatic()
        ? Annotations.ofRole(method, Roles.RUNS_LATER, file, frame)
        : Annotations.ofMethod(method, Roles.RUNS_LATER, file, frame);
  }

  /** Whether an annotation on the method around has a container call it. */
  public boolean isEntry(Frame frame) {
    return callable(frame)
        .filter(method -> !method.getAnnotations().isEmpty())
        .flatMap(
            method ->
                Annotations.find(
                    method, EntryPoints.of(file.knowledge()).annotations(), file.names(), frame))
        .isPresent();
  }

  /** Whether an annotation says that a cache answers instead of the method around, where it can. */
  public boolean isCached(Frame frame) {
    return callable(frame)
        .filter(method -> !method.getAnnotations().isEmpty())
        .flatMap(
            method ->
                Annotations.find(
                    method, file.knowledge().annotations(Roles.MEMOIZES), file.names(), frame))
        .isPresent();
  }

  /** Whether a container sets what the configuration says on what the method around returns. */
  public boolean bindsSettings(Frame frame) {
    return isAnnotated(frame, Roles.BINDS_SETTINGS);
  }

  /** Whether a container keeps what the method around returns. */
  public boolean makesBean(Frame frame) {
    return isAnnotated(frame, Roles.MAKES_BEAN);
  }

  private boolean isAnnotated(Frame frame, String role) {
    return callable(frame)
        .filter(MethodDeclaration.class::isInstance)
        .flatMap(
            method ->
                Annotations.find(method, file.knowledge().annotations(role), file.names(), frame))
        .isPresent();
  }

  /**
   * The callable around a frame, if it is in one; lambdas belong to the method that they are
   * written in.
   */
  public static Optional<CallableDeclaration<?>> callable(Frame frame) {
    return frame
        .member()
        .map(Frame::node)
        .filter(CallableDeclaration.class::isInstance)
        .map(n -> (CallableDeclaration<?>) n);
  }
}
