/**
 * The outside world, simulated in one process: a payment gateway, a mail server and (to come) a warehouse, each with a
 * durable ledger that an auditor can read without asking the backbone.
 *
 * <p>They know nothing of the backbone: no contract type, no topic, only the protocols that a real gateway or mail
 * server speaks. What they acknowledge they have written first, and how they misbehave is chosen by a seed, so that a
 * run can be repeated. Readers: {@link dev.orderbackbone.simulators.gateway.GatewayLedger} and
 * {@link dev.orderbackbone.simulators.mail.MailLedger}.
 *
 * <p>A further simulator is a constant of {@code SimulatorsSettings.Part}, a record of settings, and a case in
 * {@code Simulators.start}.
 */
@NullMarked
package dev.orderbackbone.simulators;

import org.jspecify.annotations.NullMarked;
