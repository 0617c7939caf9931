package dev.perflint.report.draft;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.perflint.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The text of an issue with places for what is computed, in mustache. Values come escaped for the
 * dialect, so that {@code {{x}}} and {@code {{{x}}}} are the same.
 */
public final class IssueTemplate {
  private final Template template;
  private final String shown;

  private IssueTemplate(String text, String shown) {
    this.shown = shown;
    try {
      this.template =
          Mustache.compiler()
              .escapeHTML(false)
              .strictSections(true)
              .emptyStringIsFalse(true)
              .compile(text);
    } catch (MustacheException e) {
      throw new UsageException("cannot use " + shown + ": " + e.getMessage(), e);
    }
  }

  /**
   * @param shown how the user knows the file
   * @throws UsageException when it cannot be read or is no mustache
   */
  public static IssueTemplate read(Path file, String shown) {
    try {
      return new IssueTemplate(Files.readString(file), shown);
    } catch (IOException e) {
      String reason =
          Files.isRegularFile(file) ? "it is not readable as UTF-8" : "there is no such file";
      throw new UsageException("cannot use " + shown + ": " + reason, e);
    }
  }

  /** The one that comes with perflint. */
  static IssueTemplate of(Dialect dialect) {
    String name = dialect == Dialect.JIRA ? "issue.jira.mustache" : "issue.md.mustache";
    try (InputStream in = IssueTemplate.class.getResourceAsStream(name)) {
      return new IssueTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UsageException for a name that stands for nothing
   */
  String filled(Map<String, Object> values) {
    try {
      return template.execute(values);
    } catch (MustacheException e) {
      throw new UsageException("cannot use " + shown + ": " + e.getMessage(), e);
    }
  }
}
