package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.time.Instant;
import java.util.List;

/**
 * A decision that would be another one.
 *
 * @param service whose decision it is.
 * @param subject the order; the stock pool of what concerns no order.
 * @param input type of what was decided on; {@code deadline} of a passed deadline.
 * @param place where the input stands; of a passed deadline, where its first output stands.
 * @param eventId of the input; of a passed deadline, of what its outputs name as their cause.
 * @param now when it was decided; where nothing tells, when it was at the earliest.
 * @param recorded what was told, in words.
 * @param present what would be told, or why nothing, in words.
 * @param fields field by field; none where one side tells nothing.
 */
record Difference(
        String service,
        String subject,
        String input,
        Place place,
        String eventId,
        Instant now,
        String recorded,
        String present,
        List<FieldDifference> fields) {
    static final String DEADLINE = "deadline";

    Difference {
        fields = List.copyOf(fields);
    }
}
