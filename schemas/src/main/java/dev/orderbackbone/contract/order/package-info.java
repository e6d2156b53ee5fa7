/** The life of an order: what is asked for at the intake, and what has become of it. */
@NullMarked
package dev.orderbackbone.contract.order;

import org.jspecify.annotations.NullMarked;
