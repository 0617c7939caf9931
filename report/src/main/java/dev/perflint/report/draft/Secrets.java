package dev.perflint.report.draft;

import java.util.regex.Pattern;

/** Hides what configuration files say that is for nobody's eyes: an issue has more readers. */
final class Secrets {
  private static final String NAME =
      "[\\w.-]*(?:password|passwd|pwd|secret|token|credential|api-?key|access-?key|private-?key)[\\w.-]*";

  /** {@code name: value}, {@code name=value}. */
  private static final Pattern SETTING =
      Pattern.compile("(?im)^(\\s*[\"']?" + NAME + "[\"']?\\s*[:=]\\s*)\\S.*$");

  /** {@code <name>value</name>}, {@code name="..." value="..."}. */
  private static final Pattern ELEMENT = Pattern.compile("(?i)(<" + NAME + "\\s*>)[^<]+(?=</)");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?i)(\"" + NAME + "\"\\s+value\\s*=\\s*\")[^\"]+(?=\")");

  /** {@code https://user:password@host}. */
  private static final Pattern IN_ADDRESS = Pattern.compile("(//[^/\\s:@]+:)[^/\\s@]+(?=@)");

  private Secrets() {}

  static String hidden(String text) {
    String shown = text;
    for (Pattern secret : new Pattern[] {SETTING, ELEMENT, ATTRIBUTE, IN_ADDRESS}) {
      shown = secret.matcher(shown).replaceAll("$1***");
    }
    return shown;
  }
}
