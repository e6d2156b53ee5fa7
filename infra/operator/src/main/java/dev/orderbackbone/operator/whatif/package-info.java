/**
 * {@code ./backbone replay check}: what if the present deciders had decided all that was recorded?
 *
 * <p>The history of each order, or stock pool, is read from the log and folded through the deciders that this release brings. A recorded decision is
 * all that one input (or a passed deadline) has caused at one time; the time of each message is the time of its decision, and its id is made of both
 * (decision 3), so that the same decision makes the same bytes. In which order a service has read inputs of several topics is not recorded: it is found
 * again, as {@link dev.orderbackbone.operator.whatif.Fold} says. Nothing is written, no group is joined, no state of a service is touched.
 *
 * <p>It is the only code outside the services that calls their deciders, and of a service it uses nothing but its domain: {@code infra/guards} sees to it.
 * What cannot be decided is counted with a {@link dev.orderbackbone.operator.whatif.Reason} and never taken as equal.
 */
@NullMarked
package dev.orderbackbone.operator.whatif;

import org.jspecify.annotations.NullMarked;
