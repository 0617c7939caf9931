package dev.perflint.report.draft;

import dev.perflint.UsageException;
import dev.perflint.report.file.ResultFile;
import dev.perflint.report.issue.IssueMarker;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that drafts are written to. What perflint has written there before is replaced or
 * removed; what has none of its marks is left alone, and in the way of a draft it is an error.
 *
 * @param folder absolute
 * @param shown how the user knows it
 */
public record DraftFolder(Path folder, String shown) {
  /**
   * What became of the folder.
   *
   * @param written drafts, without the index
   * @param removed names of drafts of what is found no more
   */
  public record Result(int written, Set<String> removed) {}

  /**
   * @throws UsageException when something is in the way; then nothing has been written
   */
  public Result write(Drafts drafts) {
    makeFolder();
    Set<String> old = ours();
    guard("index.md", old);
    drafts.drafts().forEach(draft -> guard(draft.file(), old));
    for (Draft draft : drafts.drafts()) {
      write(draft.file(), draft.text());
      old.remove(draft.file());
    }
    write("index.md", IndexPage.of(drafts));
    old.remove("index.md");
    for (String name : old) {
      remove(name);
    }
    return new Result(drafts.drafts().size(), old);
  }

  private void guard(String name, Set<String> ours) {
    if (Files.exists(folder.resolve(name)) && !ours.contains(name)) {
      throw new UsageException(
          shown + "/" + name + " is in the way and not of perflint; move it, or use --out");
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "cannot make the folder " + shown + ": it is in the way of a file, or not writable", e);
    }
  }

  private void write(String name, String text) {
    new ResultFile(folder.resolve(name), shown + "/" + name).write(out -> out.write(text));
  }

  private void remove(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UsageException("cannot remove the old draft " + shown + "/" + name, e);
    }
  }

  /** Names of files that carry a mark of perflint's. */
  private Set<String> ours() {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{md,jira}")) {
      for (Path file : files) {
        if (Files.isRegularFile(file) && isOurs(file)) {
          names.add(file.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new UsageException("cannot read the folder " + shown, e);
    }
    return names;
  }

  private static boolean isOurs(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
    return IssueMarker.in(text).isPresent()
        || text.contains(IndexPage.KEYS)
        || (text.startsWith("---\nname: Performance Optimization\n")
            && text.contains("\nperflint:\n"));
  }
}
