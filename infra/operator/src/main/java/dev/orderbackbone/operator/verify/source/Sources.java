package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence of an installation is.
 *
 * @param kafka properties that every Kafka client starts from.
 * @param registry knows the schemas that records were written with.
 * @param database the read models; null where they are not to be audited.
 * @param gatewayLedger a file, or an address that begins with http; null where it is not to be audited.
 * @param mailLedger as the gateway's.
 * @param accepted files, or folders of files, of order ids that clients were answered 202 for; may be empty.
 */
public record Sources(
        Map<String, Object> kafka,
        SchemaRegistryClient registry,
        @Nullable Database database,
        @Nullable String gatewayLedger,
        @Nullable String mailLedger,
        List<Path> accepted) {
    /** Copies. */
    public Sources {
        kafka = Map.copyOf(kafka);
        accepted = List.copyOf(accepted);
    }

    /**
     * A PostgreSQL database.
     *
     * @param url as JDBC has it.
     */
    public record Database(String url, String user, String password) {}
}
