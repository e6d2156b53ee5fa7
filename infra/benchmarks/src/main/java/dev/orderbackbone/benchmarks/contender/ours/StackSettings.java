package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.contender.DatabaseSettings;
import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.ListenPort;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In what the stack differs from what {@code ./backbone up} starts. What the user has set as {@code BACKBONE_...} wins over these, except for ports.
 *
 * @param partitions of every topic.
 * @param threads of each service's stream processing, and of the projection.
 * @param pools that each stock location is split into.
 * @param isToldByMail whether customers have an address.
 * @param isIntakeFlushed whether what is taken in is on disk before it is answered.
 * @param senders requests at a time in a closed loop.
 * @param window orders on their way at a time in a closed loop.
 * @param countsStatements whether the database counts statements.
 * @param hasLedger whether payments go to the simulated gateway, which keeps a ledger for the auditor; without, to the benchmark's own, which keeps
 *     nothing.
 */
public record StackSettings(
        int partitions,
        int threads,
        int pools,
        boolean isToldByMail,
        boolean isIntakeFlushed,
        int senders,
        int window,
        boolean countsStatements,
        boolean hasLedger) {
    /** What serves ours best on two cores. */
    public static final String USUAL_SENDERS = "128";

    /** What serves ours best on two cores. */
    public static final String USUAL_WINDOW = "2048";

    private static final Map<LocalKey, String> DIFFERENT = Map.of(
            LocalKey.SIMULATORS_RUN, "MAIL",
            LocalKey.START_CACHE, "off");

    /** The gateway remembers every request of a day; services that have lost their states read them from the log before they are ready. */
    private static final Map<LocalKey, String> DIFFERENT_WITH_LEDGER = Map.of(
            LocalKey.SIMULATORS_RUN, "GATEWAY,MAIL",
            LocalKey.SIMULATORS_HEAP, "2g",
            LocalKey.START_LIMIT, "1800",
            LocalKey.START_CACHE, "off");

    /** The workload as it is, on one way of dividing the work. */
    public static StackSettings dividedInto(int partitions, int threads, int pools) {
        return new StackSettings(
                partitions,
                threads,
                pools,
                false,
                false,
                Integer.parseInt(USUAL_SENDERS),
                Integer.parseInt(USUAL_WINDOW),
                false,
                false);
    }

    /** These, with a gateway that keeps a ledger. */
    public StackSettings withLedger() {
        return new StackSettings(
                partitions, threads, pools, isToldByMail, isIntakeFlushed, senders, window, countsStatements, true);
    }

    PaymentMethods paymentMethods() {
        return hasLedger ? PaymentMethods.SCRIPTED : PaymentMethods.NUMBERED;
    }

    LocalSettings local(DataFolder folder, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        (hasLedger ? DIFFERENT_WITH_LEDGER : DIFFERENT)
                .forEach((key, value) -> variables.putIfAbsent(key.variable(), value));
        variables.merge(
                LocalKey.POSTGRESQL_SETTINGS.variable(),
                String.join(" ", DatabaseSettings.of(countsStatements)),
                (users, ours) -> ours + " " + users);
        variables.put(LocalKey.KAFKA_PARTITIONS.variable(), Integer.toString(partitions));
        variables.merge(
                LocalKey.SERVICES_SETTINGS.variable(),
                "STREAMS_THREADS=" + threads + " PROJECTION_THREADS=" + threads + " ORDERS_POOLS_PER_LOCATION=" + pools,
                (users, ours) -> ours + " " + users);
        Set<Integer> taken = new HashSet<>();
        ports().forEach(key -> variables.put(key.variable(), Integer.toString(freePort(taken))));
        return LocalSettings.load(folder, variables);
    }

    private static Stream<LocalKey> ports() {
        return Stream.of(LocalKey.values()).filter(key -> key.key().endsWith(".port"));
    }

    private static int freePort(Set<Integer> taken) {
        int port = ListenPort.free();
        while (!taken.add(port)) {
            port = ListenPort.free();
        }
        return port;
    }
}
