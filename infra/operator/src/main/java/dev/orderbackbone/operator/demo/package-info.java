/**
 * {@code ./backbone demo}: a year of a real shop's orders, from submission to outcome.
 *
 * <p>{@link dev.orderbackbone.operator.demo.Accounts} says what has become of every input, and knows only what clients were answered and what
 * stands on topics; nothing is assumed. {@code Sending} brings the inputs to the backbone, {@code LogFollower} reads what it makes of them,
 * {@code MartFigures} asks the read models for money, stock and messages when all is quiet. {@code docs/demo-data.md} tells how invoices become
 * inputs.
 */
@NullMarked
package dev.orderbackbone.operator.demo;

import org.jspecify.annotations.NullMarked;
