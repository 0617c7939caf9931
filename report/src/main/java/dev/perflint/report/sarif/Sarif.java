package dev.perflint.report.sarif;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of SARIF 2.1.0 that perflint writes. Names and nesting are those of the specification;
 * members that are null are left out of the file.
 */
final class Sarif {
  private Sarif() {}

  record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

  record Run(
      Tool tool,
      List<Invocation> invocations,
      AutomationDetails automationDetails,
      String columnKind,
      String defaultSourceLanguage,
      Map<String, BaseLocation> originalUriBaseIds,
      List<Result> results) {}

  record Tool(Driver driver) {}

  record Driver(
      String name,
      String fullName,
      String version,
      String semanticVersion,
      String informationUri,
      List<Descriptor> rules,
      List<Descriptor> notifications) {}

  /** A rule, or a kind of notification. */
  record Descriptor(
      String id,
      String name,
      Message shortDescription,
      Message fullDescription,
      Help help,
      @Nullable String helpUri,
      Configuration defaultConfiguration,
      @Nullable RuleProperties properties) {}

  record Message(String text) {}

  record Help(String text, String markdown) {}

  record Configuration(String level) {}

  record RuleProperties(
      List<String> tags,
      String precision,
      @JsonProperty("problem.severity") String severity,
      String group,
      String risk) {}

  record AutomationDetails(String id) {}

  record BaseLocation(Message description) {}

  record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

  record Notification(
      Reference descriptor,
      @Nullable Reference associatedRule,
      String level,
      Message message,
      @Nullable List<Location> locations) {}

  record Reference(String id, @Nullable Integer index) {}

  record Result(
      String ruleId,
      @Nullable Integer ruleIndex,
      String level,
      Message message,
      List<Location> locations,
      @Nullable List<Location> relatedLocations,
      @Nullable List<CodeFlow> codeFlows,
      Fingerprints partialFingerprints,
      int rank,
      @Nullable List<Fix> fixes,
      ResultProperties properties) {}

  record Fingerprints(
      String primaryLocationLineHash, @JsonProperty("perflint/v1") String content) {}

  record ResultProperties(
      String priority,
      String area,
      String theme,
      String confidence,
      List<String> why,
      @Nullable Double waste,
      List<Term> wasteTerms) {}

  record Term(String name, double log10, String text) {}

  record Location(
      @Nullable Integer id,
      PhysicalLocation physicalLocation,
      @Nullable List<LogicalLocation> logicalLocations,
      @Nullable Message message) {}

  record PhysicalLocation(
      ArtifactLocation artifactLocation, @Nullable Region region, @Nullable Region contextRegion) {}

  record ArtifactLocation(String uri, String uriBaseId) {}

  record Region(
      int startLine,
      @Nullable Integer startColumn,
      @Nullable Integer endLine,
      @Nullable Integer endColumn,
      @Nullable Message snippet) {}

  record LogicalLocation(String fullyQualifiedName) {}

  record CodeFlow(List<ThreadFlow> threadFlows) {}

  record ThreadFlow(List<ThreadFlowLocation> locations) {}

  record ThreadFlowLocation(Location location) {}

  record Fix(Message description, List<ArtifactChange> artifactChanges) {}

  record ArtifactChange(ArtifactLocation artifactLocation, List<Replacement> replacements) {}

  record Replacement(Region deletedRegion, @Nullable Message insertedContent) {}
}
