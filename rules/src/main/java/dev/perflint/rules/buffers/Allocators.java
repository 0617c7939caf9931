package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Literals;
import dev.perflint.facts.MethodRoles;
import dev.perflint.facts.ValueUses;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a method gets buffers of Netty from. */
final class Allocators {
  private static final String BUFFER = "io.netty.buffer.ByteBuf";

  /** What has a method {@code alloc()}, and the allocator itself. */
  private static final List<TypeRef> HOLDERS =
      Stream.of(
              "io.netty.channel.ChannelHandlerContext",
              "io.netty.channel.Channel",
              "io.netty.channel.socket.SocketChannel",
              "io.netty.buffer.ByteBufAllocator")
          .map(TypeRef::named)
          .map(TypeRef.class::cast)
          .toList();

  private Allocators() {}

  /** In a method, where a variable has one, or the object itself, which is a buffer. */
  static Truth areAtHand(Match match) {
    Optional<MethodDeclaration> method = method(match);
    if (method.isEmpty()) {
      return Truth.NO;
    }
    if (variable(match).isPresent()) {
      return Truth.SURE;
    }
    Optional<Frame> type = match.site().frame().nearest(Frame.Kind.TYPE);
    return type.isPresent() && !method.get().isStatic()
        ? match.file().roles().typeIsA(type.get(), BUFFER)
        : Truth.NO;
  }

  static String holder(Match match) {
    return variable(match).map(name -> "`" + name + "`").orElse("the buffer around");
  }

  /** {@code Unpooled.buffer(0)} takes a constant. */
  static boolean isOfNoBytes(Match match) {
    Optional<Expression> size = match.argument(0);
    return size.isPresent() && Literals.number(size.get(), match.site().scope()).orElse(1) == 0;
  }

  /** Nobody else gets it, and a pool would want it back. */
  static boolean areOfNoUse(Match match) {
    ValueUses.Way way = new ValueUses.Way(Allocators::returnsItself, other -> false, false);
    return match.node() instanceof MethodCallExpr made
        && ValueUses.of(match.file(), made, way).stream()
            .noneMatch(
                use ->
                    use.kind() == ValueUses.Kind.ARGUMENT || use.kind() == ValueUses.Kind.ESCAPES);
  }

  /** {@code buffer.writeInt(1)} gives the buffer. */
  private static boolean returnsItself(Site call) {
    String name = Calls.nameOf(call.node());
    return name.startsWith("write") && !name.equals("write") && !name.equals("writeAndFlush")
        || name.startsWith("set")
        || name.startsWith("addComponent");
  }

  private static Optional<String> variable(Match match) {
    for (Scope at = match.site().scope(); at != null; at = at.outer().orElse(null)) {
      Optional<Type> type = type(at.declaration());
      if (type.isPresent() && isHolder(type.get(), at.frame(), match)) {
        return Optional.of(at.name());
      }
      if (at.kind() == Scope.Kind.TYPE) {
        return isStatic(match) ? Optional.empty() : field(at, match);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> field(Scope scope, Match match) {
    return scope.declaration() instanceof TypeDeclaration<?> type
        ? type.getFields().stream()
            .filter(field -> isHolder(field.getElementType(), match.site().frame(), match))
            .map(field -> field.getVariable(0).getNameAsString())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Type> type(Node declaration) {
    if (declaration instanceof Parameter parameter) {
      return Optional.of(parameter.getType());
    }
    return declaration instanceof VariableDeclarator variable
        ? Optional.of(variable.getType())
        : Optional.empty();
  }

  private static boolean isHolder(Type written, Frame frame, Match match) {
    return written.isClassOrInterfaceType() && isHolder(match.file().typeOf(written, frame));
  }

  private static boolean isHolder(TypeRef type) {
    return HOLDERS.contains(type)
        || type instanceof TypeRef.OneOf oneOf
            && oneOf.names().stream().map(TypeRef::named).anyMatch(HOLDERS::contains);
  }

  private static boolean isStatic(Match match) {
    return method(match).filter(MethodDeclaration::isStatic).isPresent();
  }

  private static Optional<MethodDeclaration> method(Match match) {
    return MethodRoles.callable(match.site().frame())
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast);
  }
}
