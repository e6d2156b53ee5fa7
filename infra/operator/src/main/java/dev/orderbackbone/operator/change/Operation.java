package dev.orderbackbone.operator.change;

import java.time.Instant;

/**
 * A change that is carried out.
 *
 * @param id in {@code operations.audit}.
 * @param startedBy who asked for it.
 * @param reason why.
 * @param startedAt when.
 */
public record Operation(String id, String startedBy, String reason, Instant startedAt) {}
