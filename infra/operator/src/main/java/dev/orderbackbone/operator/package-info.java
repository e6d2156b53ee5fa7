/**
 * The one command with which operators run, watch and prove an installation. {@link dev.orderbackbone.operator.Backbone} lists its commands;
 * each of them stands in a package of its own with what it needs.
 *
 * <p>What a command found out goes to standard output; what it is doing meanwhile, and what is wrong, to standard error. Exit codes: 0 all is
 * well; 1 something is not, and it was said what; 2 the command line or a setting is wrong.
 */
@NullMarked
package dev.orderbackbone.operator;

import org.jspecify.annotations.NullMarked;
