/**
 * Turns findings into drafts of {@code [PERF]} issues. What is one issue is decided by {@link
 * dev.perflint.report.draft.Opportunities}; what is said of it is computed by one small class for
 * each section of the template, or left to a person in plain sight.
 */
@NullMarked
package dev.perflint.report.draft;

import org.jspecify.annotations.NullMarked;
