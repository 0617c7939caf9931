package dev.perflint.source;

import com.github.javaparser.ast.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The variables that a name may mean at one place, innermost first: an immutable chain like {@link
 * Frame}. Looking a name up costs a few comparisons; nothing is copied.
 */
public final class Scope {
  /** What declares a name. */
  public enum Kind {
    /** {@code VariableDeclarator} of a local, {@code for} or resource variable. */
    LOCAL,
    /** {@code Parameter} of a method, constructor, catch clause or record. */
    PARAMETER,
    /** {@code Parameter} of a lambda; its type may be inferred. */
    LAMBDA_PARAMETER,
    /** {@code VariableDeclarator} of a for-each; {@code var} means the element. */
    EACH,
    /** {@code TypePatternExpr}. */
    PATTERN,
    /**
     * A member without parameters: declares no name, but its frame is where its type variables and
     * local types are looked up.
     */
    MEMBER,
    /** A type body: a name may be one of its fields. */
    TYPE
  }

  private final Kind kind;
  private final String name;
  private final Node declaration;
  private final @Nullable Scope parent;
  private final Frame frame;

  Scope(Kind kind, String name, Node declaration, Frame frame, @Nullable Scope parent) {
    this.kind = kind;
    this.name = name;
    this.declaration = declaration;
    this.frame = frame;
    this.parent = parent;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** The node that declares the name. */
  public Node declaration() {
    return declaration;
  }

  /** What surrounds the declaration. */
  public Frame frame() {
    return frame;
  }

  /** The scope at the declaration, i.e. without it; empty outside of all types. */
  public Optional<Scope> outer() {
    return Optional.ofNullable(parent);
  }

  /** The next entry outwards; null at the end. For loops that must not allocate. */
  @Nullable Scope next() {
    return parent;
  }

  /**
   * The local variable or parameter of that name; stops at nothing, so a field of an inner type
   * between here and there has to be asked for first.
   */
  public Optional<Scope> local(String wanted) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.kind != Kind.TYPE && scope.name.equals(wanted)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
