/**
 * The command line: takes arguments apart, calls the engine, prints, and says with its exit code
 * what came of it.
 *
 * <p>Nothing is found, ranked or rendered here. The only package that may end the process or know
 * {@code System.out}. Start with {@link dev.perflint.cli.Main}, then {@link
 * dev.perflint.cli.ScanCommand}.
 */
@NullMarked
package dev.perflint.cli;

import org.jspecify.annotations.NullMarked;
