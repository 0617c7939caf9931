package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Handling;
import dev.perflint.facts.HandlingReader;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.facts.SettingTables;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Certainty;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sessions with a mail server or a directory, which take the limits on their waiting from a table
 * of settings.
 */
final class Sessions {
  static final String MAIL = "mail";
  static final String DIRECTORY = "directory";

  /** Calls that send mail. */
  private static final String SMTP = "smtp";

  /** Setters of Spring's beans that are given such a table. */
  private static final Set<String> TABLE_SETTERS =
      Set.of("setJavaMailProperties", "setBaseEnvironmentProperties");

  /** Getters of them that give the table to put something into. */
  private static final Set<String> TABLE_GETTERS = Set.of("getJavaMailProperties");

  /** What a session or context has for others to change its table. */
  private static final Set<String> CHANGES = Set.of("getProperties", "addToEnvironment");

  /** Give a connection with which a session of mail does something. */
  private static final List<String> TRANSPORTS = List.of("getTransport", "getStore");

  private static final Pattern OWN_MACHINE =
      Pattern.compile("ldaps?://(?:localhost|127\\.0\\.0\\.1)\\b");

  private static final List<String> LDAP = List.of("LdapCtxFactory", "ldap:", "ldaps:");

  private Sessions() {}

  /** A table says how long to wait, or others may say it in one that the file does not show. */
  static Truth isGiven(Match match) {
    if (match.node() instanceof MethodReferenceExpr
        || !(match.node() instanceof Expression made)
        || match.file().roles().bindsSettings(match.site().frame())) {
      return Truth.UNKNOWN;
    }
    return Truth.of(
        isTable(match)
            ? has(match.arguments().get(0), match).or(isChanged(made, match))
            : later(made, match));
  }

  /** {@code session.getProperties().put(...)}: which settings these are is not looked at. */
  private static Certainty isChanged(Expression made, Match match) {
    boolean changed =
        HandlingReader.of(made, match.file()).on().stream()
            .anyMatch(call -> CHANGES.contains(Calls.nameOf(call)));
    return Certainty.of(changed).and(Certainty.UNKNOWN);
  }

  private static boolean isTable(Match match) {
    return !match.arguments().isEmpty() && !isOfSpring(match);
  }

  /** Beans of Spring are told their table after they are made. */
  private static boolean isOfSpring(Match match) {
    return match.known().filter(known -> known.library().startsWith("Spring")).isPresent();
  }

  private static Certainty later(Expression made, Match match) {
    Handling handled = HandlingReader.of(made, match.file());
    boolean isSubclass =
        made.isObjectCreationExpr()
            && made.asObjectCreationExpr().getAnonymousClassBody().isPresent();
    Certainty given = handled.lost() || isSubclass ? Certainty.UNKNOWN : Certainty.NO;
    for (Expression call : handled.on()) {
      String name = Calls.nameOf(call);
      if (TABLE_SETTERS.contains(name)) {
        given = given.or(has(Calls.arguments(call).get(0), match));
      } else if (TABLE_GETTERS.contains(name)) {
        given = given.or(has(call, match));
      } else if (name.equals("setSession")) {
        return Certainty.UNKNOWN;
      }
    }
    return given;
  }

  private static Certainty has(Expression table, Match match) {
    return SettingTables.has(table, Sessions::isReadTimeout, match.file());
  }

  /** Not one of connecting, of writing or of a pool. */
  private static boolean isReadTimeout(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.contains("timeout") && !name.contains("connect") && !name.contains("write");
  }

  /** Some file names the property: others may set it for this one, too. */
  static Truth isByProperty(String role) {
    return LimitsElsewhere.byProperty(role);
  }

  /** A session of mail may be wanted for its messages only, as where one is read from a file. */
  static boolean isUsed(Match match) {
    if (isOfSpring(match)) {
      return true;
    }
    return match
        .file()
        .once(
            Sessions.class,
            any ->
                TRANSPORTS.stream().anyMatch(name -> !match.callsNamed(name).isEmpty())
                    || sends(match)
                    || isHandedOut(match));
  }

  private static boolean sends(Match match) {
    return match.file().unit().sites(MethodCallExpr.class).stream()
        .flatMap(site -> match.file().calls().known(site, Roles.REMOTE_CALL).stream())
        .anyMatch(known -> known.member().kind().equals(SMTP) && known.truth().mayBeReported());
  }

  /** Some method of the file gives a session to others, which then send through it. */
  private static boolean isHandedOut(Match match) {
    return match.file().unit().sites(MethodDeclaration.class).stream()
        .map(site -> site.as(MethodDeclaration.class))
        .anyMatch(method -> !method.isPrivate() && method.getTypeAsString().equals("Session"));
  }

  /** A naming context may be one of a directory, of the container or of DNS. */
  static boolean isDirectory(Match match) {
    String text = match.file().unit().source().text();
    return isOfSpring(match)
        || match.typeName().equals("InitialLdapContext")
        || LDAP.stream().anyMatch(text::contains);
  }

  /** The file names a directory beside the program. */
  static boolean isOwnMachine(Match match) {
    return OWN_MACHINE.matcher(match.file().unit().source().text()).find();
  }
}
