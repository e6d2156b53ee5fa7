/**
 * Maps the UCI Online Retail data set to what the backbone takes in. Each invoice is one input and becomes exactly one of: an order, a
 * return, a stock adjustment, or a refusal with a reason. The decisions are written down in {@code docs/demo-data.md}.
 */
@NullMarked
package dev.orderbackbone.operator.demo.retail;

import org.jspecify.annotations.NullMarked;
