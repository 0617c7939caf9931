/** The command line, for comparisons with it. */
@NullMarked
package dev.perflint.cli;

import org.jspecify.annotations.NullMarked;
