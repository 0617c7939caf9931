package dev.perflint.source;

import dev.perflint.model.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What becomes of symbolic links: none is followed. What a link inside the scanned folders leads to
 * is found there by itself; what lies outside was not asked for. So loops cannot arise.
 */
final class DiscoveryLinks {
  private final List<Path> roots;
  private final DiscoveredFiles found;

  DiscoveryLinks(List<Path> roots, DiscoveredFiles found) {
    this.roots = roots;
    this.found = found;
  }

  void link(Path link, List<String> names) {
    String name = names.get(names.size() - 1);
    try {
      Path target = link.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
      boolean outside = roots.stream().noneMatch(target::startsWith);
      if (attributes.isDirectory()) {
        if (outside) {
          found.notice(Notice.Kind.INFO, names, "link to a folder outside the scan, not followed");
        }
      } else if (DiscoveredFiles.isJava(name)) {
        if (!attributes.isRegularFile()) {
          found.notice(Notice.Kind.UNREADABLE, names, "link to something that is no regular file");
        } else if (outside) {
          found.notice(Notice.Kind.SKIPPED, names, "link to a file outside the scan, not followed");
        } else if (!DiscoveredFiles.isJava(EntryName.of(target))) {
          found.notice(Notice.Kind.SKIPPED, names, "link to a file that is not named as Java");
        }
      }
    } catch (NoSuchFileException e) {
      dead(name, names, "link to a file that does not exist");
    } catch (IOException e) {
      dead(name, names, "link that leads nowhere: " + Messages.reason(e));
    }
  }

  private void dead(String name, List<String> names, String message) {
    if (DiscoveredFiles.isJava(name)) {
      found.notice(Notice.Kind.UNREADABLE, names, message);
    }
  }
}
