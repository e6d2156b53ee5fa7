/**
 * A mail server that delivers to a ledger: the part of RFC 5321 that clients use (EHLO, HELO, MAIL, RCPT, DATA, RSET,
 * NOOP, VRFY, QUIT) with PIPELINING (RFC 2920), SIZE (RFC 1870) and 8BITMIME (RFC 6152).
 *
 * <p>Promises: a message stands in the ledger before {@code 250} is sent for it; what was acknowledged survives
 * {@code kill -9}. The same message sent twice stands there twice: finding that out is the auditor's business. Mail to
 * {@code bounce@...} is refused for good (550), mail to {@code defer@...} for now (451); {@code +tag}s make no
 * difference.
 */
@NullMarked
package dev.orderbackbone.simulators.mail;

import org.jspecify.annotations.NullMarked;
