package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.text.TimeConverter;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which records are meant, and where they go. To be mixed in. */
final class ReplayOptions {
    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            required = true,
            description = "Where the records stand, such as orders.events.v1.")
    private String topic = "";

    @Option(
            names = "--to-topic",
            paramLabel = "NAME",
            required = true,
            description =
                    "A new topic, or one that the same replay has begun to fill; never one of the backbone's own.")
    private String toTopic = "";

    @Option(
            names = "--partition",
            paramLabel = "N",
            description = "Only this partition. May be given several times. Default: all.")
    private List<Integer> partitions = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only records of that time or later, such as 2026-11-27T12:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only records from before that time.")
    private @Nullable Instant until;

    @Option(names = "--from-offset", paramLabel = "N", description = "Only from this offset on. Default: the first.")
    private long fromOffset;

    @Option(names = "--to-offset", paramLabel = "N", description = "Only before this offset. Default: the end.")
    private long toOffset = Long.MAX_VALUE;

    @Option(
            names = "--order",
            paramLabel = "ID",
            description = "Only what concerns this order. May be given several times.")
    private List<String> orders = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "Only this message type, such as OrderShipped. May be given several times.")
    private List<String> types = new ArrayList<>();

    String toTopic() {
        return toTopic;
    }

    /** @throws ParameterException if they name what is not there, or contradict each other. */
    ReplaySelection selection(CommandLine command) {
        Topic source = Topics.ALL.stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command,
                        "there is no topic " + topic + "; there are "
                                + Topics.ALL.stream().map(Topic::name).collect(Collectors.joining(", "))));
        Set<String> unknown = new TreeSet<>(types);
        unknown.removeAll(typesOf(source));
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    command,
                    topic + " carries no " + String.join(", ", unknown) + "; it carries "
                            + String.join(", ", new TreeSet<>(typesOf(source))));
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new ParameterException(command, "--since must be before --until");
        }
        if (fromOffset < 0 || fromOffset >= toOffset) {
            throw new ParameterException(command, "--from-offset must be 0 or more, and before --to-offset");
        }
        return new ReplaySelection(
                source,
                new HashSet<>(partitions),
                since,
                until,
                fromOffset,
                toOffset,
                new HashSet<>(orders),
                new HashSet<>(types));
    }

    private static Set<String> typesOf(Topic source) {
        return source.types().stream().map(Class::getSimpleName).collect(Collectors.toSet());
    }
}
