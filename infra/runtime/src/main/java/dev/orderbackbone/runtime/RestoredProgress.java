package dev.orderbackbone.runtime;

import java.util.List;

/** Where an effect worker goes on in a log that was restored. */
public final class RestoredProgress {
    private RestoredProgress() {}

    /**
     * The metadata of a worker's position. What was done stays done. Of all else nobody knows: what the log asks for may have been begun after
     * it was copied, so it counts as begun before.
     *
     * @param position of the worker's group in a partition of its requests.
     * @param metadata that was kept with it; anything where there was none.
     * @param end of the restored partition, {@code position} or more.
     */
    public static String metadata(long position, String metadata, long end) {
        CommittedProgress kept = CommittedProgress.read(position, metadata)
                .orElseGet(() -> new CommittedProgress(List.of(), position, position));
        return new CommittedProgress(kept.open(), kept.upTo(), Math.max(kept.horizon(), end)).metadata();
    }
}
