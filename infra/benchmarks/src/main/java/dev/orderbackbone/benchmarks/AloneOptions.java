package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What benchmarks of ours alone have in common. To be mixed in. */
final class AloneOptions {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the stack runs; emptied before. Default: .backbone/bench beside the backbone command.")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    /** The folder, emptied. */
    Place freshPlace() throws IOException {
        Place place = BenchHome.place(data);
        FreshFolder.at(place.root());
        return place;
    }
}
