/** Rules of the theme virtual-threads. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.virtualthreads;

import org.jspecify.annotations.NullMarked;
