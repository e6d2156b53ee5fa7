package dev.orderbackbone.benchmarks.cost;

/**
 * What was appended to a topic.
 *
 * @param records in it, those of aborted transactions included.
 * @param markers of transactions, which have offsets too.
 * @param logBytes by which its segments have grown: compressed, with everything around the records.
 * @param payloadBytes keys and values before compression.
 */
public record TopicCost(String topic, long records, long markers, long logBytes, long payloadBytes) {
    /** What the topic is for. */
    public enum Kind {
        /** Of the catalogue: what services tell each other. */
        MESSAGES("messages"),
        /** Of Kafka Streams: the copy of a state. */
        CHANGELOG("changelogs"),
        /** The broker's own: positions of groups, transactions. */
        BROKER("the broker's own topics");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** What the topic is for. */
    public Kind kind() {
        if (topic.startsWith("__")) {
            return Kind.BROKER;
        }
        return topic.endsWith("-changelog") || topic.endsWith("-repartition") ? Kind.CHANGELOG : Kind.MESSAGES;
    }
}
