package dev.orderbackbone.schemas;

import dev.orderbackbone.contract.Message;
import java.util.List;

/**
 * A topic of the backbone.
 *
 * @param name its name on the broker, with the version of its key and purpose.
 * @param key what its records are keyed by.
 * @param writers who may write to it; everybody else only reads.
 * @param retention what the broker keeps.
 * @param types the message types that it carries; none for parked records, and for those that are tried again, which are kept as they came.
 */
public record Topic(
        String name, Key key, List<String> writers, Retention retention, List<Class<? extends Message>> types) {

    /** What the records of a topic are keyed by. Topics with the same key kind are partitioned alike. */
    public enum Key {
        ORDER_ID,
        STOCK_POOL,
        STOCK_POOL_AND_SKU,
        AS_INPUT,
        OPERATION_ID
    }

    /** What the broker keeps. */
    public enum Retention {
        /** Every record for ever: the log is the truth that read models and states are rebuilt from. */
        FOREVER,
        /** The latest record of each key. */
        LATEST_PER_KEY
    }

    /**
     * How many partitions it has.
     *
     * @param usual how many topics of the installation have: what operators do is little, and has one order.
     */
    public int partitions(int usual) {
        return key == Key.OPERATION_ID ? 1 : usual;
    }

    /** The registry's subject of a message type of this topic (TopicRecordNameStrategy). */
    public String subjectOf(Class<? extends Message> type) {
        return name + "-" + type.getName();
    }
}
