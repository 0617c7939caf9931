/**
 * The facade that the command line and the plugins call. Start with {@code Perflint#scan}.
 *
 * <p>A scan reads as its packages do: source, facts, match, rule, analysis, project, rank.
 */
@NullMarked
package dev.perflint;

import org.jspecify.annotations.NullMarked;
