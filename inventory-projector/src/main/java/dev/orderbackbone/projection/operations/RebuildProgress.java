package dev.orderbackbone.projection.operations;

/** Is told how far a version is filled. */
@FunctionalInterface
public interface RebuildProgress {
    /**
     * So far.
     *
     * @param done offsets of the log that this filling has passed.
     * @param total that it has to pass to be where the live version is.
     */
    void at(long done, long total);
}
