/**
 * What the processes of all services share. A service brings a decider and says where its state lives ({@link
 * dev.orderbackbone.runtime.Flow}); this package runs it in Kafka Streams:
 *
 * <pre>
 *   bytes in ─► is the key parked? ─► decode ─► is it where its key belongs? ─► load ─► decide ─► encode ─► save ─► bytes out
 *                     │                  │                    │                       │
 *                     └──────────────────┴────────────────────┴───────────────────────┴──► parked (record as it came, origin and reason in headers)
 * </pre>
 *
 * Promises: state, messages, tally and consumer position of an input are one Kafka transaction (exactly once). A record that cannot be
 * decided on, or leads to more than a broker takes, is parked and stops no other key, nor another line of its key. Each input is counted
 * as exactly one of effect, parked, ignored. Nothing is written to a topic that the topology does not name. For seconds, and on demand only
 * ({@link dev.orderbackbone.runtime.StandstillEndpoint}), no transaction begins: then what has been read, is remembered and was written can be copied.
 *
 * <p>What is parked comes back when an operator sends it ({@link dev.orderbackbone.runtime.Redrive}): it takes the same way, but for the gate of its
 * own line, of which it must be the first. Nothing that was parked is dealt with twice ({@link dev.orderbackbone.runtime.ParkedLines}).
 *
 * <p>Where the outside world is touched, a service brings an {@link dev.orderbackbone.runtime.Effect}, and an {@link
 * dev.orderbackbone.runtime.EffectWorker} carries out what a topic asks for, in a consumer group with progress per request:
 *
 * <pre>
 *   requests ─► poll ─► done? claimed? ─► a virtual thread each: decode ─► perform ─► answer in the log
 *                             ▲                                                           │
 *                  horizon    └── group's offset, open ones beyond it ◄── every 20 ms ◄───┘
 * </pre>
 */
@NullMarked
package dev.orderbackbone.runtime;

import org.jspecify.annotations.NullMarked;
