package dev.orderbackbone.operator.projections;

/** What changes exclude each other. */
final class Targets {
    /** All of them: a version is filled, shown or dropped by one operator at a time. */
    static final String READ_MODELS = "read models";

    private Targets() {}
}
