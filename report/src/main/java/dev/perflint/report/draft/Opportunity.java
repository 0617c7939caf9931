package dev.perflint.report.draft;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.rule.RuleDoc;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one change mends: findings of one rule with the same root.
 *
 * @param root the file, or the folder, that they have in common
 * @param findings the most urgent first; at least one
 */
public record Opportunity(RuleDoc rule, String root, List<Finding> findings) {
  public Opportunity {
    findings = List.copyOf(findings);
  }

  /** The one that speaks for all. */
  public Finding first() {
    return findings.get(0);
  }

  public Priority priority() {
    return first().priority();
  }

  /** Files with findings, sorted. */
  public List<String> files() {
    return findings.stream().map(f -> f.location().path()).distinct().sorted().toList();
  }

  /** The same for as long as it is the same rule at the same place, whatever is found there. */
  public String key() {
    return hash(rule.id() + "\n" + root).substring(0, 16);
  }

  /** Changes with what is found. */
  public String findingsHash() {
    return hash(
        findings.stream()
            .map(f -> f.priority() + f.location().path() + f.contentKey() + f.message())
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  /** What the title says, without its prefix. */
  public String subject() {
    String summary = rule.summary();
    String what = Character.toUpperCase(summary.charAt(0)) + summary.substring(1);
    int files = files().size();
    if (files == 1) {
      return what + " in " + fileName(files().get(0));
    }
    return root.endsWith(".java")
        ? what + " in " + files + " files that lead to " + fileName(root)
        : what + " in " + files + " files of " + packageName(root);
  }

  /** What names it: its file, or its folder. */
  String name() {
    return files().size() == 1 ? files().get(0) : root;
  }

  private static String packageName(String folder) {
    int sources = folder.indexOf("src/main/java/");
    return sources < 0
        ? folder.substring(folder.lastIndexOf('/') + 1)
        : folder.substring(sources + "src/main/java/".length()).replace('/', '.');
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
