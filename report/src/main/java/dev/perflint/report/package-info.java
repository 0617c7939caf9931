/**
 * The door to all report formats: ask {@link dev.perflint.report.ReportFormats} for one by its id
 * and let it write a scan's result.
 *
 * <p>Each format lives in a package below and knows nothing of this one, so dependencies point one
 * way. What several formats say alike is in {@code content}.
 */
@NullMarked
package dev.perflint.report;

import org.jspecify.annotations.NullMarked;
