package dev.perflint.rule;

import dev.perflint.model.Cost;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.RuleId;
import dev.perflint.model.Theme;
import java.util.Optional;

/**
 * All that a person, a report or a catalogue page needs to know of a rule; the part without
 * matching.
 *
 * @param since first perflint version that has the rule
 * @param cost of one execution at the reported place; empty when the knowledge entry or nobody
 *     knows it
 * @param effect the same in words
 * @param userImpact what changes for users when it is fixed; "none" when nothing does
 * @param summary one line, lower case start, no full stop: the problem
 * @param why one paragraph
 * @param instead what to do, one or two sentences
 * @param caveat when it does not matter
 * @param fixLabel imperative description of the automatic fix, where there is one
 * @param pedantic where else it is found when the group {@code pedantic} is selected, reads on
 *     after "in": true there, but small
 */
public record RuleDoc(
    RuleId id,
    String since,
    Theme theme,
    Group group,
    Risk risk,
    Optional<Cost> cost,
    String effect,
    Heat heat,
    JdkRange jdk,
    Technique technique,
    Effort effort,
    String userImpact,
    String summary,
    String why,
    String instead,
    String caveat,
    Evidence evidence,
    Optional<String> fixLabel,
    Optional<String> pedantic) {}
