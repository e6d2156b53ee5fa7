/** Payments: commands, calls to the gateway and their answers, and what became of them. */
@NullMarked
package dev.orderbackbone.contract.payment;

import org.jspecify.annotations.NullMarked;
