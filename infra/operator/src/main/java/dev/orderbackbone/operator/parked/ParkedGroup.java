package dev.orderbackbone.operator.parked;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one service has parked for one reason.
 *
 * @param orders ids of the orders that are concerned.
 * @param repeated records that were parked more than once: what is sent back and parked again goes round in a circle.
 */
record ParkedGroup(
        String service,
        String reason,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        SortedSet<String> orders,
        long repeated) {
    private static final Comparator<ParkedEntry> BY_TIME = Comparator.comparing(ParkedEntry::at);

    /** By service and reason. */
    static List<ParkedGroup> of(Collection<ParkedEntry> entries) {
        TreeMap<String, TreeMap<String, List<ParkedEntry>>> sorted = new TreeMap<>();
        for (ParkedEntry entry : entries) {
            sorted.computeIfAbsent(entry.record().service(), service -> new TreeMap<>())
                    .computeIfAbsent(entry.record().reason(), reason -> new ArrayList<>())
                    .add(entry);
        }
        List<ParkedGroup> groups = new ArrayList<>();
        sorted.forEach((service, reasons) ->
                reasons.forEach((reason, parked) -> groups.add(groupOf(service, reason, parked))));
        return groups;
    }

    private static ParkedGroup groupOf(String service, String reason, List<ParkedEntry> entries) {
        TreeSet<String> orders = new TreeSet<>();
        entries.stream().map(ParkedEntry::orderId).filter(id -> !id.isEmpty()).forEach(orders::add);
        return new ParkedGroup(
                service,
                reason,
                entries.size(),
                entries.stream().min(BY_TIME).orElseThrow().at(),
                entries.stream().max(BY_TIME).orElseThrow().at(),
                orders,
                repeated(entries));
    }

    /** By what they are known by; the service may also have parked one twice by itself, around a crash. */
    private static long repeated(List<ParkedEntry> entries) {
        return entries.stream().collect(groupingBy(entry -> entry.record().id())).values().stream()
                .filter(copies -> copies.size() > 1 || copies.getFirst().isBackAgain())
                .count();
    }
}
