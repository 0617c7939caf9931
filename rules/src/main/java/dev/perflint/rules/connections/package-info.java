/**
 * Rules about clients and connections that live too short. One class a rule; the rules do not know
 * each other.
 */
@NullMarked
package dev.perflint.rules.connections;

import org.jspecify.annotations.NullMarked;
