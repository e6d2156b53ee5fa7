package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.journal.JournalReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Reads the gateway's ledger, in the order in which things happened, also while the gateway runs. A line that is
 * still being written is left out; a whole line that cannot be read ends the stream with an
 * {@link IllegalStateException} that names it.
 */
public final class GatewayLedger {

    /** The ledger's name in the simulators' data folder. */
    public static final String FILE_NAME = "gateway-ledger.ndjson";

    private GatewayLedger() {}

    /** Reads the file; close the stream. */
    public static Stream<GatewayEntry> read(Path file) throws IOException {
        return JournalReader.read(file, GatewayEntryJson::read);
    }

    /** Reads {@code http://host:port/v1/ledger}; close the stream. */
    public static Stream<GatewayEntry> read(URI address) throws IOException {
        return JournalReader.read(address, GatewayEntryJson::read);
    }
}
