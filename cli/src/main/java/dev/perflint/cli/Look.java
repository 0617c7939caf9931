package dev.perflint.cli;

/**
 * How a report for people looks; formats for machines ignore it.
 *
 * @param color with terminal escapes
 * @param explainRank with the terms of each rank
 */
record Look(boolean color, boolean explainRank) {}
