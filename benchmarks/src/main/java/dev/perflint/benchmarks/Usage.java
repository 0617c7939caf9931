package dev.perflint.benchmarks;

/**
 * What one process used.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of processor time, of all its threads
 * @param peakMegabytes largest resident set
 */
record Usage(double wall, double cpu, double peakMegabytes) {}
