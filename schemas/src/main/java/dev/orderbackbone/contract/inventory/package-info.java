/** Stock: pools, reservations, receipts and corrections. */
@NullMarked
package dev.orderbackbone.contract.inventory;

import org.jspecify.annotations.NullMarked;
