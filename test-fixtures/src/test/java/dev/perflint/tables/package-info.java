/**
 * Writes and checks the API tables that {@link dev.perflint.types.PackageTables} reads.
 *
 * <p>javac's model of the JDK and of library jars ({@link dev.perflint.tables.Javac}) becomes
 * {@link dev.perflint.types.ApiType}s ({@link dev.perflint.tables.ElementReader}), these become
 * text ({@link dev.perflint.tables.TableWriter}). What is in the tables stands in {@code jdk.txt}
 * and {@code libraries.txt} beside the classes. After a change there, or of a library's version,
 * run with {@code JAVA_HOME} at a JDK 25 (an older one rewrites the libraries only)
 *
 * <pre>
 * mvn test -pl test-fixtures -am -Dtest=ApiTablesTest -Dsurefire.failIfNoSpecifiedTests=false -Dtables=update
 * </pre>
 */
@NullMarked
package dev.perflint.tables;

import org.jspecify.annotations.NullMarked;
