package dev.perflint.rank;

import java.util.List;
import java.util.regex.Pattern;

/** What the label of a request tells of how often it comes: far more is read than written. */
public final class Requests {
  /** Up to what follows it, or ends the label. */
  private static final Pattern VARIABLE = Pattern.compile("[{<](?:(?! for | to | that )[^/])*");

  /** Ends the label of what is brought out or in as a whole. */
  public static final String EXPORT = " to export or import";

  /** Ends the label of what sets up an application or a part of it, once in its life. */
  public static final String INSTALL = " to install";

  private static final Pattern WRITES =
      Pattern.compile(
          "(?:PUT|DELETE|PATCH|POST|GraphQL mutation)(?: .*)?|.*\\.do(?:Put|Delete|Patch|Post)");

  /** A POST that asks for something too long for a URL. */
  private static final Pattern ASKS =
      Pattern.compile(
          "POST .*(?:fetch|find|query|queries|search|list(?!en)|page|preview|graphql|check|(?<!in)validate|login|token).*",
          Pattern.CASE_INSENSITIVE);

  /** A path that ends in what is done, whatever it is done to: {@code /contacts/create-list}. */
  private static final Pattern CHANGES =
      Pattern.compile(
          ".*/(?:create|add|insert|save|update|edit|delete|remove|import|upload)(?![a-z])[^/{}]*");

  /**
   * What an application has beside its daily work: to delete, to bring much in or out at once, or
   * to set it up.
   */
  private static final Pattern OCCASIONAL =
      Pattern.compile(
          "DELETE .*|.*(?:delete|remove|import|export|batch|clone|copy|convert|migrat|register|sync|install|/admin|setting|config|/cfg(?![a-z])|/(?:en|dis)abled?(?![a-z])|template|definition|administrators|[ /]manage(?:r|ment)?(?![a-z])).*",
          Pattern.CASE_INSENSITIVE);

  /**
   * The same of what only asks. Who may do what is looked after by few, and asked by everybody's
   * own page: {@code /permissions/byToken}. A generator of code is there for developers.
   */
  private static final Pattern SELDOM_ASKED =
      Pattern.compile(
          ".*(?:import|export|migrat|install|setting|[ /](?:admin|manage|manager|management)(?![a-z])|administrators|/test(?![a-z])|debug|diagnos|health[ -]?checks?(?![a-z])|/health(?=z?$|/(?:live|read[iy]))|login of a user|[ /](?:daily|nightly|weekly)-|\\.(?:csv|xlsx?|zip)$|[ /]online(?:-?users?)?(?![\\w-])|[ /](?:code-?)?gen(?:erator)?(?![a-z])|[ /](?:roles?|privileges?|permissions?)(?![a-z])(?!.*(?:token|current|menu|check|[ /](?:my|has)))| that is deprecated$).*",
          Pattern.CASE_INSENSITIVE);

  /** Parts of a path that are of a server and not of what it is for, where two come together. */
  private static final Pattern OF_SERVERS =
      Pattern.compile(
          "(?:.*[ /](?:system|service|server|cluster|node|logs?|packages?|plugins?|caches?)(?![\\w-])){2}.*",
          Pattern.CASE_INSENSITIVE);

  /** Packages of what a few people look after the others' work with. */
  private static final Pattern OF_ADMINISTRATION =
      Pattern.compile("(?:[^#]*\\.)?(?:admin|administration|backoffice)\\.[^#]*#.*");

  /** Jobs that a request may start, too, for those who cannot wait for their time. */
  private static final Pattern OF_JOBS = Pattern.compile("[a-z0-9]Job(?:Handler|Bean)?#");

  private static final List<String> SELDOM =
      List.of("debug", "diagnose", "export", "import", "migrate", "test");

  /**
   * First words of handlers that change something, whatever the verb that they are mapped to. Not
   * {@code add}, {@code create} or {@code edit}, which often show a form.
   */
  private static final List<String> CHANGING =
      List.of(
          "activate",
          "cancel",
          "clear",
          "deactivate",
          "delete",
          "disable",
          "enable",
          "import",
          "insert",
          "pause",
          "publish",
          "purge",
          "rebuild",
          "refresh",
          "reindex",
          "reload",
          "remove",
          "reset",
          "restart",
          "resume",
          "save",
          "send",
          "start",
          "stop",
          "sync",
          "synchronize",
          "update");

  /** More of them, of classes that do one thing: {@code ExecJobServlet}. */
  private static final List<String> COMMANDS =
      List.of("add", "exec", "execute", "prepare", "register", "run", "upload");

  /** More of them, where a path is one of an API and so shows no form: {@code /api/addUser}. */
  private static final List<String> MAKING = List.of("add", "create", "register");

  /** Begins the label of what remote callers name: no form is shown there, either. */
  private static final String OPERATION = "operation of ";

  private static final Pattern OF_API = Pattern.compile("[ /](?:api|rest)/");

  /** First words of handlers that turn something on or off, which is no daily work. */
  private static final List<String> SWITCHING =
      List.of("activate", "deactivate", "disable", "enable");

  private static final List<String> EXPORTING =
      List.of("export", "import", "doExport", "doImport", "runImport", "startImport");

  /** Types that are there to bring much out or in: {@code OrderExportController}. */
  private static final Pattern EXPORTER =
      Pattern.compile("(?:Ex|Im)port(?:er)?(?:Action|Api|Controller|Resource|Servlet|Task)?#");

  /** What is done once to a thing, or once to an application. */
  private static final List<String> ONCE_ONLY = List.of("delete", "purge", "uninstall");

  private static final List<String> INSTALLING = List.of("install", "startInstallation");

  /** What makes the tables, at a first start or for a new tenant. */
  private static final Pattern OF_SCHEMAS =
      Pattern.compile(
          "#(?:create|drop|delete|init|initialize|migrate|update|upgrade)Schema(?![a-z])");

  /**
   * Types that are there to install: {@code TestInstallUtil}, {@code SetupServlet}; who pays off
   * has instalments, and a {@code CardSetupController} has the daily set-up of a card.
   */
  private static final Pattern INSTALLER =
      Pattern.compile(
          "Install(?:er)?(?![a-z])|(?<![a-z])Setup(?:Action|Controller|Filter|Resource|Servlet|Wizard)#");

  /** First words of methods that answer with what there is. */
  private static final List<String> ASKING =
      List.of(
          "doGet", "find", "get", "index", "list", "load", "query", "read", "search", "show",
          "view");

  private Requests() {}

  /**
   * Whether a method's name says that it answers with what there is. What changes something comes
   * about as often as what nobody is known to call.
   */
  public static boolean isAsking(String methodId) {
    return startsWith(ASKING, methodId, methodId.indexOf('#') + 1);
  }

  /** Whether another entry point that leads to the same is the better one to tell of. */
  public static boolean isOccasional(String label) {
    return OCCASIONAL.matcher(path(label)).matches();
  }

  /** Whether a request that only asks is one that people make now and then. */
  static boolean isSeldomAsked(String label, String handler) {
    String path = path(label);
    return SELDOM_ASKED.matcher(path).matches()
        || OF_SERVERS.matcher(path).matches()
        || OF_ADMINISTRATION.matcher(handler).matches()
        || OF_JOBS.matcher(handler).find()
        || EXPORTER.matcher(handler).find()
        || startsWith(SELDOM, handler, handler.indexOf('#') + 1);
  }

  /** Without variables, which name what it is about and not what is done. */
  static String path(String label) {
    return VARIABLE.matcher(label).replaceAll("");
  }

  /**
   * Whether the name of a request's handler says that it changes something; that of its class where
   * all such methods are called the same: {@code DeleteJobServlet.doGet}.
   */
  static boolean isChange(String methodId) {
    int method = methodId.indexOf('#') + 1;
    int type = methodId.lastIndexOf('.', method) + 1;
    String ofClass =
        type < method
            ? Character.toLowerCase(methodId.charAt(type)) + methodId.substring(type + 1, method)
            : "";
    return startsWith(CHANGING, methodId, method)
        || methodId.startsWith("doGet", method)
            && (startsWith(CHANGING, ofClass, 0) || startsWith(COMMANDS, ofClass, 0));
  }

  /** Whether it is an operation of a service whose name says that it makes something. */
  static boolean isMaking(String label, String methodId) {
    return label.startsWith(OPERATION) && startsWith(MAKING, methodId, methodId.indexOf('#') + 1);
  }

  /** Whether the name of a handler says that it turns something on or off. */
  static boolean isSwitch(String methodId) {
    return startsWith(SWITCHING, methodId, methodId.indexOf('#') + 1);
  }

  /**
   * Whether a method's name says that it takes away or sets up, which requests of any verb come to
   * seldom.
   */
  static boolean isOnceOnly(String methodId) {
    int method = methodId.indexOf('#') + 1;
    return startsWith(ONCE_ONLY, methodId, method) || startsWith(INSTALLING, methodId, method);
  }

  /** Whether its name, or that of its class, says that a method installs. */
  public static boolean isInstallation(String methodId) {
    if (methodId.contains("Schema")) {
      return OF_SCHEMAS.matcher(methodId).find();
    }
    if (!methodId.contains("nstall") && !methodId.contains("Setup")) {
      return false; // as nearly all of some hundred thousand that are asked
    }
    int method = methodId.indexOf('#') + 1;
    int type = methodId.lastIndexOf('.', method) + 1;
    return startsWith(INSTALLING, methodId, method)
        || INSTALLER.matcher(methodId.substring(type, Math.max(type, method))).find();
  }

  /** Whether a method's name says that it brings much out or in at once. */
  public static boolean isExport(String methodId) {
    int start = methodId.indexOf('#') + 1;
    // What is exported to a DTO is only converted.
    return startsWith(EXPORTING, methodId, start) && !methodId.startsWith("exportTo", start);
  }

  /** Whether one of the words begins there, and ends before the next letter in lower case. */
  static boolean startsWith(List<String> words, String text, int start) {
    for (String word : words) {
      if (isWord(text, start, word)) {
        return true;
      }
    }
    return false;
  }

  static boolean isWord(String text, int at, String word) {
    int end = at + word.length();
    return text.startsWith(word, at)
        && (end == text.length() || !Character.isLowerCase(text.charAt(end)));
  }

  static boolean writes(String label) {
    return endsInChange(label)
        || WRITES.matcher(label).matches()
            && (!ASKS.matcher(label).matches() || CHANGES.matcher(label).matches());
  }

  /** {@code /jobinfo/insert}, {@code GET /orders/{id}/cancel}: as telling as a handler's name. */
  private static boolean endsInChange(String label) {
    int end = label.length();
    while (end > 0 && label.charAt(end - 1) == '}') {
      end = Math.max(0, label.lastIndexOf('/', end - 1));
    }
    String path = label.substring(0, end);
    int start = path.lastIndexOf('/') + 1;
    return start > 0
        && (startsWith(CHANGING, path, start)
            || startsWith(MAKING, path, start) && OF_API.matcher(path).find());
  }
}
