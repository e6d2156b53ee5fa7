package dev.orderbackbone.operator.verify.evidence;

/**
 * A record that a service could not decide on and has put aside.
 *
 * @param service which service.
 * @param key of the record, which is the order id or the stock pool.
 * @param place where it stands now.
 * @param origin where it was read from; a place without an offset where it stands for a passed deadline.
 * @param reason the service's word for why.
 * @param contentHash {@link ContentHash} of its key and value.
 * @param leftAtOrigin whether it was too large to be copied, so that there is nothing to compare.
 */
public record ParkedRecord(
        String service, String key, Place place, Place origin, String reason, long contentHash, boolean leftAtOrigin) {}
