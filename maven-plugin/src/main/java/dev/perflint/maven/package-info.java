/**
 * The goals of the Maven plugin. Each one asks Maven for what it knows of the modules, lets the
 * engine scan them, and tells the result in Maven's way; findings and reports are those of the
 * command line.
 */
@NullMarked
package dev.perflint.maven;

import org.jspecify.annotations.NullMarked;
