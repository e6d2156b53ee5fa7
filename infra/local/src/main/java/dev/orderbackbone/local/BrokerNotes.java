package dev.orderbackbone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Remembers beside the broker's data what has been done to it, so that it is forgotten together with that data. */
record BrokerNotes(Path folder) {

    /** Does it unless it was done before for the same version; notes it when it has been done. */
    void unlessDone(String what, String version, Runnable work) {
        Path note = folder.resolve(what + ".done");
        try {
            if (read(note).equals(version)) {
                return;
            }
            work.run();
            Files.createDirectories(folder);
            Files.writeString(note, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path note) throws IOException {
        try {
            return Files.readString(note);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
