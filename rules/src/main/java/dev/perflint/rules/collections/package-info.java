/** Rules of the theme collections. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.collections;

import org.jspecify.annotations.NullMarked;
