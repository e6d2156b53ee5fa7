package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.payment.GatewayOperation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Idempotency keys: {@code <order>:authorize}, {@code <order>:capture:<capture>}, {@code <order>:void}, {@code <order>:refund:<refund>};
 * from the second round on {@code capture-2} and so on. They are ASCII without spaces, at most 255 characters long (the most that common
 * gateways take), and no two operations share one.
 */
final class IdempotencyKeys {
    /** Ids that stand in a key as they are; all others stand there as their hash, which begins with a character that is not among these. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private static final char HASHED = '~';
    private static final char SEPARATOR = ':';

    private IdempotencyKeys() {}

    static String of(String orderId, Operation operation) {
        String key = plain(orderId) + SEPARATOR + verb(operation.kind());
        if (operation.round().number() > 1) {
            key += "-" + operation.round().number();
        }
        return operation.id().isEmpty() ? key : key + SEPARATOR + plain(operation.id());
    }

    private static String verb(GatewayOperation kind) {
        return switch (kind) {
            case AUTHORIZE -> "authorize";
            case CAPTURE -> "capture";
            case VOID -> "void";
            case REFUND -> "refund";
            case UNKNOWN -> throw new IllegalArgumentException("an operation of this release has a kind");
        };
    }

    private static String plain(String id) {
        return PLAIN.matcher(id).matches() ? id : HASHED + HexFormat.of().formatHex(sha256(id));
    }

    private static byte[] sha256(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
