/**
 * The {@code sarif} report: SARIF 2.1.0 as GitHub code scanning and IDE viewers want it.
 *
 * <p>{@link dev.perflint.report.sarif.Sarif} is the part of the format that we write, as records;
 * the classes around it fill them. Start with {@link dev.perflint.report.sarif.SarifReport}.
 */
@NullMarked
package dev.perflint.report.sarif;

import org.jspecify.annotations.NullMarked;
