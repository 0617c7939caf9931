package dev.perflint.project;

import java.util.Optional;

/**
 * One method on the way from an entry point to a place.
 *
 * @param method its short name
 * @param recursive whether it calls itself, directly or through others
 * @param link to the next method, of the last one to the place; empty where a long way has lost its
 *     middle
 */
public record WayStep(String method, boolean recursive, Optional<Link> link) {}
