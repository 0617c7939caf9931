package dev.perflint.report.draft;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Who owns a file, by a CODEOWNERS file as GitHub and GitLab read it: the last match decides. */
final class CodeOwners {
  private static final List<String> PLACES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  private record Rule(PathMatcher[] matchers, List<String> owners) {}

  private final List<Rule> rules = new ArrayList<>();

  private CodeOwners() {}

  /** Of a repository; without such a file nobody owns anything. */
  static CodeOwners in(Path base) {
    CodeOwners owners = new CodeOwners();
    for (String place : PLACES) {
      Path file = base.resolve(place);
      if (Files.isRegularFile(file)) {
        try {
          Files.readAllLines(file).forEach(owners::add);
        } catch (IOException e) {
          // Unreadable, or not in UTF-8: then nobody is known.
        }
        return owners;
      }
    }
    return owners;
  }

  private void add(String line) {
    String[] words = line.replaceFirst("(^|\\s)#.*", "").strip().split("\\s+");
    if (words[0].isEmpty() || words[0].startsWith("[")) {
      return;
    }
    try {
      PathMatcher[] matchers =
          Arrays.stream(globs(words[0]))
              .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
              .toArray(PathMatcher[]::new);
      rules.add(new Rule(matchers, List.of(words).subList(1, words.length)));
    } catch (PatternSyntaxException e) {
      // GitHub skips a line that it does not understand, too.
    }
  }

  /** With a slash before its end a pattern starts at the root, else it fits anywhere. */
  private static String[] globs(String pattern) {
    String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    boolean rooted = pattern.startsWith("/") || path.replaceFirst("/$", "").contains("/");
    String bare = path.replaceFirst("/$", "");
    String inside = bare.endsWith("*") ? bare : bare + "/**";
    return rooted
        ? new String[] {bare, inside}
        : new String[] {bare, inside, "**/" + bare, "**/" + inside};
  }

  /** Users, without teams and mail addresses, which an issue cannot be assigned to. */
  List<String> usersOf(String path) {
    List<String> owners = List.of();
    for (Rule rule : rules) {
      if (Arrays.stream(rule.matchers()).anyMatch(m -> m.matches(Path.of(path)))) {
        owners = rule.owners();
      }
    }
    return owners.stream()
        .filter(owner -> owner.matches("@[A-Za-z0-9-]+"))
        .map(owner -> owner.substring(1))
        .toList();
  }
}
