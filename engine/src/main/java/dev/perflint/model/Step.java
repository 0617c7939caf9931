package dev.perflint.model;

/**
 * One station on the way to a finding, e.g. the loop around it or the helper that runs the query.
 */
public record Step(Location location, String message) {}
