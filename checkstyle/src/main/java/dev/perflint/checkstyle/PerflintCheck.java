package dev.perflint.checkstyle;

import com.puppycrawl.tools.checkstyle.api.AbstractFileSetCheck;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.ExternalResourceHolder;
import com.puppycrawl.tools.checkstyle.api.FileText;
import com.puppycrawl.tools.checkstyle.api.Violation;
import dev.perflint.Perflint;
import dev.perflint.UsageException;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code <module name="Perflint">}, a child of {@code Checker}.
 *
 * <p>Most findings need more than one file: who calls this, what does that run. So the files are
 * only collected while Checkstyle goes through them, and what is found is reported when it has seen
 * the last one.
 */
public final class PerflintCheck extends AbstractFileSetCheck implements ExternalResourceHolder {
  /** Readers of Checkstyle's reports take what is before the last dot as a category. */
  private static final String ID_PREFIX = "perflint.";

  private final HandedFiles files = new HandedFiles();
  private final Path workingDirectory = Path.of("").toAbsolutePath();
  private List<String> select = List.of();
  private List<String> ignore = List.of();
  private List<Path> sourceRoots = List.of();
  private List<Path> classPath = List.of();
  private @Nullable Path configFile;
  private @Nullable Integer javaVersion;
  private @Nullable Priority minPriority;
  private Priority maxPriority = Priority.P1;
  private boolean includeTests;
  private boolean includeGenerated;
  private Charset charset = StandardCharsets.UTF_8;

  private @Nullable Wishes wishes;
  private @Nullable Scan scan;

  /**
   * Rules to run: ids, themes, groups or {@code all}; by default what {@code perflint.yml} says.
   */
  public void setSelect(String... words) {
    select = words(words);
  }

  /** Rules to leave out, in the same words. */
  public void setIgnore(String... words) {
    ignore = words(words);
  }

  /**
   * Folders that are read beside the files which Checkstyle hands over, so that calls from and into
   * them are known; nothing is reported there.
   */
  public void setSourceRoots(String... folders) {
    sourceRoots = words(folders).stream().map(workingDirectory::resolve).toList();
  }

  /**
   * Jars and folders of class files with types that the sources lack; what is missing only leaves
   * its types unknown.
   */
  public void setClasspath(String... entries) {
    classPath = words(entries).stream().map(workingDirectory::resolve).toList();
  }

  /** The configuration; by default the nearest {@code perflint.yml} above the first file. */
  public void setConfigFile(String file) {
    configFile = workingDirectory.resolve(file.strip());
  }

  /** Feature release of the JDK that runs the code, from 8 on. */
  public void setJavaVersion(int release) {
    javaVersion = release;
  }

  /** What is less urgent is not reported: {@code p1}, {@code p2} or {@code p3}. */
  public void setMinPriority(String priority) {
    minPriority = priority("minPriority", priority);
  }

  /** What is more urgent is not reported here, but by another instance with another severity. */
  public void setMaxPriority(String priority) {
    maxPriority = priority("maxPriority", priority);
  }

  /** Also report what is found in test sources. */
  public void setIncludeTests(boolean include) {
    includeTests = include;
  }

  /** Also analyse generated sources. */
  public void setIncludeGenerated(boolean include) {
    includeGenerated = include;
  }

  private static List<String> words(String... words) {
    return Arrays.stream(words).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static Priority priority(String property, String word) {
    for (Priority priority : Priority.values()) {
      if (priority.name().equalsIgnoreCase(word.strip())) {
        return priority;
      }
    }
    throw new IllegalArgumentException(property + " must be p1, p2 or p3, not '" + word + "'");
  }

  /** Mistakes in the configuration are told before the first file is read. */
  @Override
  protected void finishLocalSetup() throws CheckstyleException {
    if (javaVersion != null && javaVersion < 8) {
      throw new CheckstyleException("javaVersion must be at least 8, not " + javaVersion);
    }
    try {
      Perflint perflint = new Perflint();
      Wishes wanted =
          new Wishes(
              workingDirectory,
              select,
              ignore,
              Optional.ofNullable(javaVersion),
              includeTests,
              includeGenerated,
              sourceRoots,
              classPath);
      wanted.check(perflint.rules());
      wishes = wanted;
      scan = new Scan(perflint);
      if (configFile != null) {
        scan.use(ConfigurationFiles.load(configFile));
      }
    } catch (UsageException e) {
      throw new CheckstyleException(e.getMessage(), e);
    }
  }

  @Override
  public void beginProcessing(String encoding) {
    charset = Charset.forName(encoding);
    files.clear();
  }

  @Override
  protected void processFiltered(File file, FileText text) throws CheckstyleException {
    boolean first = files.isEmpty();
    files.add(file, text);
    if (first && !files.isEmpty() && configFile == null) {
      try {
        scan()
            .use(ConfigurationFiles.of(Optional.empty(), List.of(files.start(files.realPaths()))));
      } catch (UsageException e) {
        throw new CheckstyleException(e.getMessage(), e);
      }
    }
  }

  @Override
  public void finishProcessing() {
    if (!files.isEmpty()) {
      scan().findings(wishes(), files).forEach(this::report);
    }
    files.clear();
  }

  /** As a file of its own, once more: Checkstyle has told its listeners that it is finished. */
  private void report(Path file, List<Finding> findings) {
    SourceLines lines = SourceLines.of(file, charset);
    SortedSet<Violation> violations = new TreeSet<>();
    for (Finding finding : findings) {
      if (isWanted(finding.priority())) {
        violations.add(violation(finding, lines));
      }
    }
    if (violations.isEmpty()) {
      return;
    }
    SuppressedWarnings.read(file, lines.all());
    String name = file.toString();
    getMessageDispatcher().fireFileStarted(name);
    getMessageDispatcher().fireErrors(name, violations);
    getMessageDispatcher().fireFileFinished(name);
  }

  private boolean isWanted(Priority priority) {
    Priority floor = Optional.ofNullable(minPriority).or(scan()::minPriority).orElse(Priority.P3);
    return priority.isAtLeast(floor) && maxPriority.isAtLeast(priority);
  }

  /**
   * The key is the rule, and so is the module's id where it has none: one or the other is what
   * Checkstyle's reports, suppressions and {@code <message key="rule-id">} go by. The text comes
   * with the violation and not from a bundle of messages, where each new rule would need a line
   * that somebody forgets.
   */
  private Violation violation(Finding finding, SourceLines lines) {
    String rule = finding.rule().value();
    return new Violation(
        finding.location().region().startLine(),
        lines.column(finding.location().region(), getTabWidth()),
        getMessageBundle(),
        rule,
        FindingText.arguments(finding),
        getSeverityLevel(),
        Objects.requireNonNullElse(getId(), ID_PREFIX + rule),
        PerflintCheck.class,
        getCustomMessages().getOrDefault(rule, FindingText.PATTERN));
  }

  /** When the configuration changes, Checkstyle's cache of unchanged files does not count. */
  @Override
  public Set<String> getExternalResourceLocations() {
    return Optional.ofNullable(configFile).map(Path::toString).map(Set::of).orElse(Set.of());
  }

  private Scan scan() {
    if (scan == null) {
      throw new IllegalStateException("not configured");
    }
    return scan;
  }

  private Wishes wishes() {
    if (wishes == null) {
      throw new IllegalStateException("not configured");
    }
    return wishes;
  }
}
