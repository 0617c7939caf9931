/**
 * The {@code json} report, perflint's own machine-readable form, and the writing of JSON that the
 * SARIF report shares.
 *
 * <p>Start with {@link dev.perflint.report.json.JsonDocument}: its records are the schema.
 */
@NullMarked
package dev.perflint.report.json;

import org.jspecify.annotations.NullMarked;
