/**
 * YAML text as nodes that know their file and line, so that every complaint about a file can name
 * the place.
 *
 * <p>Reads SnakeYAML's events directly: no object mapping, no tags, no aliases (a file cannot make
 * the reader build anything but text, lists and mappings). What the keys mean is said elsewhere.
 */
@NullMarked
package dev.perflint.yaml;

import org.jspecify.annotations.NullMarked;
