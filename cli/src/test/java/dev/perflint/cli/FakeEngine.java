package dev.perflint.cli;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers every scan as it is told to, and remembers what it was asked. */
final class FakeEngine implements Engine {
  final List<ScanRequest> requests = new ArrayList<>();
  private final Function<ScanRequest, ScanReport> answer;

  private FakeEngine(Function<ScanRequest, ScanReport> answer) {
    this.answer = answer;
  }

  static FakeEngine answering(ScanReport report) {
    return new FakeEngine(request -> report);
  }

  static FakeEngine doing(Function<ScanRequest, ScanReport> answer) {
    return new FakeEngine(answer);
  }

  /** The only request there was. */
  ScanRequest request() {
    if (requests.size() != 1) {
      throw new AssertionError("not one request: " + requests);
    }
    return requests.get(0);
  }

  @Override
  public LibraryVersions versions(ScanRequest request) {
    return LibraryVersions.NONE;
  }

  @Override
  public ScanReport scan(ScanRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  @Override
  public Path base(ScanRequest request) {
    return request.workingDirectory();
  }

  @Override
  public List<FixedFile> fixes(ScanRequest request, List<Finding> findings) {
    return fixes(request);
  }

  @Override
  public List<FixedFile> fixes(ScanRequest request) {
    requests.add(request);
    return List.of();
  }

  @Override
  public WhyNot whyNot(ScanRequest request, String rule, Path file, int line) {
    requests.add(request);
    return new WhyNot(List.of());
  }

  @Override
  public List<Reach> reach(ScanRequest request, String wanted, int depth) {
    requests.add(request);
    return List.of();
  }

  @Override
  public List<RankTrace> whyRanked(ScanRequest request, Path file, int line) {
    requests.add(request);
    return List.of();
  }

  @Override
  public List<RuleDoc> rules() {
    return Samples.RULES;
  }
}
