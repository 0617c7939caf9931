/**
 * Runs the shop of {@code src/main/java/shop} on H2, counts what each of its calls asks of the
 * database, and holds what a scan finds against that. The shop's comments say what is expected: see
 * {@link dev.perflint.recall.Marker}; what is called stands in {@link dev.perflint.recall.Shapes}.
 *
 * <p>Start with {@link dev.perflint.recall.RecallTest}.
 */
@NullMarked
package dev.perflint.recall;

import org.jspecify.annotations.NullMarked;
