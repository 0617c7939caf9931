package dev.perflint.rules.connections;

import dev.perflint.match.Match;
import java.util.regex.Pattern;

/** Methods that find out whether an address or a login works, for which they connect anew. */
final class Trials {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:test|check|verify|validate|ping|probe|try)\\w*?"
              + "(?:Connect(?:ions?|ivity)?|Reachable|Alive|Availab(?:le|ility))\\(\\)");

  private Trials() {}

  /** {@code testConnection(settings)}. */
  static boolean isOne(Match match) {
    return NAME.matcher(match.methodName()).matches();
  }
}
