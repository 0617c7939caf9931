/** Rules about round trips to databases. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.dataaccess;

import org.jspecify.annotations.NullMarked;
