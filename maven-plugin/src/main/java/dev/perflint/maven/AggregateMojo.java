package dev.perflint.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Scans all modules of the build as one program, writes one report for them and fails the build
 * when it finds too much.
 */
@Mojo(
    name = "aggregate",
    defaultPhase = LifecyclePhase.VERIFY,
    aggregator = true,
    threadSafe = true)
public final class AggregateMojo extends ScanningMojo {
  @Override
  Optional<ModuleScan> scan(Options options) {
    return Reactor.scan(build(), options);
  }
}
