/**
 * The auditor behind {@code ./backbone verify}.
 *
 * <p>It trusts nothing that a service says about itself. It reads topics (committed records only), the positions of consumer groups and the
 * counts stored with them, the ledgers of the payment gateway and of the mail server, the read models, and the order ids that clients were
 * answered 202 for; and checks the invariants I1 to I11 on them. It writes nothing anywhere and never joins a group.
 *
 * <ul>
 *   <li>{@code evidence}: what there is to read, as an interface that knows nothing of Kafka or JDBC.
 *   <li>{@code invariant}: one class for each invariant. They share no code with the services that they audit.
 *   <li>{@code source}: the evidence of a running installation.
 * </ul>
 *
 * <p>Topics keyed by order id are partitioned alike, so that one partition of all of them is a closed world, a slice: it is read, judged and
 * forgotten before the next one. That bounds the memory by the largest partition, and lets several threads work.
 *
 * <p>The installation may be running. Two cuts are taken through the log, with everything else that is read in between: what stands below the
 * first cut must have its causes and consequences-in-the-same-transaction below the second. What must be true only of a quiet system is checked
 * only when it is quiet.
 */
@NullMarked
package dev.orderbackbone.operator.verify;

import org.jspecify.annotations.NullMarked;
