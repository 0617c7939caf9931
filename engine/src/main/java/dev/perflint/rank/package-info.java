/**
 * From cost, frequency and risk to P1, P2 or P3, with the reason in words and numbers.
 *
 * <p>Sees places and paths only, no syntax trees. All numbers stand in {@link
 * dev.perflint.rank.RankingNumbers}; start with {@link dev.perflint.rank.Ranker}.
 */
@NullMarked
package dev.perflint.rank;

import org.jspecify.annotations.NullMarked;
