/**
 * The matcher language: patterns that select sites, conditions that restrict them, and how both
 * describe and mutate themselves.
 *
 * <p>Start with {@link dev.perflint.match.Patterns} and {@link dev.perflint.match.Conditions}, the
 * words of the language; CONTRIBUTING.md has them on one page.
 */
@NullMarked
package dev.perflint.match;

import org.jspecify.annotations.NullMarked;
