package dev.orderbackbone.operator.verify.evidence;

import java.util.List;

/**
 * Where the system stood when it was audited.
 *
 * @param quiet nothing was written between the two cuts, every consumer had dealt with every record, and no request waited for a worker.
 * @param why what says so, or what speaks against it; a sentence.
 * @param consumers every consumer's position in every partition that it reads.
 */
public record Standing(boolean quiet, String why, List<ConsumerPosition> consumers) {
    /** Copies the list. */
    public Standing {
        consumers = List.copyOf(consumers);
    }
}
