package dev.orderbackbone.operator.projections;

/** What changes exclude each other. */
public final class Targets {
    /** All of them: a version is filled, shown or dropped by one operator at a time. */
    public static final String READ_MODELS = "read models";

    private Targets() {}
}
