package dev.perflint.report.draft;

import dev.perflint.config.IssueSettings;
import dev.perflint.model.Priority;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How drafts are made.
 *
 * @param base what the paths of findings are relative to
 * @param most drafts at most
 * @param floor the least urgent priority that is drafted
 * @param issues what the project's configuration says of its issues
 * @param links where its files are shown
 * @param jmh measurements, if there are any
 * @param profile what was recorded of the application, if anything was
 * @param template of the project; empty for the one that comes with perflint
 */
public record DraftSettings(
    Path base,
    int most,
    Priority floor,
    IssueSettings issues,
    Dialect dialect,
    SourceLinks links,
    JmhResults jmh,
    JfrProfile profile,
    Optional<IssueTemplate> template) {}
