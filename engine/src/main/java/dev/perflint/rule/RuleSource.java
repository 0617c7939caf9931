package dev.perflint.rule;

/**
 * Provides one rule; found by {@link java.util.ServiceLoader}, so that a new rule touches no shared
 * file.
 */
@FunctionalInterface
public interface RuleSource {
  Rule rule();
}
