/**
 * Answers "is this a ...?" and "what does this call return?" from symbolic type references, the
 * committed API tables and the declarations of the project.
 *
 * <p>The only package that may touch JavaParser's symbol solver. Start with {@link
 * dev.perflint.types.TypeRef}.
 */
@NullMarked
package dev.perflint.types;

import org.jspecify.annotations.NullMarked;
