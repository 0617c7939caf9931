package dev.perflint.checkstyle;

import com.puppycrawl.tools.checkstyle.DefaultConfiguration;
import com.puppycrawl.tools.checkstyle.TreeWalker;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.FileText;
import com.puppycrawl.tools.checkstyle.checks.SuppressWarningsHolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Checkstyle's {@code SuppressWarningsFilter} asks {@code SuppressWarningsHolder}, which knows the
 * {@code @SuppressWarnings} of one file only: the one that was walked last. When perflint reports,
 * at the end, that is another file, whose suppressions would hide findings here and let through
 * those that are to be hidden. So the file is walked again before its findings are told.
 */
final class SuppressedWarnings {
  private SuppressedWarnings() {}

  /** Makes the holder know those of a file; of none where Checkstyle cannot parse it. */
  static void read(Path file, List<String> lines) {
    try {
      TreeWalker walker = walker();
      try {
        walker.process(file.toFile(), new FileText(file.toFile(), lines));
      } catch (CheckstyleException | IllegalStateException e) {
        // Checkstyle's own checks have told of it.
        walker.process(file.toFile(), new FileText(file.toFile(), List.of("class Empty {}")));
      }
    } catch (CheckstyleException e) {
      throw new IllegalStateException("cannot read @SuppressWarnings of " + file, e);
    }
  }

  private static TreeWalker walker() throws CheckstyleException {
    DefaultConfiguration configuration = new DefaultConfiguration("TreeWalker");
    configuration.addChild(new DefaultConfiguration(SuppressWarningsHolder.class.getName()));
    TreeWalker walker = new TreeWalker();
    walker.setModuleFactory(name -> new SuppressWarningsHolder());
    walker.configure(configuration);
    return walker;
  }
}
