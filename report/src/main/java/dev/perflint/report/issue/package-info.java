/**
 * Keeps the issues of a GitHub repository in step with drafts: what to do is decided here, without
 * a request, and done by {@link dev.perflint.report.issue.IssueSync}. Start with {@link
 * dev.perflint.report.issue.SyncPlan}.
 */
@NullMarked
package dev.perflint.report.issue;

import org.jspecify.annotations.NullMarked;
