package dev.perflint.source;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks the roots of one discovery. A loop over a stack of folders, so that depth costs no call
 * stack; every entry is asked for its kind before anything else, so that nothing but folders and
 * ignore files is ever opened.
 */
final class DiscoveryWalk {
  /**
   * A folder to list.
   *
   * @param names from the base down to it
   * @param ignores what holds in it, its own ignore file not yet read
   */
  private record Folder(Path path, List<String> names, IgnoreFiles ignores) {
    List<String> child(String name) {
      List<String> child = new ArrayList<>(names.size() + 1);
      child.addAll(names);
      child.add(name);
      return child;
    }
  }

  private final Path base;
  private final DiscoveredFiles found;
  private final DiscoveryLinks links;
  private final Deque<Folder> waiting = new ArrayDeque<>();

  DiscoveryWalk(Path base, List<Path> roots, DiscoveryOptions options) {
    this.base = base;
    this.found = new DiscoveredFiles(base, roots, options);
    this.links = new DiscoveryLinks(roots, found);
  }

  Discovery result() {
    return found.result();
  }

  /** Takes a file, or all of a folder; the root is what it is, no link. */
  void root(Path root) {
    List<String> names = namesBelowBase(root);
    Optional<BasicFileAttributes> attributes = attributes(root, names);
    if (attributes.isEmpty()) {
      return;
    }
    if (attributes.get().isDirectory()) {
      Folder folder = rootFolder(root, names);
      found.startFolder(names);
      waiting.push(folder);
      while (!waiting.isEmpty()) {
        list(waiting.pop());
      }
    } else if (attributes.get().isRegularFile()) {
      found.named(root, names);
    } else {
      found.notRegular(names);
    }
  }

  private List<String> namesBelowBase(Path root) {
    List<String> names = new ArrayList<>();
    for (Path path = root; !path.equals(base); path = path.getParent()) {
      names.add(0, EntryName.of(path));
    }
    return names;
  }

  /** With the ignore files around the root; without them where they would leave the root out. */
  private Folder rootFolder(Path root, List<String> names) {
    IgnoreFiles ignores =
        IgnoreFiles.NONE.with(0, base.resolve(".git").resolve("info").resolve("exclude"));
    Path folder = base;
    for (int depth = 0; depth < names.size(); depth++) {
      ignores = ignores.with(depth, folder.resolve(".gitignore"));
      if (ignores.ignore(names.subList(0, depth + 1), true)) {
        return new Folder(root, names, IgnoreFiles.NONE);
      }
      folder = folder.resolve(root.getName(base.getNameCount() + depth));
    }
    return new Folder(root, names, ignores);
  }

  private void list(Folder folder) {
    Map<String, Path> entries = new HashMap<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
      for (Path entry : stream) {
        entries.put(EntryName.of(entry), entry);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (DirectoryIteratorException e) {
      found.unreadableFolder(folder.names(), e.getCause());
    } catch (IOException e) {
      found.unreadableFolder(folder.names(), e);
      return;
    }
    Path ignoreFile = entries.get(".gitignore");
    IgnoreFiles ignores =
        ignoreFile == null
            ? folder.ignores()
            : folder.ignores().with(folder.names().size(), ignoreFile);
    entries.forEach((name, path) -> entry(folder, ignores, entries, name, path));
  }

  private void entry(
      Folder folder, IgnoreFiles ignores, Map<String, Path> siblings, String name, Path path) {
    List<String> names = folder.child(name);
    Optional<BasicFileAttributes> attributes = attributes(path, names);
    if (attributes.isEmpty()) {
      return;
    }
    if (attributes.get().isDirectory()) {
      if (!BuildOutput.isOutput(name, siblings::containsKey) && !ignores.ignore(names, true)) {
        waiting.push(new Folder(path, names, ignores));
      }
      return;
    }
    boolean matters = attributes.get().isSymbolicLink() || DiscoveredFiles.isOfInterest(name);
    if (!matters || ignores.ignore(names, false)) {
      return;
    }
    if (attributes.get().isSymbolicLink()) {
      links.link(path, names);
    } else if (attributes.get().isRegularFile()) {
      found.file(path, names);
    } else if (DiscoveredFiles.isJava(name)) {
      found.notRegular(names);
    }
  }

  private Optional<BasicFileAttributes> attributes(Path path, List<String> names) {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      // A folder that may be listed but not entered: said once for the folder, not for each entry.
      found.unreadableFolder(names.subList(0, Math.max(0, names.size() - 1)), e);
      return Optional.empty();
    } catch (IOException e) {
      found.unreadableEntry(names, e);
      return Optional.empty();
    }
  }
}
