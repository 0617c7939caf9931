/**
 * perflint as a module of Checkstyle: the same findings as {@code perflint scan}, reported by a
 * tool that a build runs already.
 *
 * <p>Nothing is found or ranked here. Files are collected while Checkstyle hands them over,
 * analysed together at the end, since most findings need more than one of them, and reported by
 * file. Start with {@link dev.perflint.checkstyle.PerflintCheck}.
 */
@NullMarked
package dev.perflint.checkstyle;

import org.jspecify.annotations.NullMarked;
