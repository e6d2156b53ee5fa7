package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.cost.DatabaseCounters;
import dev.orderbackbone.benchmarks.cost.TopicCost;
import dev.orderbackbone.benchmarks.load.Segment;
import java.util.List;
import java.util.Map;

/**
 * What the orders of one segment cost.
 *
 * @param topics what was appended to each; empty where there is no log.
 * @param database what was written, the driver's own questions not counted.
 * @param memoryBytes by process: the most that each ever occupied; of one with children, what all occupy now.
 */
public record CostSheet(
        Segment segment, List<TopicCost> topics, DatabaseCounters database, Map<String, Long> memoryBytes) {
    public CostSheet {
        topics = List.copyOf(topics);
        memoryBytes = Map.copyOf(memoryBytes);
    }
}
