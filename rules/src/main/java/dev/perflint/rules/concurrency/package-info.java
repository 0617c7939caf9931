/** Rules about threads and pools. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.concurrency;

import org.jspecify.annotations.NullMarked;
