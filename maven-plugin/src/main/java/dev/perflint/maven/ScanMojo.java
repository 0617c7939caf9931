package dev.perflint.maven;

import dev.perflint.config.FailOn;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Scans all modules of the build as one program and tells what it finds; nothing has to be built or
 * configured. Without a pom it scans the folder.
 */
@Mojo(name = "scan", aggregator = true, requiresProject = false, threadSafe = true)
public final class ScanMojo extends ScanningMojo {
  @Override
  Optional<ModuleScan> scan(Options options) {
    return Reactor.scan(build(), options);
  }

  @Override
  Optional<FailOn> failOnByDefault() {
    return Optional.of(FailOn.NEVER);
  }
}
