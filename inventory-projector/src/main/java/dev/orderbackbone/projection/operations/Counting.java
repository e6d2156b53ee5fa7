package dev.orderbackbone.projection.operations;

import dev.orderbackbone.projection.flow.ProjectionListener;
import dev.orderbackbone.projection.flow.ReadModel.Applied;
import dev.orderbackbone.projection.flow.SetAside;
import java.time.Duration;

/** Counts what becomes of records. Used by one thread. */
final class Counting implements ProjectionListener {
    private long projected;
    private long ignored;
    private long unreadable;

    @Override
    public void projected(Applied applied, Duration took) {
        projected += applied.applied();
        ignored += applied.ignored();
    }

    @Override
    public void setAside(SetAside kind, long records) {
        switch (kind.outcome()) {
            case IGNORED -> ignored += records;
            case PARKED -> unreadable += records;
        }
    }

    @Override
    public void lags(int projector, long records) {}

    Replayed of(int version) {
        return new Replayed(version, projected, ignored, unreadable);
    }
}
