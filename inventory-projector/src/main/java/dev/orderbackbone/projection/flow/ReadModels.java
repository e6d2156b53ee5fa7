package dev.orderbackbone.projection.flow;

/** Where the read models are. Thread-safe. */
public interface ReadModels {

    /**
     * The read model to project into; makes its tables where they are missing. It equals the last one as long as it is the same one.
     *
     * @throws ReadModelUnavailableException if the database does not answer.
     */
    ReadModel open();
}
