package dev.perflint.source;

/**
 * Which files count.
 *
 * @param includeGenerated also files in folders of generated code
 * @param includeTests also test and benchmark sources
 */
public record DiscoveryOptions(boolean includeGenerated, boolean includeTests) {
  /** Hand-written production code. */
  public static final DiscoveryOptions PRODUCTION = new DiscoveryOptions(false, false);

  /** All that is neither ignored nor build output. */
  public static final DiscoveryOptions ALL = new DiscoveryOptions(true, true);
}
