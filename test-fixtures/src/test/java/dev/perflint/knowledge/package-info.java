/** Holds the knowledge files against the libraries that they speak of. */
@NullMarked
package dev.perflint.knowledge;

import org.jspecify.annotations.NullMarked;
