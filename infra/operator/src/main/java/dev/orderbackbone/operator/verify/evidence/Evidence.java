package dev.orderbackbone.operator.verify.evidence;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that an audit reads.
 *
 * <p>Of an installation that is running, it is gathered in this order: the first cut (the end of every partition); the read model, the ledgers'
 * present ends and the consumers' positions; the second cut. Records are read up to the second cut; those below the first are
 * {@linkplain LogRecord#settled() settled}. A ledger is read again from where it ended for what a record of the log says that it must hold.
 */
public interface Evidence extends AutoCloseable {
    /** Topics that are not keyed by order id. */
    Set<Topic> SHARED = Stream.concat(
                    Stream.of(Topics.INVENTORY_COMMANDS, Topics.STOCK_EVENTS, Topics.STOCK_LEVELS),
                    Topics.REDRIVE.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Partitions of each topic that is keyed by order id. */
    int partitions();

    /** Whether the system is quiet, and where each consumer stands. */
    Standing standing();

    /** Every parked record of every service. */
    void readParked(Consumer<ParkedRecord> reader);

    /** What operators wanted done with parked records; each partition in the order of its offsets. */
    void readRedrives(Consumer<RedriveRecord> reader);

    /** The {@linkplain #SHARED shared topics}; each partition in the order of its offsets. */
    void readShared(Consumer<LogRecord> reader);

    /** How many records {@link #readOrders} reads of a partition, at most. */
    long mostRecords(int partition);

    /** One partition of all topics that are keyed by order id; each in the order of its offsets, the topics in any. */
    void readOrders(int partition, Consumer<LogRecord> reader);

    /** What the payment gateway did; absent where no ledger was given. */
    Optional<Ledger<GatewayEffect>> gateway();

    /** What the mail server took; absent where no ledger was given. */
    Optional<Ledger<SentMail>> mail();

    /** The read model; absent where no database was given. */
    Optional<ReadModel> readModel();

    /** Order ids that clients were answered 202 for; absent where none were given. */
    Optional<Ledger<String>> accepted();

    /** What ought to be there and is not, such as the deleted head of a topic; each a sentence. */
    List<String> gaps();

    @Override
    void close();
}
