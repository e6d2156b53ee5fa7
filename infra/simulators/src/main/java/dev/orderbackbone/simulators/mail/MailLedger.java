package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.journal.JournalReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Reads the mail ledger, in the order in which messages were accepted, also while the mail sink runs. A line that is
 * still being written is left out; a whole line that cannot be read ends the stream with an
 * {@link IllegalStateException} that names it.
 */
public final class MailLedger {

    /** The ledger's name in the simulators' data folder. */
    public static final String FILE_NAME = "mail-ledger.ndjson";

    private MailLedger() {}

    /** Reads the file; close the stream. */
    public static Stream<MailEntry> read(Path file) throws IOException {
        return JournalReader.read(file, MailEntryJson::read);
    }

    /** Reads {@code http://host:port/v1/messages}; close the stream. */
    public static Stream<MailEntry> read(URI address) throws IOException {
        return JournalReader.read(address, MailEntryJson::read);
    }
}
