package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that send a request and wait for the answer, beyond the members that knowledge lists one by
 * one: those of clients that do nothing else, of the stubs that gRPC generates, and waits at the
 * end of a chain that sends.
 */
public final class RemoteCalls {
  /** Calls on what stands for an answer that return when it is there, with a limit or without. */
  private static final Set<String> WAITS =
      Set.of("get", "join", "block", "blockFirst", "blockLast", "blockOptional");

  /** What a client does by itself, without asking anybody. */
  private static final Set<String> LOCAL =
      Set.of(
          "builder",
          "close",
          "create",
          "equals",
          "generatePresignedUrl",
          "getCachedResponseMetadata",
          "getCallOptions",
          "getChannel",
          "getClass",
          "getClientConfiguration",
          "getPresignedObjectUrl",
          "getPresignedPostFormData",
          "getRegion",
          "getRegionName",
          "getUrl",
          "hashCode",
          "serviceClientConfiguration",
          "serviceName",
          "shutdown",
          "toString",
          "utilities",
          "waiter",
          "waiters");

  private RemoteCalls() {}

  /** Whether a call is one, as far as its file shows. */
  public static Truth is(FileContext file, Site site) {
    return file.calls().plays(site, Roles.REMOTE_CALL).or(isUnlisted(file, site));
  }

  /** The same without the members that knowledge lists, for those who have asked for these. */
  public static Truth isUnlisted(FileContext file, Site site) {
    return ofClient(file, site).or(isWait(file, site));
  }

  /** Open for calls of project methods: the merge knows what they do. */
  public static Truth through(FileContext file, Site site) {
    Optional<MethodRef> event = Events.published(file, site);
    if (event.isPresent()) {
      return Truth.open(new Question.Does(event.get(), Roles.REMOTE_CALL));
    }
    return ProjectCalls.does(file, site, Roles.REMOTE_CALL);
  }

  /**
   * A URL that nobody here makes from a text is as good as always one of the class path: {@code
   * loader.getResource(name).openStream()}.
   */
  public static boolean mayReadResource(Site site) {
    if (!(site.node() instanceof MethodCallExpr call)
        || !call.getNameAsString().equals("openStream")) {
      return false;
    }
    return call.getScope().filter(url -> isMade(url, site)).isEmpty();
  }

  private static boolean isMade(Expression url, Site site) {
    Expression at = url;
    if (at instanceof NameExpr name) {
      at = ValueOrigins.variable(name, site).flatMap(v -> v.getInitializer()).orElse(at);
    }
    return at.isObjectCreationExpr()
        || at instanceof MethodCallExpr call && call.getNameAsString().equals("toURL");
  }

  private static Truth ofClient(FileContext file, Site site) {
    if (RemoteReferences.isCall(file, site)) {
      return Truth.LIKELY;
    }
    String name = Calls.nameOf(site.node());
    if (LOCAL.contains(name)
        || name.startsWith("with")
        || name.startsWith("set")
        || name.endsWith("Paginator")) {
      return Truth.NO;
    }
    TypeRef owner = file.calls().owner(site);
    if (owner instanceof TypeRef.Named named && clients(file.knowledge()).contains(named.name())) {
      return Truth.SURE;
    }
    return isStub(owner) ? Truth.LIKELY : Truth.NO;
  }

  private static Set<String> clients(Knowledge knowledge) {
    return knowledge.derived(RemoteCalls.class, all -> Set.copyOf(all.types(Roles.REMOTE_CLIENT)));
  }

  /**
   * {@code StockGrpc.StockBlockingStub}, or what makes or adapts one: the generated source is
   * rarely in the project, but the generator gives no other names.
   */
  private static boolean isStub(TypeRef type) {
    if (type instanceof TypeRef.ReturnOf made) {
      return made.method().equals("newBlockingStub") && isGrpc(made.receiver())
          || made.method().startsWith("with") && isStub(made.receiver());
    }
    if (!(type instanceof TypeRef.Named named) || !named.name().endsWith("BlockingStub")) {
      return false;
    }
    String outer = named.name().substring(0, Math.max(0, named.name().lastIndexOf('.')));
    return outer.endsWith("Grpc");
  }

  private static boolean isGrpc(TypeRef type) {
    return type instanceof TypeRef.Named named && named.name().endsWith("Grpc");
  }

  /** {@code send(record).get()}, {@code bodyToMono(Price.class).block()}. */
  private static Truth isWait(FileContext file, Site site) {
    if (!(site.node() instanceof MethodCallExpr call) || !WAITS.contains(call.getNameAsString())) {
      return Truth.NO;
    }
    Truth truth = Truth.NO;
    for (MethodCallExpr origin : ValueOrigins.ofReceiver(site)) {
      truth = truth.or(file.calls().plays(file.siteOf(origin, site), Roles.STARTS_REMOTE));
    }
    return truth;
  }

  /** The client and what is asked of it, in short, for messages: "S3Client.putObject". */
  public static String text(FileContext file, Site site) {
    String name = Calls.nameOf(site.node());
    return file.calls().owner(site) instanceof TypeRef.Named named
        ? named.name().substring(named.name().lastIndexOf('.') + 1) + "." + name
        : name;
  }
}
