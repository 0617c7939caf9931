package dev.perflint.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Scans a module and fails the build when it finds too much. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ScanningMojo {
  @Override
  Optional<ModuleScan> scan(Options options) {
    MavenModule module = new MavenModule(project());
    return module.isPom() ? Optional.empty() : ModuleScan.of(List.of(module), build(), options);
  }
}
