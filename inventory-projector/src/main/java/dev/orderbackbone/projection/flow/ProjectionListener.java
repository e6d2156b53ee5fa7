package dev.orderbackbone.projection.flow;

import dev.orderbackbone.projection.flow.ReadModel.Applied;
import java.time.Duration;

/** Is told what a projector does, for metrics. Called on its thread: it must be quick and must not throw. */
public interface ProjectionListener {
    /** Counts nothing. */
    ProjectionListener NONE = new ProjectionListener() {
        @Override
        public void projected(Applied applied, Duration took) {}

        @Override
        public void setAside(SetAside kind, long records) {}

        @Override
        public void lags(int projector, long records) {}
    };

    /** A batch was applied. */
    void projected(Applied applied, Duration took);

    /** Records were set aside. */
    void setAside(SetAside kind, long records);

    /** A projector is so many offsets behind the ends of its partitions. */
    void lags(int projector, long records);
}
