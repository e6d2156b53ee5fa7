package dev.orderbackbone.payment;

import dev.orderbackbone.simulators.faults.Faults;
import dev.orderbackbone.simulators.faults.Outage;
import dev.orderbackbone.simulators.gateway.GatewayEntry;
import dev.orderbackbone.simulators.gateway.GatewayFault;
import dev.orderbackbone.simulators.gateway.GatewayLedger;
import dev.orderbackbone.simulators.gateway.GatewaySettings;
import dev.orderbackbone.simulators.gateway.GatewaySimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The gateway simulator in this process, with its ledger. */
public final class SimulatedGateway implements AutoCloseable {
    private final Path folder;
    private GatewaySimulator simulator;

    private SimulatedGateway(Path folder, GatewaySimulator simulator) {
        this.folder = folder;
        this.simulator = simulator;
    }

    /** Without faults, on a free port. */
    public static SimulatedGateway start(Path folder) throws IOException {
        return new SimulatedGateway(folder, simulator(folder, 0, Faults.none()));
    }

    /** The same gateway with other faults, at the same address. */
    public void restart(Faults<GatewayFault> faults) throws IOException {
        int port = address().getPort();
        simulator.close();
        simulator = simulator(folder, port, faults);
    }

    /** Faults that strike so many of a hundred requests. */
    public static Faults<GatewayFault> faults(Map<GatewayFault, Double> percents) {
        return new Faults<GatewayFault>(percents, 0, 0, Outage.NONE, 0, 1);
    }

    /** Listens, and refuses everything. */
    public static Faults<GatewayFault> unavailable() {
        return new Faults<GatewayFault>(Map.of(), 0, 0, Outage.UNAVAILABLE, 0, 1);
    }

    public URI address() {
        return simulator.address();
    }

    /** What it has done, in order. */
    public List<GatewayEntry> ledger() {
        try (Stream<GatewayEntry> entries = GatewayLedger.read(simulator.ledger())) {
            return entries.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }

    private static GatewaySimulator simulator(Path folder, int port, Faults<GatewayFault> faults) throws IOException {
        GatewaySettings settings =
                new GatewaySettings(port, faults, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofDays(1));
        return GatewaySimulator.start(settings, folder, false, Clock.systemUTC());
    }
}
