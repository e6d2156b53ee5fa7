package dev.orderbackbone.operator.order;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.simulators.gateway.GatewayEntry;
import dev.orderbackbone.simulators.gateway.GatewayLedger;
import dev.orderbackbone.simulators.mail.MailEntry;
import dev.orderbackbone.simulators.mail.MailLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the ledgers of the outside world say of an order.
 *
 * @param unreachable ledgers that could not be read, each a sentence.
 */
record Outside(List<GatewayEntry> payments, List<MailEntry> mails, List<String> unreachable) {
    private static final String ORDER_HEADER = "X-Order-Id";

    static Outside of(Endpoints endpoints, String orderId) {
        List<String> unreachable = new ArrayList<>();
        List<GatewayEntry> payments = read("payment gateway", unreachable, () -> {
            try (Stream<GatewayEntry> all = GatewayLedger.read(URI.create(endpoints.gateway() + "/v1/ledger"))) {
                return all.filter(entry -> entry.reference().equals(orderId)).toList();
            }
        });
        List<MailEntry> mails = read("mail sink", unreachable, () -> {
            try (Stream<MailEntry> all = MailLedger.read(URI.create(endpoints.mail() + "/v1/messages"))) {
                return all.filter(mail -> isOf(mail, orderId)).toList();
            }
        });
        return new Outside(payments, mails, unreachable);
    }

    @FunctionalInterface
    private interface Reading<E> {
        List<E> read() throws IOException;
    }

    private static <E> List<E> read(String ledger, List<String> unreachable, Reading<E> reading) {
        try {
            return reading.read();
        } catch (IOException | UncheckedIOException failure) {
            unreachable.add("the ledger of the " + ledger + " cannot be read: " + failure.getMessage());
            return List.of();
        }
    }

    /** Header names may have been written in any case. */
    private static boolean isOf(MailEntry mail, String orderId) {
        return mail.extraHeaders().entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase(ORDER_HEADER)
                        && header.getValue().equals(orderId));
    }
}
