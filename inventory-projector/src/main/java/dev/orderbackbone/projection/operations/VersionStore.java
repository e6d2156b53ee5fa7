package dev.orderbackbone.projection.operations;

import dev.orderbackbone.projection.flow.ReadModel;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the versions of the read models are. All methods throw {@link UnreachableException} if the database does not answer.
 */
public interface VersionStore {

    /** Brings a version that is not live to where the live one is held. */
    @FunctionalInterface
    interface CatchUp {
        /** Returns whether it is there; it gives up within seconds, as the projector waits. */
        boolean upTo(Map<TopicPartition, Long> positions) throws InterruptedException;
    }

    /** All versions, by their number. */
    List<VersionStatus> all();

    /** Where a version stands: offset of the next record, by partition. */
    Map<TopicPartition, Long> positions(int version);

    /** A version to write to; makes its tables where they are missing. */
    ReadModel open(int version);

    /**
     * A version for a part of the log to write to; makes its tables where they are missing.
     *
     * @throws RefusedException if it is there, and holds something else.
     */
    ReadModel openPart(int version, VersionStatus.Part part);

    /** Lets analysts query a version that holds a part of the log, in a {@linkplain VersionStatus#martOf schema} of its own with the mart's views. */
    void showPart(int version);

    /** Notes that a version is filled, and lets the database count its rows for the plans of queries. */
    void built(int version);

    /**
     * Compares a version with the live one, both as they are at one moment.
     *
     * @throws BusyException if the two cannot be brought to the same positions.
     */
    Comparison compare(int live, int other, CatchUp catchUp) throws InterruptedException;

    /**
     * Lets the mart show a version instead of the live one, in one transaction; at its end both stand at the same positions, and the live
     * one's projector is shut out of it.
     *
     * @throws BusyException if the two cannot be brought to the same positions, or queries hold the views.
     */
    void swap(int live, int other, CatchUp catchUp) throws InterruptedException;

    /** Whether a projector has all positions of a version. */
    boolean isTaken(int version);

    /**
     * Deletes a version, unless it is live or something shows it.
     *
     * @throws BusyException if somebody reads it.
     */
    void drop(int version);
}
