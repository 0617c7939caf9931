/** Rules of the theme configuration. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.configuration;

import org.jspecify.annotations.NullMarked;
