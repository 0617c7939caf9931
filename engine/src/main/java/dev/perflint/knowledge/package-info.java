/**
 * What perflint knows of libraries, by role: which calls create, wait, query, iterate; which types
 * and annotations mean something; where libraries call in.
 *
 * <p>The knowledge itself is data: files in the module {@code perflint-rules}, and later in users'
 * configuration, in one syntax. Start with {@link dev.perflint.knowledge.Knowledge}.
 */
@NullMarked
package dev.perflint.knowledge;

import org.jspecify.annotations.NullMarked;
