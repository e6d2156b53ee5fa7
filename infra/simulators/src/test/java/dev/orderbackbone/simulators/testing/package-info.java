/** What several tests need: clients of the two servers and the real process. */
@NullMarked
package dev.orderbackbone.simulators.testing;

import org.jspecify.annotations.NullMarked;
