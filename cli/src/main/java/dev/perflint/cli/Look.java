package dev.perflint.cli;

/**
 * How a report looks; each format takes what is meant for it.
 *
 * @param color with terminal escapes
 * @param explainRank with the terms of each rank
 * @param category of a SARIF report
 */
record Look(boolean color, boolean explainRank, String category) {}
