/** Words that people type, and which one they meant. */
@NullMarked
package dev.perflint.words;

import org.jspecify.annotations.NullMarked;
