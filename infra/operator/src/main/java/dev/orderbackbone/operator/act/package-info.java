/**
 * What operators say to orders, payments, stock and messages: {@code orders hold|release|cancel}, {@code payments resolve}, {@code stock adjust},
 * {@code notifications resend|skip}.
 *
 * <p>Each is an ordinary event on the topic that the catalogue has for it, with its author and reason, and never goes around the log. The plan says how
 * the order stands and what the present decider would answer. After it is sent, what became of it is looked up in the log: the service's own words, or a
 * refusal with its rule.
 */
@NullMarked
package dev.orderbackbone.operator.act;

import org.jspecify.annotations.NullMarked;
