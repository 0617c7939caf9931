/**
 * What a project's configuration files set: {@code application.properties}, {@code application.yml}
 * and their like, each read by itself into plain data.
 */
@NullMarked
package dev.perflint.settings;

import org.jspecify.annotations.NullMarked;
