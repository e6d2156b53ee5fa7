package dev.orderbackbone.schemas.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What is demanded of a subject's next schema. The names are Confluent's. */
public enum CompatibilityLevel {
    /** Anything goes. */
    NONE,
    /** It reads what was written with the schema before it. */
    BACKWARD,
    /** It reads what was written with any schema before it. */
    BACKWARD_TRANSITIVE,
    /** The schema before it reads what it writes. */
    FORWARD,
    /** Any schema before it reads what it writes. */
    FORWARD_TRANSITIVE,
    /** It and the schema before it read each other's. */
    FULL,
    /** It and any schema before it read each other's: what the backbone demands of its contract. */
    FULL_TRANSITIVE;

    /**
     * Whether a schema may follow others, by Avro's own rules.
     *
     * @param former oldest first.
     */
    public Compatibility check(Schema next, List<Schema> former) {
        List<String> problems =
                relevant(former).flatMap(old -> problems(next, old)).toList();
        return new Compatibility(problems.isEmpty(), problems);
    }

    private Stream<Schema> relevant(List<Schema> former) {
        return switch (this) {
            case NONE -> Stream.empty();
            case BACKWARD, FORWARD, FULL -> former.stream().skip(Math.max(0, former.size() - 1));
            case BACKWARD_TRANSITIVE, FORWARD_TRANSITIVE, FULL_TRANSITIVE -> former.stream();
        };
    }

    private Stream<String> problems(Schema next, Schema old) {
        return switch (this) {
            case NONE -> Stream.empty();
            case BACKWARD, BACKWARD_TRANSITIVE -> unreadable(next, old);
            case FORWARD, FORWARD_TRANSITIVE -> unreadable(old, next);
            case FULL, FULL_TRANSITIVE -> Stream.concat(unreadable(next, old), unreadable(old, next));
        };
    }

    private static Stream<String> unreadable(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
                ? Stream.empty()
                : result.getIncompatibilities().stream()
                        .map(problem ->
                                problem.getType() + " at " + problem.getLocation() + ": " + problem.getMessage());
    }
}
