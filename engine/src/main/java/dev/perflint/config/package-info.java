/**
 * What a project wants of perflint: {@code perflint.yml}.
 *
 * <p>Start with {@link dev.perflint.config.Configuration}.
 */
@NullMarked
package dev.perflint.config;

import org.jspecify.annotations.NullMarked;
