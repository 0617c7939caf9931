/**
 * A class path that somebody has given: what its class files declare, as a table of types. Class
 * files are read, never loaded. Start with {@link dev.perflint.classpath.ClassPath}.
 */
@NullMarked
package dev.perflint.classpath;

import org.jspecify.annotations.NullMarked;
