package dev.orderbackbone.schemas.registry;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** A registry behind Confluent's REST API. What an id means is remembered for ever, because it never changes. Thread-safe. */
public final class HttpSchemaRegistryClient implements SchemaRegistryClient {
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int FIRST_ID = 1;

    private final RegistryRequests requests;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private HttpSchemaRegistryClient(RegistryRequests requests) {
        this.requests = requests;
    }

    /**
     * Waits until the registry answers, for {@link RegistrySettings#startTimeout} at most, and logs what it waits for.
     *
     * @throws RegistryUnavailableException if it does not answer in that time.
     * @throws RegistryRefusedException if what answers is no registry, or does not let us in.
     */
    public static HttpSchemaRegistryClient connect(RegistrySettings settings) {
        RegistryRequests requests = new RegistryRequests(settings);
        new ColdStart(requests, settings).await();
        return new HttpSchemaRegistryClient(requests);
    }

    @Override
    public int register(String subject, Schema schema) {
        return requests.post(subjectPath(subject) + "/versions", schemaBody(schema))
                .integer("id");
    }

    @Override
    public OptionalInt idOf(String subject, Schema schema) {
        try {
            return OptionalInt.of(
                    requests.post(subjectPath(subject), schemaBody(schema)).integer("id"));
        } catch (RegistryRefusedException refusal) {
            if (refusal.errorCode() == SUBJECT_NOT_FOUND || refusal.errorCode() == SCHEMA_NOT_FOUND) {
                return OptionalInt.empty();
            }
            throw refusal;
        }
    }

    @Override
    public Schema schemaById(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema fetched = fetch(id);
        schemas.put(id, fetched);
        return fetched;
    }

    /** An answer that is no Avro schema is as final as none: it must not be asked for again and again. */
    private Schema fetch(int id) {
        if (id < FIRST_ID) {
            throw new UnknownSchemaIdException(id, requests.where(), "ids are positive");
        }
        try {
            return new Schema.Parser().parse(requests.get("/schemas/ids/" + id).text("schema"));
        } catch (RegistryRefusedException refusal) {
            if (refusal.errorCode() == SCHEMA_NOT_FOUND) {
                throw new UnknownSchemaIdException(id, requests.where());
            }
            throw refusal;
        } catch (SchemaParseException notAvro) {
            throw new UnknownSchemaIdException(id, requests.where(), String.valueOf(notAvro.getMessage()));
        }
    }

    @Override
    public Compatibility compatibility(String subject, Schema schema) {
        String path = "/compatibility" + subjectPath(subject) + "/versions?verbose=true";
        try {
            Answer answer = requests.post(path, schemaBody(schema));
            return new Compatibility(answer.bool("is_compatible"), answer.texts("messages"));
        } catch (RegistryRefusedException refusal) {
            if (refusal.errorCode() == SUBJECT_NOT_FOUND) {
                return new Compatibility(true, List.of());
            }
            throw refusal;
        }
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        requests.put(
                "/config/" + RegistryRequests.encoded(subject), Json.object(Map.of("compatibility", level.name())));
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + RegistryRequests.encoded(subject);
    }

    private static String schemaBody(Schema schema) {
        return Json.object(Map.of("schemaType", "AVRO", "schema", schema.toString()));
    }
}
