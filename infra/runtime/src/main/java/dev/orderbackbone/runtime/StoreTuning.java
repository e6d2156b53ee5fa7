package dev.orderbackbone.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/**
 * How RocksDB keeps states. Most lookups are of keys that are not there, as each order, payment and correspondence is looked up before it begins: filters
 * answer them without a look at the data, also in the largest files and in what is not on disk yet, for which Kafka Streams does without them.
 */
public final class StoreTuning implements RocksDBConfigSetter {
    /** Part of the memory for new writes that is spent on their filter. */
    private static final double FILTER_OF_WRITES = 0.05;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        options.setOptimizeFiltersForHits(false);
        options.setMemtableWholeKeyFiltering(true);
        options.setMemtablePrefixBloomSizeRatio(FILTER_OF_WRITES);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing was opened.
    }
}
