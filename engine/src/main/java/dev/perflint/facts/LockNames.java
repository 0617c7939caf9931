package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.Optional;
import java.util.Set;

/** Which lock an expression means: a class, an object that is {@code this}, or a field. */
final class LockNames {
  private static final Set<String> PARTS = Set.of("readLock", "writeLock");

  private final FileContext file;

  LockNames(FileContext file) {
    this.file = file;
  }

  /** Empty for a local that holds no field, a parameter, an element, or a field of elsewhere. */
  Optional<HeldLock.Name> of(Expression lock, Site site) {
    return of(lock, site, true);
  }

  private Optional<HeldLock.Name> of(Expression lock, Site site, boolean followLocal) {
    if (lock.isEnclosedExpr()) {
      return of(lock.asEnclosedExpr().getInner(), site, followLocal);
    }
    if (lock instanceof ThisExpr self) {
      return self.getTypeName().isEmpty()
          ? site.frame().nearest(Frame.Kind.TYPE).map(this::ofObject)
          : typeNamed(self.getTypeName().get().getIdentifier(), site.frame()).map(this::ofObject);
    }
    if (lock instanceof ClassExpr literal) {
      return ofClass(literal, site);
    }
    if (lock instanceof MethodCallExpr call) {
      return ofCall(call, site, followLocal);
    }
    if (lock instanceof FieldAccessExpr access) {
      return ofAccess(access, site);
    }
    if (lock instanceof NameExpr name) {
      Optional<Scope> local = site.scope().local(name.getNameAsString());
      if (local.isEmpty()) {
        return field(name.getNameAsString(), site.frame());
      }
      return followLocal && local.get().declaration() instanceof VariableDeclarator variable
          ? variable.getInitializer().flatMap(value -> of(value, site, false))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** The monitor of the object, or of the class, that a synchronized method belongs to. */
  Optional<HeldLock.Name> ofMethod(Frame method, boolean isStatic) {
    return method.nearest(Frame.Kind.TYPE).map(type -> isStatic ? ofType(type) : ofObject(type));
  }

  private HeldLock.Name ofObject(Frame type) {
    return new HeldLock.Name(file.names().qualifiedName(type) + ".this", type, false);
  }

  private HeldLock.Name ofType(Frame type) {
    return new HeldLock.Name(file.names().qualifiedName(type) + ".class", type, true);
  }

  private Optional<HeldLock.Name> ofClass(ClassExpr literal, Site site) {
    TypeRef type = file.names().resolve(literal.getType(), site.frame());
    return type instanceof TypeRef.Named named
        ? site.frame()
            .nearest(Frame.Kind.TYPE)
            .map(holder -> new HeldLock.Name(named.name() + ".class", holder, true))
        : Optional.empty();
  }

  /** {@code getClass()} and the two parts of a {@code ReadWriteLock}, which go by its name. */
  private Optional<HeldLock.Name> ofCall(MethodCallExpr call, Site site, boolean followLocal) {
    if (call.getNameAsString().equals("getClass") && call.getScope().isEmpty()) {
      return site.frame().nearest(Frame.Kind.TYPE).map(this::ofType);
    }
    return PARTS.contains(call.getNameAsString()) && call.getScope().isPresent()
        ? of(call.getScope().get(), site, followLocal)
        : Optional.empty();
  }

  private Optional<HeldLock.Name> ofAccess(FieldAccessExpr access, Site site) {
    String field = access.getNameAsString();
    if (access.getScope() instanceof ThisExpr self) {
      Optional<Frame> type =
          self.getTypeName().isEmpty()
              ? site.frame().nearest(Frame.Kind.TYPE)
              : typeNamed(self.getTypeName().get().getIdentifier(), site.frame());
      return type.flatMap(holder -> fieldOf(holder, field));
    }
    return access.getScope() instanceof NameExpr type
            && site.scope().local(type.getNameAsString()).isEmpty()
        ? typeNamed(type.getNameAsString(), site.frame()).flatMap(holder -> fieldOf(holder, field))
        : Optional.empty();
  }

  private static Optional<Frame> typeNamed(String name, Frame from) {
    for (Frame at = from; at != null; at = at.parent()) {
      if (at.node() instanceof TypeDeclaration<?> type && type.getNameAsString().equals(name)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Optional<HeldLock.Name> field(String name, Frame from) {
    for (Frame at = from; at != null; at = at.parent()) {
      Optional<HeldLock.Name> found =
          at.kind() == Frame.Kind.TYPE ? fieldOf(at, name) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<HeldLock.Name> fieldOf(Frame type, String name) {
    return declaration(type, name)
        .map(
            variable -> {
              boolean isStatic = ((FieldDeclaration) parent(variable)).isStatic();
              String text = file.names().qualifiedName(type) + "." + name;
              return new HeldLock.Name(text, type, isStatic);
            });
  }

  private static Node parent(VariableDeclarator variable) {
    return variable.getParentNode().orElseThrow();
  }

  private static Optional<VariableDeclarator> declaration(Frame type, String name) {
    for (Node member : TypeMembers.of(type.node())) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          if (variable.getNameAsString().equals(name)) {
            return Optional.of(variable);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What the variable or field of that name is initialised with. */
  Optional<Expression> value(Expression lock, Site site) {
    if (lock instanceof NameExpr name) {
      Optional<Scope> local = site.scope().local(name.getNameAsString());
      if (local.isPresent()) {
        return local.get().declaration() instanceof VariableDeclarator variable
            ? variable.getInitializer()
            : Optional.empty();
      }
    }
    return of(lock, site, false)
        .flatMap(
            held ->
                declaration(held.holder(), held.text().substring(held.text().lastIndexOf('.') + 1)))
        .flatMap(VariableDeclarator::getInitializer);
  }
}
