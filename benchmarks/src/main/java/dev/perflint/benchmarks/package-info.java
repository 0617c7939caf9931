/**
 * Measures perflint itself, in fresh JVMs and against the least that any such tool must do: parse.
 * Nothing here ships.
 *
 * <p>Start with {@link dev.perflint.benchmarks.SpeedComparison}.
 */
@NullMarked
package dev.perflint.benchmarks;

import org.jspecify.annotations.NullMarked;
