/**
 * Small programs that show what a rule is about: the same work as the rule finds it and as it
 * advises, measured one after the other. Start with {@link
 * dev.perflint.benchmarks.demo.Demonstrations}.
 */
package dev.perflint.benchmarks.demo;
