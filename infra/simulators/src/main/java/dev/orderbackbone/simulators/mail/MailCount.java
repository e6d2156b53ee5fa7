package dev.orderbackbone.simulators.mail;

/** Counts the ledger of earlier runs while it is read back. */
final class MailCount {

    private long messages;
    private long messageBytes;

    void add(byte[] line) {
        MailEntry entry = MailEntryJson.read(line);
        if (entry.sequence() != messages + 1) {
            throw new IllegalStateException("sequence " + entry.sequence() + " follows " + messages);
        }
        messages++;
        messageBytes += entry.sizeBytes();
    }

    MailStore.Accepted accepted() {
        return new MailStore.Accepted(messages, messageBytes);
    }
}
