/**
 * The durable ledgers: append-only files of lines.
 *
 * <p>What {@link dev.orderbackbone.simulators.journal.Journal#awaitWritten} has returned for survives {@code kill -9}
 * of the process (and, with fsync, of the machine). One process at a time owns a file. A last line without its line
 * end was never acknowledged to anybody: it is cut off at the next start. Anything else that cannot be read stops the
 * start: a ledger is evidence and is never repaired silently.
 */
@NullMarked
package dev.orderbackbone.simulators.journal;

import org.jspecify.annotations.NullMarked;
