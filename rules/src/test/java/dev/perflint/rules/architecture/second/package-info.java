/**
 * Breaks the laws of {@code RulesArchitectureTest} on purpose, to show that they bite. Do not
 * repair.
 */
@NullMarked
package dev.perflint.rules.architecture.second;

import org.jspecify.annotations.NullMarked;
