/** Rules of the theme io. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.io;

import org.jspecify.annotations.NullMarked;
