package dev.orderbackbone.operator.whatif;

import java.util.List;

/**
 * What one service has read and written about one order.
 *
 * @param orderId the order: the key of its records.
 * @param queues what it has decided on, one list per topic, each in the order in which it was read.
 * @param decisions those that left something, in no particular order.
 * @param notComparable what had to be left out of both.
 */
record History(String orderId, List<List<Input>> queues, List<RecordedDecision> decisions, Counts notComparable) {
    History {
        queues = queues.stream().map(List::copyOf).toList();
        decisions = List.copyOf(decisions);
    }

    List<Input> inputs() {
        return queues.stream().flatMap(List::stream).toList();
    }

    long size() {
        return queues.stream().mapToLong(List::size).sum();
    }
}
