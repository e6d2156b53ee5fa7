package dev.orderbackbone.operator.verify.evidence;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.runtime.Redrive.Action;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wanted done with a parked record.
 *
 * @param service whose.
 * @param place where the demand stands.
 * @param action what; null where the record does not say what it is to.
 * @param operation id of the operation that it belongs to.
 * @param id which parked record, as {@link ParkedRecord#id} has it.
 * @param attempt of that copy.
 * @param edited whether its value is another than that of the copy.
 * @param contentHash {@link ContentHash} of its key and value.
 * @param message what it says; null where its bytes do not decode.
 */
public record RedriveRecord(
        String service,
        Place place,
        @Nullable Action action,
        String operation,
        String id,
        int attempt,
        boolean edited,
        long contentHash,
        @Nullable Message message) {}
