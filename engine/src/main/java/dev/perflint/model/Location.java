package dev.perflint.model;

/**
 * A place in a scanned file.
 *
 * @param path relative to the repository root (outside a repository: to the scanned folder), with
 *     {@code /}
 */
public record Location(String path, Region region) implements Comparable<Location> {
  @Override
  public int compareTo(Location other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : region.compareTo(other.region);
  }
}
