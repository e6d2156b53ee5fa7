package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.codec.RecordCodec;
import dev.orderbackbone.schemas.codec.RecordReader;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that can be known of a message whose type is not: every message starts with it.
 *
 * @param meta what it starts with.
 */
record MetaAlone(Meta meta) {
    private static final Schema META =
            ContractSchemas.of(OrderExpired.class).getField("meta").schema();

    /** A reader of what {@code writer} starts with; null where that is something else. */
    static @Nullable RecordReader<MetaAlone> readerOf(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            return null;
        }
        Schema alone = Schema.createRecord(
                MetaAlone.class.getSimpleName(),
                null,
                MetaAlone.class.getPackageName(),
                false,
                List.of(new Schema.Field("meta", META, null, (Object) null)));
        alone.addAlias(writer.getFullName());
        try {
            return RecordCodec.of(MetaAlone.class, alone).readerOf(Schema.applyAliases(writer, alone));
        } catch (AvroRuntimeException other) {
            return null;
        }
    }
}
