/** Rules of the theme serialization. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.serialization;

import org.jspecify.annotations.NullMarked;
