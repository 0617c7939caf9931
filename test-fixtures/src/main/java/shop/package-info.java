/**
 * A small shop that runs on H2: what it asks of the database is counted, and held against what a
 * scan finds. See {@code dev.perflint.recall}.
 *
 * <p>The comment {@code n+1} ends a line that runs once for each of many rows and is found, {@code
 * missed: why} one that runs so and is not found, {@code alarm: why} one that is found and does
 * not. Beside each stands a method that does the same work with a constant number of statements.
 */
package shop;
