package dev.orderbackbone.projection.operations;

/**
 * What a rebuild came to.
 *
 * @param version that was filled.
 * @param records that were read for it this time.
 * @param comparison with the live one.
 */
public record Rebuilt(int version, long records, Comparison comparison) {}
