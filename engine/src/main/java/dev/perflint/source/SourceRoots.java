package dev.perflint.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders of which a build tool says that it takes its sources from them. */
final class SourceRoots {
  private final boolean everywhere;
  private final Set<Path> roots = new HashSet<>();

  /**
   * @param roots none when nobody says anything; one that does not exist holds nothing
   */
  SourceRoots(List<Path> roots) {
    this.everywhere = roots.isEmpty();
    for (Path root : roots) {
      try {
        this.roots.add(root.toRealPath());
      } catch (IOException e) {
        // A folder that is not there, or cannot be reached, holds no file that a walk comes across.
      }
    }
  }

  /**
   * @param file with links resolved
   */
  boolean hold(Path file) {
    if (everywhere) {
      return true;
    }
    for (@Nullable Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (roots.contains(folder)) {
        return true;
      }
    }
    return false;
  }
}
