/**
 * The outside world, simulated in one process: a payment gateway and a mail server, each with a durable ledger that an
 * auditor can read without asking the backbone, and a warehouse, whose ledger is the log itself.
 *
 * <p>Gateway and mail server know nothing of the backbone: no contract type, no topic, only the protocols that real ones
 * speak. What they acknowledge they have written first, and how they misbehave is chosen by a seed, so that a
 * run can be repeated. Readers: {@link dev.orderbackbone.simulators.gateway.GatewayLedger} and
 * {@link dev.orderbackbone.simulators.mail.MailLedger}.
 *
 * <p>A further simulator is a constant of {@code SimulatorsSettings.Part}, a record of settings, and a case in
 * {@code Simulators.start}.
 */
@NullMarked
package dev.orderbackbone.simulators;

import org.jspecify.annotations.NullMarked;
