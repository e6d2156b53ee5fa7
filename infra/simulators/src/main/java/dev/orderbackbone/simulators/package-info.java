/** The outside world, simulated: payment gateway, mail, warehouse; each keeps a ledger. */
@NullMarked
package dev.orderbackbone.simulators;

import org.jspecify.annotations.NullMarked;
