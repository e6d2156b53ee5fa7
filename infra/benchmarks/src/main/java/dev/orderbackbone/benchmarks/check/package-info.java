/**
 * What must be true afterwards, of any contender: every order sent has exactly one row, terminal; stock is what it was less what was confirmed;
 * each order has one message; what was declined is not confirmed, and what could be served was. A run that breaks one of these has no result.
 */
@NullMarked
package dev.orderbackbone.benchmarks.check;

import org.jspecify.annotations.NullMarked;
