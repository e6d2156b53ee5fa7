package dev.orderbackbone.projection.flow;

/** Where the read models are. Thread-safe. */
public interface ReadModels {

    /**
     * The read model to project into; makes its tables where they are missing.
     *
     * @throws ReadModelUnavailableException if the database does not answer.
     */
    ReadModel open();
}
