/**
 * The facts of all files merged: types, calls, entry points, effects. Answers what single files
 * left open.
 *
 * <p>Start with {@link dev.perflint.project.Project}.
 */
@NullMarked
package dev.perflint.project;

import org.jspecify.annotations.NullMarked;
