/** Puts reports and other results into files, whole or not at all. */
@NullMarked
package dev.perflint.report.file;

import org.jspecify.annotations.NullMarked;
