package dev.orderbackbone.operator.verify.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not decide on and has put aside.
 *
 * @param service which service.
 * @param key of the record, which is the order id or the stock pool.
 * @param place where it stands now.
 * @param origin where it was first read; a place without an offset where it stands for a passed deadline.
 * @param reason the service's word for why.
 * @param contentHash {@link ContentHash} of its key and value.
 * @param leftAtOrigin whether it was too large to be copied, so that there is nothing to compare.
 * @param id what all copies of it have in common, when it is redriven and parked again.
 * @param attempt 1 for the first copy, 2 for the next, ...
 * @param line what waits behind it, as the service names it; empty where nothing does.
 * @param redrive where the record stands by which it was tried again before this copy was made; null for the first one.
 */
public record ParkedRecord(
        String service,
        String key,
        Place place,
        Place origin,
        String reason,
        long contentHash,
        boolean leftAtOrigin,
        String id,
        int attempt,
        String line,
        @Nullable Place redrive) {

    /** One that is parked for the first time, and that nothing waits behind. */
    public ParkedRecord(
            String service,
            String key,
            Place place,
            Place origin,
            String reason,
            long contentHash,
            boolean leftAtOrigin) {
        this(service, key, place, origin, reason, contentHash, leftAtOrigin, origin.toString(), 1, "", null);
    }

    /** The record that the service read when it parked this copy. */
    public Place cameFrom() {
        return redrive == null ? origin : redrive;
    }

    /** Whether it stands for a passed deadline, which no record tells of. */
    public boolean isOfDeadline() {
        return origin.offset() < 0;
    }
}
