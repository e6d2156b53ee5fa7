package dev.orderbackbone.schemas.codec;

import dev.orderbackbone.contract.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/** The wire schemas of the contract, as this release ships them. */
public final class ContractSchemas {
    private static final ClassValue<Schema> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
            return resource(resourceOf(type));
        }
    };

    private ContractSchemas() {}

    /**
     * The schema of a contract type.
     *
     * @throws IllegalArgumentException if there is none.
     */
    public static Schema of(Class<? extends Message> type) {
        return SCHEMAS.get(type);
    }

    /**
     * Parses a schema on the class path.
     *
     * @param name absolute, such as {@code /avro/order/OrderPlaced.avsc}.
     * @throws IllegalArgumentException if there is none of that name.
     */
    static Schema resource(String name) {
        try (InputStream content = ContractSchemas.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalArgumentException("no schema " + name + " on the class path");
            }
            return new Schema.Parser().parse(content);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }

    private static String resourceOf(Class<?> type) {
        String group = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return "/avro/" + group + "/" + type.getSimpleName() + ".avsc";
    }
}
