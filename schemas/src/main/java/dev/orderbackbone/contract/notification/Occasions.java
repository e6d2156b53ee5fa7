package dev.orderbackbone.contract.notification;

/**
 * What tells the messages of one milestone apart: the shipment or refund, where there can be several, and the operator's request of one that is sent
 * once more. So each has an occasion, and an id, of its own.
 */
public final class Occasions {
    private static final String RESEND = "resend-";
    private static final String SEPARATOR = ".";

    private Occasions() {}

    /** The occasion of a message that is sent once more, such as {@code shipment-1.resend-4711}. */
    public static String resent(String first, String requestId) {
        return prefix(first) + requestId;
    }

    /** Whether a message is the first about an occasion, or that one once more. */
    public static boolean isAbout(String first, String occasion) {
        return occasion.equals(first) || occasion.startsWith(prefix(first));
    }

    private static String prefix(String first) {
        return first.isEmpty() ? RESEND : first + SEPARATOR + RESEND;
    }
}
