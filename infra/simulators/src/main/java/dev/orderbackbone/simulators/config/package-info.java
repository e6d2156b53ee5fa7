/**
 * Settings from environment variables: read once, all problems told at once, and printed by {@code --help} from the
 * same lines that read them, so that the help cannot be wrong.
 */
@NullMarked
package dev.orderbackbone.simulators.config;

import org.jspecify.annotations.NullMarked;
