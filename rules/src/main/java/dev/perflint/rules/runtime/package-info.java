/** Rules of the theme runtime. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.runtime;

import org.jspecify.annotations.NullMarked;
