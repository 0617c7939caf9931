/**
 * The words in which rules on configuration are written: what a configuration file says, what the
 * rest of the application says to it, and which of its code makes it matter. Works on merged facts.
 */
@NullMarked
package dev.perflint.deploy;

import org.jspecify.annotations.NullMarked;
