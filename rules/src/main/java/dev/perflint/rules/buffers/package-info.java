/** Rules about arrays and buffers for I/O. One class a rule; the rules do not know each other. */
@NullMarked
package dev.perflint.rules.buffers;

import org.jspecify.annotations.NullMarked;
