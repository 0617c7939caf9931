/** Rules of the theme caching. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.caching;

import org.jspecify.annotations.NullMarked;
