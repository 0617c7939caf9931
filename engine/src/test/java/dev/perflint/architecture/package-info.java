/** Breaks every law of the architecture on purpose, to show that the laws bite. Do not repair. */
@NullMarked
package dev.perflint.architecture;

import org.jspecify.annotations.NullMarked;
