/**
 * Rules about texts and regular expressions. One class a rule; the rules do not know each other.
 */
@NullMarked
package dev.perflint.rules.text;

import org.jspecify.annotations.NullMarked;
