/**
 * What more than one format says: the counts, the links, how numbers are rounded and which
 * characters are never shown raw.
 *
 * <p>No layout here. Start with {@link dev.perflint.report.content.Summary}.
 */
@NullMarked
package dev.perflint.report.content;

import org.jspecify.annotations.NullMarked;
