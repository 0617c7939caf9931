/**
 * A rule as a value: what it matches, what it costs, what to do instead. Also the library knowledge
 * by role.
 *
 * <p>Rules themselves live in the module {@code perflint-rules}. Start with {@link
 * dev.perflint.rule.Rule}.
 */
@NullMarked
package dev.perflint.rule;

import org.jspecify.annotations.NullMarked;
