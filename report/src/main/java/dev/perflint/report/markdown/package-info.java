/** The report for a comment or a job summary, and text that Markdown leaves as it is. */
@NullMarked
package dev.perflint.report.markdown;

import org.jspecify.annotations.NullMarked;
