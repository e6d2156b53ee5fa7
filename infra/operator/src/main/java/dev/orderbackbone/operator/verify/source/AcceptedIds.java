package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.operator.verify.evidence.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files with one order id on a line: those that clients were answered 202 for. */
final class AcceptedIds {
    private AcceptedIds() {}

    /**
     * The ids of all files.
     *
     * @param filesAndFolders of a folder, all files that stand in it.
     * @throws IOException if one cannot be read.
     */
    static Ledger<String> of(List<Path> filesAndFolders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : filesAndFolders) {
            files.addAll(filesOf(path));
        }
        return () ->
                files.stream().flatMap(AcceptedIds::lines).map(String::strip).filter(id -> !id.isEmpty());
    }

    private static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            // Whether it is there is to be found out now, not in the middle of the audit.
            Files.size(path);
            return List.of(path);
        }
        try (Stream<Path> inFolder = Files.list(path)) {
            return inFolder.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @SuppressWarnings("StreamResourceLeak") // flatMap closes what it is given
    private static Stream<String> lines(Path file) {
        try {
            return Files.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
