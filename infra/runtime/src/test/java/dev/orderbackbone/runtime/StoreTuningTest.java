package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

/** On a store as Kafka Streams would open it. */
class StoreTuningTest {
    private static final int KEYS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void filtersAnswerForKeysThatAreNotInTheLastLevel() throws RocksDBException {
        try (Statistics statistics = new Statistics();
                Options options = asKafkaStreamsHasThem(statistics)) {
            StoreTuning tuning = new StoreTuning();
            tuning.setConfig("orders", options, Map.of());
            try (RocksDB store = RocksDB.open(options, folder.toString());
                    FlushOptions whole = new FlushOptions()) {
                for (int number = 0; number < KEYS; number++) {
                    store.put(key("known-" + number), key("state"));
                }
                store.flush(whole);
                store.compactRange();

                assertThat(IntStream.range(0, KEYS).filter(number -> has(store, "known-" + number + "-not")))
                        .isEmpty();

                assertThat(statistics.getTickerCount(TickerType.BLOOM_FILTER_USEFUL))
                        .as("lookups that a filter answered")
                        .isGreaterThan(KEYS * 9 / 10);
                assertThat(has(store, "known-1")).isTrue();
            }
            tuning.close("orders", options);
        }
    }

    private static Options asKafkaStreamsHasThem(Statistics statistics) {
        BlockBasedTableConfig table = new BlockBasedTableConfig();
        table.setFilterPolicy(new BloomFilter());
        return new Options()
                .setCreateIfMissing(true)
                .setOptimizeFiltersForHits(true)
                .setStatistics(statistics)
                .setTableFormatConfig(table);
    }

    private static boolean has(RocksDB store, String key) {
        try {
            return store.get(key(key)) != null;
        } catch (RocksDBException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] key(String text) {
        return text.getBytes(UTF_8);
    }
}
