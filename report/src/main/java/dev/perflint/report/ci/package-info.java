/**
 * What build servers and code hosts read: workflow commands of GitHub, code quality of GitLab, the
 * XML of Checkstyle and that of JUnit. Each shows one finding as one entry and keeps the order that
 * its readers expect.
 */
@NullMarked
package dev.perflint.report.ci;

import org.jspecify.annotations.NullMarked;
