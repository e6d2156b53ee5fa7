package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.simulators.gateway.GatewayEntry;
import dev.orderbackbone.simulators.gateway.GatewayLedger;
import dev.orderbackbone.simulators.mail.MailEntry;
import dev.orderbackbone.simulators.mail.MailLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The ledgers of the simulated world, from their files or from the simulators themselves. */
final class Ledgers {
    private Ledgers() {}

    /** Opens a source from its beginning. */
    @FunctionalInterface
    private interface Opening<E> {
        Stream<E> open() throws IOException;
    }

    /**
     * The payment gateway's.
     *
     * @throws IOException if it cannot be read.
     */
    static Ledger<GatewayEffect> gateway(String fileOrAddress) throws IOException {
        LineSource source = LineSource.of(fileOrAddress);
        return pinned(
                source,
                () -> (source.isAddress() ? GatewayLedger.read(source.address()) : GatewayLedger.read(source.file()))
                        .map(Ledgers::effectOf));
    }

    /**
     * The mail server's.
     *
     * @throws IOException if it cannot be read.
     */
    static Ledger<SentMail> mail(String fileOrAddress) throws IOException {
        LineSource source = LineSource.of(fileOrAddress);
        return pinned(
                source,
                () -> (source.isAddress() ? MailLedger.read(source.address()) : MailLedger.read(source.file()))
                        .map(Ledgers::mailOf));
    }

    /** Its first reading ends where the ledger ends now. */
    private static <E> Ledger<E> pinned(LineSource source, Opening<E> opening) throws IOException {
        long linesNow = source.lines();
        AtomicBoolean wasRead = new AtomicBoolean();
        return () -> {
            Stream<E> entries = open(opening);
            return wasRead.getAndSet(true) ? entries : entries.limit(linesNow);
        };
    }

    private static <E> Stream<E> open(Opening<E> opening) {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GatewayEffect effectOf(GatewayEntry entry) {
        return new GatewayEffect(
                entry.sequence(),
                entry.idempotencyKey(),
                operationOf(entry.operation()),
                entry.reference(),
                entry.amountMinor(),
                entry.currency(),
                entry.approved());
    }

    private static GatewayOperation operationOf(GatewayEntry.Operation operation) {
        return switch (operation) {
            case AUTHORIZE -> GatewayOperation.AUTHORIZE;
            case CAPTURE -> GatewayOperation.CAPTURE;
            case VOID -> GatewayOperation.VOID;
            case REFUND -> GatewayOperation.REFUND;
        };
    }

    private static SentMail mailOf(MailEntry entry) {
        return new SentMail(entry.sequence(), withoutDomain(entry.messageId()));
    }

    /** A Message-ID header is {@code <id@domain>} (RFC 5322, 3.6.4); the backbone's id is what stands before the domain. */
    private static String withoutDomain(String header) {
        int begin = header.startsWith("<") ? 1 : 0;
        int at = header.lastIndexOf('@');
        int end = header.endsWith(">") ? header.length() - 1 : header.length();
        return header.substring(begin, at < begin ? end : at);
    }
}
