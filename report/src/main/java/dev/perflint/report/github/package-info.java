/**
 * Talks to GitHub: a client with deadlines that waits when it is told to, and the upload of a SARIF
 * report to code scanning. Start with {@link dev.perflint.report.github.GitHubApi}.
 */
@NullMarked
package dev.perflint.report.github;

import org.jspecify.annotations.NullMarked;
