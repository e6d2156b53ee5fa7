package dev.orderbackbone.operator.verify.evidence;

/**
 * An entry of the mail server's own ledger: a message that it took.
 *
 * @param line of the ledger, from 1.
 * @param messageId the backbone's stable id of the message, as the message's headers state it.
 */
public record SentMail(long line, String messageId) {}
