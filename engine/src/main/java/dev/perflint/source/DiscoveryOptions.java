package dev.perflint.source;

import java.nio.file.Path;
import java.util.List;

/**
 * Which files count.
 *
 * @param includeGenerated also files in folders of generated code
 * @param includeTests also test and benchmark sources
 * @param sourceRoots of the Java files only those below one of them; empty for all
 */
public record DiscoveryOptions(
    boolean includeGenerated, boolean includeTests, List<Path> sourceRoots) {
  /** Hand-written production code. */
  public static final DiscoveryOptions PRODUCTION = new DiscoveryOptions(false, false);

  /** All that is neither ignored nor build output. */
  public static final DiscoveryOptions ALL = new DiscoveryOptions(true, true);

  public DiscoveryOptions {
    sourceRoots = List.copyOf(sourceRoots);
  }

  /** Wherever the files lie. */
  public DiscoveryOptions(boolean includeGenerated, boolean includeTests) {
    this(includeGenerated, includeTests, List.of());
  }
}
