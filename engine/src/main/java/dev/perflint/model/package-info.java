/**
 * What a finding, a place, a priority, a certainty and a text edit <em>are</em>: plain records of
 * the JDK alone.
 *
 * <p>Nothing here parses, matches, ranks or prints. Start with {@link dev.perflint.model.Finding}.
 */
@NullMarked
package dev.perflint.model;

import org.jspecify.annotations.NullMarked;
