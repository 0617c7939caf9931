package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Askers;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Closings;
import dev.perflint.facts.HandOvers;
import dev.perflint.facts.Handling;
import dev.perflint.facts.HandlingReader;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.facts.TimeLimits;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Certainty;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What limits a client, connection or call that has none by itself. */
final class ClientLimits {
  static final String URL_STREAM = "url-stream";
  static final String URL_CONNECTION = "url-connection";
  static final String JDK = "jdk-http";
  static final String APACHE = "apache-4";
  static final String REST_TEMPLATE = "rest-template";
  static final String WEB_CLIENT = "web-client";
  static final String JAX_RS = "jax-rs";
  static final String SOCKET = "socket";

  /** Over HttpURLConnection, to which the system properties apply. */
  private static final Set<String> BY_PROPERTY =
      Set.of(URL_STREAM, URL_CONNECTION, REST_TEMPLATE, JAX_RS);

  private static final Set<String> PER_REQUEST = Set.of(APACHE, JAX_RS, WEB_CLIENT);

  private static final List<String> EVENTS = List.of("text/event-stream", "TEXT_EVENT_STREAM");
  private static final Set<String> STREAMS =
      Set.of("bodyToFlux", "exchangeToFlux", "ofLines", "ofPublisher", "fromLineSubscriber");

  private ClientLimits() {}

  static String kind(Match match) {
    return match.known().map(known -> known.kind()).orElse("");
  }

  private static Handling handled(Match match) {
    return match
        .file()
        .once(
            Handling.class,
            match.node(),
            () -> HandlingReader.of((Expression) match.node(), match.file()));
  }

  /** A URL may lead to a file, and a connection may be one of those. */
  static boolean isHttp(Match match) {
    return RemoteUrls.isHttp(match, handled(match));
  }

  /** Somebody waits for what a connection brings, here or in another file. */
  static Truth isRead(Match match) {
    boolean here =
        handled(match).on().stream()
            .map(call -> match.file().calls().plays(site(call, match), Roles.REMOTE_CALL))
            .anyMatch(Truth::mayBeReported);
    return here || !handled(match).leaves()
        ? Truth.of(here)
        : Askers.areOwnCode(match.site(), match.file());
  }

  /** Somebody gets the stream of a socket to read from. */
  static boolean isReadAsStream(Match match) {
    return !(match.node() instanceof MethodReferenceExpr)
        && handled(match).on().stream()
            .anyMatch(call -> Calls.nameOf(call).equals("getInputStream"));
  }

  /** The socket, or the stream that is read, lives on in a field. */
  static boolean isKeptInField(Match match) {
    return match.node().getParentNode().orElse(null) instanceof VariableDeclarator variable
            && variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent()
        || isKept((Expression) match.node(), match)
        || keepsStream(match);
  }

  /** By the one who makes it, or by another file that gets hold of it. */
  static Truth isGiven(Match match) {
    String kind = kind(match);
    if (kind.equals(URL_STREAM)) {
      return Truth.NO;
    }
    TimeLimits limits = TimeLimits.of(match.file());
    if (kind.equals(JDK)) {
      return Truth.of(match.argument(0).map(limits::value).orElse(Certainty.SURE));
    }
    if (!(match.node() instanceof Expression) || match.node() instanceof MethodReferenceExpr) {
      return Truth.UNKNOWN;
    }
    Handling handled = handled(match);
    Truth given =
        Truth.of(
            kind.equals(URL_CONNECTION)
                ? limits.later(handled.here())
                : limits.of((Expression) match.node(), handled.here()));
    for (Handling.Handed handed : handled.handed()) {
      given = given.or(HandOvers.does(handed, HandOvers.LIMITS));
    }
    return handled.leaves()
        ? given
            .or(LimitsElsewhere.onClients(kind))
            .or(LimitsElsewhere.onBean(match.site(), match.file()))
        : given;
  }

  /** Some request in this file has a limit, or one of another file may have. */
  static Truth isPerRequest(Match match) {
    String kind = kind(match);
    if (!PER_REQUEST.contains(kind)) {
      return Truth.NO;
    }
    if (kind.equals(APACHE)
        && SentRequests.areWithoutLimit(handled(match), match.site(), match.file())) {
      return Truth.NO;
    }
    Truth limited = Truth.NO;
    for (Site site : match.file().unit().sites(MethodCallExpr.class)) {
      for (Calls.Known known : match.file().calls().known(site, Roles.LIMITS_REQUEST)) {
        if (known.member().kind().equals(kind) && LimitsElsewhere.mayLimit(site, match.file())) {
          // A method of the file's own may be called the same.
          limited = limited.or(known.truth());
        }
      }
    }
    if (!limited.isNo()) {
      return limited;
    }
    return sendsOwnRequests(match) ? Truth.NO : LimitsElsewhere.onRequests(kind);
  }

  private static boolean sendsOwnRequests(Match match) {
    Handling handled = handled(match);
    return !handled.leaves()
        && !handled.lost()
        && handled.on().stream()
            .map(call -> site(call, match))
            .filter(site -> match.file().calls().plays(site, Roles.REMOTE_CALL).mayBeReported())
            .allMatch(site -> isNew(Calls.arguments(site.node()), site));
  }

  private static boolean isNew(List<Expression> arguments, Site site) {
    Optional<Expression> request = arguments.stream().findFirst();
    if (request.isPresent() && request.get() instanceof NameExpr name) {
      return site.scope()
          .local(name.getNameAsString())
          .filter(local -> local.declaration() instanceof VariableDeclarator)
          .flatMap(local -> ((VariableDeclarator) local.declaration()).getInitializer())
          .filter(Expression::isObjectCreationExpr)
          .isPresent();
    }
    return request.filter(Expression::isObjectCreationExpr).isPresent();
  }

  /** Some file sets the limit of all connections of the JDK. */
  static Truth isByProperty(Match match) {
    return BY_PROPERTY.contains(kind(match))
        ? LimitsElsewhere.byProperty(Roles.SETS_TIMEOUT)
        : Truth.NO;
  }

  /**
   * {@code new RestTemplate().getMessageConverters()}; no request of these goes without arguments.
   */
  static boolean isAsked(Match match) {
    return Set.of(REST_TEMPLATE, APACHE).contains(kind(match))
        && match.node().getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(scope -> scope == match.node()).isPresent()
        && call.getArguments().isEmpty();
  }

  /** It is meant to wait until there is an event. */
  static boolean readsStream(Match match) {
    String text = match.file().unit().source().text();
    return keepsAnswer(match)
        || EVENTS.stream().anyMatch(text::contains)
        || STREAMS.stream().anyMatch(name -> text.contains("." + name + "("));
  }

  /** The stream of a connection lives on in a field: somebody waits for what comes next. */
  private static boolean keepsAnswer(Match match) {
    return kind(match).equals(URL_CONNECTION) && keepsStream(match);
  }

  private static boolean keepsStream(Match match) {
    return handled(match).on().stream()
        .filter(call -> Calls.nameOf(call).equals("getInputStream"))
        .anyMatch(stream -> isKept(stream, match));
  }

  private static boolean isKept(Expression stream, Match match) {
    return stream.getParentNode().orElse(null) instanceof AssignExpr assign
        && (assign.getTarget().isFieldAccessExpr()
            || assign.getTarget() instanceof NameExpr name
                && site(assign, match).scope().local(name.getNameAsString()).isEmpty());
  }

  /** A client with connections of its own that is made for the call, and that nobody closes. */
  static boolean isLeftOpen(Match match) {
    return Set.of(APACHE, JAX_RS).contains(kind(match))
        && match.node() instanceof Expression made
        && match.file().lifetimes().staysLocal(made).isReported()
        && match.chain().isDerived().isNo()
        && !Closings.of(match.file()).isClosed(made);
  }

  private static Site site(Expression call, Match match) {
    return match.file().siteOf(call, match.site());
  }
}
