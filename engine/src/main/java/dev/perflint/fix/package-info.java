/**
 * Builds text edits: by offsets, never by printing trees, so that everything else in the file stays
 * as it was.
 *
 * <p>Start with {@link dev.perflint.fix.ConstantHoist}.
 */
@NullMarked
package dev.perflint.fix;

import org.jspecify.annotations.NullMarked;
