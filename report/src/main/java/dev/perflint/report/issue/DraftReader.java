package dev.perflint.report.issue;

import dev.perflint.UsageException;
import dev.perflint.yaml.Yaml;
import dev.perflint.yaml.YamlException;
import dev.perflint.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drafts of a folder, as they are now: whoever has edited one publishes what was edited.
 *
 * @param drafts by file name
 * @param current keys of all that was found when they were made
 */
public record DraftReader(List<DraftedIssue> drafts, Set<String> current) {
  private static final Pattern KEYS = Pattern.compile("<!-- perflint:keys ([0-9a-f ]*)-->");
  private static final Pattern PARTS =
      Pattern.compile("\\A---\\R(.*?\\R)---\\R+(.*)\\z", Pattern.DOTALL);

  /** GitHub refuses longer ones. */
  private static final int LONGEST_BODY = 65_536;

  private static final int LONGEST_TITLE = 256;

  /**
   * @param shown how the user knows the folder
   * @throws UsageException when it is no folder of drafts, or one of them cannot be published
   */
  public static DraftReader of(Path folder, String shown) {
    List<DraftedIssue> drafts = new ArrayList<>();
    Set<String> current = new TreeSet<>();
    boolean hasIndex = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.md")) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.sort(null);
      for (Path file : sorted) {
        String text = Files.readString(file);
        String name = shown + "/" + file.getFileName();
        Matcher keys = KEYS.matcher(text);
        if (keys.find()) {
          hasIndex = true;
          current.addAll(List.of(keys.group(1).strip().split(" ")));
        } else if (IssueMarker.in(text).isPresent()) {
          drafts.add(draft(name, text));
        }
      }
    } catch (IOException e) {
      throw new UsageException(
          "cannot read " + shown + "; perflint issues draft makes it" + suffix(e), e);
    }
    if (!hasIndex) {
      throw new UsageException(
          "there is no index.md of perflint in " + shown + "; perflint issues draft makes it");
    }
    drafts.forEach(draft -> current.add(draft.marker().key()));
    return new DraftReader(List.copyOf(drafts), current);
  }

  private static String suffix(IOException e) {
    return e instanceof java.nio.charset.CharacterCodingException ? " (a file is not UTF-8)" : "";
  }

  private static DraftedIssue draft(String name, String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new UsageException(name + " does not begin with front matter between two lines of ---");
    }
    String body = parts.group(2);
    if (body.length() > LONGEST_BODY) {
      throw new UsageException(
          name + ": GitHub takes " + LONGEST_BODY + " characters, it has more");
    }
    if (OwnedText.of(body).isEmpty()) {
      throw new UsageException(name + ": the comments around perflint's part are gone");
    }
    IssueMarker marker =
        IssueMarker.in(body)
            .orElseThrow(() -> new UsageException(name + ": the marker has to be in the body"));
    try {
      YamlNode.Keys front = Yaml.read(name, parts.group(1));
      String title = front.required("title");
      if (title.length() > LONGEST_TITLE) {
        throw new UsageException(name + ": a title has at most " + LONGEST_TITLE + " characters");
      }
      return new DraftedIssue(
          name,
          title,
          front.texts("labels"),
          front.texts("assignees"),
          front.mappings("perflint").stream()
              .flatMap(own -> own.text("milestone").stream())
              .findFirst(),
          marker,
          body,
          false);
    } catch (YamlException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
