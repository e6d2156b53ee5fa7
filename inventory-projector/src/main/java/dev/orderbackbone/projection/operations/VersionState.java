package dev.orderbackbone.projection.operations;

/** Where a version of the read models stands. */
public enum VersionState {
    /** It is being filled, or is filled and was never shown. */
    BUILDING,
    /** The mart shows it, and the projector writes it. */
    LIVE,
    /** The mart has shown it and no longer does. */
    RETIRED,
    /** It holds a part of the log, for somebody's own use, and is never shown in the mart. */
    PARTIAL
}
