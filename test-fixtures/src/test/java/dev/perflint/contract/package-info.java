/**
 * The contract that every rule holds, checked over the fixtures. A new rule needs no line here:
 * rules come from {@code ServiceLoader}, fixtures from their folders.
 *
 * <p>Start with {@link dev.perflint.contract.RuleContractTest}.
 */
@NullMarked
package dev.perflint.contract;

import org.jspecify.annotations.NullMarked;
