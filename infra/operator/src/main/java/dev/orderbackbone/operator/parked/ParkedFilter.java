package dev.orderbackbone.operator.parked;

import dev.orderbackbone.runtime.ParkReason;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which parked records a command is about. To be mixed in. */
final class ParkedFilter {
    @Parameters(
            paramLabel = "PLACE",
            arity = "0..2",
            description =
                    "A service and an offset on its parked topic, in any of its partitions; or topic-partition@offset, where a record "
                            + "is parked or came from.")
    private List<String> place = new ArrayList<>();

    @Option(names = "--order", paramLabel = "ID", description = "What concerns this order.")
    private String order = "";

    @Option(names = "--service", paramLabel = "NAME", description = "What this service has parked.")
    private String service = "";

    @Option(
            names = "--parked-for",
            paramLabel = "REASON",
            description = "What is parked for this reason: ${COMPLETION-CANDIDATES}.")
    private @Nullable ParkReason reason;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "What was parked then or later, such as 2026-01-31T12:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", description = "What was parked before then.")
    private @Nullable Instant until;

    /**
     * Whether a record is meant: by all that is given.
     *
     * @throws ParameterException if nothing is given, or something that cannot be.
     */
    Predicate<ParkedEntry> predicate(CommandLine command) {
        if (words().isEmpty()) {
            throw new ParameterException(
                    command, "say which records: PLACE, --order, --service, --parked-for, --since or --until");
        }
        if (!service.isEmpty() && Topics.PARKED.stream().map(Topics::serviceOf).noneMatch(service::equals)) {
            throw new ParameterException(
                    command,
                    "there is no service " + service + ", only "
                            + String.join(
                                    ", ",
                                    Topics.PARKED.stream()
                                            .map(Topics::serviceOf)
                                            .toList()));
        }
        Predicate<ParkedEntry> isThere = place.isEmpty() ? entry -> true : placed(command);
        return isThere.and(this::isMeant);
    }

    /** What was asked for. */
    String words() {
        List<String> words = new ArrayList<>(place);
        addTo(words, "--order", order.isEmpty() ? null : order);
        addTo(words, "--service", service.isEmpty() ? null : service);
        addTo(words, "--parked-for", reason);
        addTo(words, "--since", since);
        addTo(words, "--until", until);
        return String.join(" ", words);
    }

    private Predicate<ParkedEntry> placed(CommandLine command) {
        try {
            return ParkedPlace.filter(place);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, wrong.getMessage());
        }
    }

    private boolean isMeant(ParkedEntry entry) {
        return (order.isEmpty() || entry.orderId().equals(order))
                && (service.isEmpty() || entry.record().service().equals(service))
                && (reason == null || entry.record().reason().equals(reason.name()))
                && (since == null || !entry.at().isBefore(since))
                && (until == null || entry.at().isBefore(until));
    }

    private static void addTo(List<String> words, String option, @Nullable Object value) {
        if (value != null) {
            words.addAll(Arrays.asList(option, value.toString()));
        }
    }
}
