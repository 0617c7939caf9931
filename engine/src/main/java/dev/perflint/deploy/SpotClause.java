package dev.perflint.deploy;

import dev.perflint.match.Clause;

/** A condition in its place in a rule; compared by identity of the condition's test. */
public record SpotClause(Clause.Kind kind, String label, SpotCondition condition) {}
