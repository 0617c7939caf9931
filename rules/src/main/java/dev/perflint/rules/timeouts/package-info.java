/** Rules about waits without a limit. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.timeouts;

import org.jspecify.annotations.NullMarked;
