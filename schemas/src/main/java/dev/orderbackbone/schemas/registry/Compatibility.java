package dev.orderbackbone.schemas.registry;

import java.util.List;

/**
 * What a registry thinks of a schema.
 *
 * @param messages why it is not compatible, in the registry's words; may be empty.
 */
public record Compatibility(boolean compatible, List<String> messages) {}
