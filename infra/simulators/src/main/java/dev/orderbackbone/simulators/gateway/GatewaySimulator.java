package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.faults.FaultSwitch;
import dev.orderbackbone.simulators.faults.Outage;
import dev.orderbackbone.simulators.journal.Journal;
import dev.orderbackbone.simulators.net.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payment gateway, listening. */
public final class GatewaySimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewaySimulator.class);

    private final Journal ledger;
    private final HttpServer server;

    private GatewaySimulator(Journal ledger, HttpServer server) {
        this.ledger = ledger;
        this.server = server;
    }

    /**
     * Reads the ledger back and serves from then on.
     *
     * @param fsync whether an entry must have reached the disk before its answer is sent; without, it must have
     *     reached the operating system.
     * @throws IOException when the port or the ledger is taken, or the ledger cannot be read.
     */
    public static GatewaySimulator start(GatewaySettings settings, Path dataFolder, boolean fsync, Clock clock)
            throws IOException {
        GatewayBooks books = new GatewayBooks(settings.keyLifetime());
        Journal ledger = Journal.open(
                dataFolder.resolve(GatewayLedger.FILE_NAME), fsync, line -> books.apply(GatewayEntryJson.read(line)));
        if (ledger.cutBytes() > 0) {
            LOG.warn("{}: cut off a torn last line of {} bytes", ledger.file(), ledger.cutBytes());
        }
        try {
            return new GatewaySimulator(ledger, serve(settings, new GatewayDesk(clock, books, ledger), ledger));
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    private static HttpServer serve(GatewaySettings settings, GatewayDesk desk, Journal ledger) throws IOException {
        FaultSwitch<GatewayFault> faults = new FaultSwitch<>(GatewayFault.class, settings.faults());
        GatewayTally tally = new GatewayTally();
        GatewayPayments payments = new GatewayPayments(settings, faults, desk, tally);
        CompletableFuture<HttpServer> opened = new CompletableFuture<>();
        GatewayService service = new GatewayService(
                faults, desk, payments, tally, ledger, time -> opened.join().refuseFor(time));
        HttpServer server = HttpServer.open("payment gateway", settings.port(), service);
        opened.complete(server);
        if (settings.faults().outage() == Outage.CLOSED) {
            server.refuseFor(Duration.ofMillis(settings.faults().outageMs()));
        }
        return server;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public Path ledger() {
        return ledger.file();
    }

    /** Stops listening, ends every connection and closes the ledger. */
    @Override
    public void close() throws IOException {
        server.close();
        ledger.close();
    }
}
