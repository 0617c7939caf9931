package dev.perflint.cli;

import dev.perflint.Perflint;
import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.WhyNot;
import dev.perflint.fix.FixedFile;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Finding;
import dev.perflint.project.RankTrace;
import dev.perflint.project.Reach;
import dev.perflint.rule.RuleDoc;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the commands need of perflint, so that tests can put a known answer in its place. */
interface Engine {
  /**
   * @throws dev.perflint.UsageException for a path that does not exist or an unknown rule
   */
  ScanReport scan(ScanRequest request);

  /** The folder that the paths of findings are relative to. */
  Path base(ScanRequest request);

  /** What the safe fixes would make of the files; writes nothing. */
  List<FixedFile> fixes(ScanRequest request);

  /** The same of findings that a scan has made already. */
  List<FixedFile> fixes(ScanRequest request, List<Finding> findings);

  /** What each clause of a rule says to the code on a line. */
  WhyNot whyNot(ScanRequest request, String rule, Path file, int line);

  /** Who reaches some methods and what they reach. */
  List<Reach> reach(ScanRequest request, String wanted, int depth);

  /** How the findings on a line come to their priorities. */
  List<RankTrace> whyRanked(ScanRequest request, Path file, int line);

  /** The versions of known libraries that the build files name. */
  LibraryVersions versions(ScanRequest request);

  /** Every rule there is, sorted by id. */
  List<RuleDoc> rules();

  /**
   * The engine itself. It is built at first use only: {@code --help} and {@code --version} answer
   * without it.
   */
  static Engine onDemand() {
    return of(Perflint::new);
  }

  /**
   * The engine itself, made on a thread of its own while the caller goes on. Half of what a process
   * does before its first file is to make the rules, and another core has nothing to do yet.
   */
  static Engine ahead() {
    CompletableFuture<Perflint> made = CompletableFuture.supplyAsync(Perflint::new);
    return of(() -> awaited(made));
  }

  private static Perflint awaited(CompletableFuture<Perflint> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** An engine that is made at first use. */
  static Engine of(Supplier<Perflint> maker) {
    return new Engine() {
      private @Nullable Perflint perflint;

      private Perflint perflint() {
        if (perflint == null) {
          perflint = maker.get();
        }
        return perflint;
      }

      @Override
      public ScanReport scan(ScanRequest request) {
        return perflint().scan(request);
      }

      @Override
      public LibraryVersions versions(ScanRequest request) {
        return perflint().versions(request);
      }

      @Override
      public Path base(ScanRequest request) {
        return perflint().base(request);
      }

      @Override
      public List<FixedFile> fixes(ScanRequest request) {
        return perflint().fixes(request);
      }

      @Override
      public List<FixedFile> fixes(ScanRequest request, List<Finding> findings) {
        return perflint().fixes(request, findings);
      }

      @Override
      public WhyNot whyNot(ScanRequest request, String rule, Path file, int line) {
        return perflint().whyNot(request, rule, file, line);
      }

      @Override
      public List<Reach> reach(ScanRequest request, String wanted, int depth) {
        return perflint().reach(request, wanted, depth);
      }

      @Override
      public List<RankTrace> whyRanked(ScanRequest request, Path file, int line) {
        return perflint().whyRanked(request, file, line);
      }

      @Override
      public List<RuleDoc> rules() {
        return perflint().rules();
      }
    };
  }
}
