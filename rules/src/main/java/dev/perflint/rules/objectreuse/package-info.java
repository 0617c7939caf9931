/**
 * Rules about objects that are made again and again. One class a rule; the rules do not know each
 * other.
 */
@NullMarked
package dev.perflint.rules.objectreuse;

import org.jspecify.annotations.NullMarked;
