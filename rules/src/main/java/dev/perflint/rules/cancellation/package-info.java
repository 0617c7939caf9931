/** Rules about work that cannot be stopped. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.cancellation;

import org.jspecify.annotations.NullMarked;
