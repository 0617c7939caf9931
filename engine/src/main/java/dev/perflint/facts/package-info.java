/**
 * What surrounds a site: loops, lifetimes, init contexts, literals. One class a question, answered
 * from one file; what needs more comes back as an open {@link dev.perflint.types.Truth}.
 *
 * <p>Start with {@link dev.perflint.facts.FileContext}.
 */
@NullMarked
package dev.perflint.facts;

import org.jspecify.annotations.NullMarked;
