/**
 * Runs a catalogue over one file: bytes in, plain data out. No syntax tree leaves this package.
 *
 * <p>Start with {@link dev.perflint.analysis.FileAnalyzer}; {@link
 * dev.perflint.analysis.FileAnalysis} is what the merge sees.
 */
@NullMarked
package dev.perflint.analysis;

import org.jspecify.annotations.NullMarked;
