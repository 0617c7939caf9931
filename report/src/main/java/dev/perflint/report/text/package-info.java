/**
 * Reports for people and for terminals: {@code text} with code frames and reasons, {@code compact}
 * with one line a finding.
 *
 * <p>All widths are counted in terminal cells. Whatever comes from scanned code passes {@link
 * dev.perflint.report.content.Printable} first. Start with {@link
 * dev.perflint.report.text.TextReport}.
 */
@NullMarked
package dev.perflint.report.text;

import org.jspecify.annotations.NullMarked;
