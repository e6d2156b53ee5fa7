package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.text.TimeConverter;
import dev.orderbackbone.projection.operations.PartOfLog;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which records are meant, and where they go. To be mixed in. */
final class ReplayOptions {
    /** What nobody asks for by its number. */
    private static final int NEXT = Integer.MIN_VALUE;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description =
                    "Where the records stand, such as orders.events.v1. With --to-version it may be given several times; default: "
                            + "all that the read models are made from.")
    private List<String> topics = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    /** One of the two. */
    static final class Target {
        @Option(
                names = "--to-topic",
                paramLabel = "NAME",
                description =
                        "A new topic, or one that the same replay has begun to fill; never one of the backbone's own.")
        private String toTopic = "";

        @Option(
                names = "--to-version",
                paramLabel = "N",
                arity = "0..1",
                fallbackValue = "" + NEXT,
                description =
                        "Project them into a version of the read models of their own, read_N: the next one, or the one that the same "
                                + "replay has begun; never the live one. It is queried in the schema mart_N.")
        private @Nullable Integer toVersion;
    }

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

    /** The new topic; empty where a read model is meant. */
    String toTopic() {
        return target.toTopic;
    }

    /** The number of the read model; empty where the next one is meant, or the one that was begun. */
    Optional<Integer> toVersion() {
        return Optional.ofNullable(target.toVersion).filter(version -> version != NEXT);
    }

    /** @throws ParameterException if they name what is not there, or contradict each other. */
    ReplaySelection selection(CommandLine command) {
        List<Topic> sources = sources(command);
        Set<String> unknown = new TreeSet<>(types);
        unknown.removeAll(typesOf(sources));
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    command,
                    namesOf(sources) + " carries no " + String.join(", ", unknown) + "; it carries "
                            + String.join(", ", new TreeSet<>(typesOf(sources))));
        }
        boolean isAboutOffsets = fromOffset != 0 || toOffset != Long.MAX_VALUE;
        if (isAboutOffsets && sources.size() > 1) {
            throw new ParameterException(
                    command, "--from-offset and --to-offset need one --topic, whose offsets they are");
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new ParameterException(command, "--since must be before --until");
        }
        if (fromOffset < 0 || fromOffset >= toOffset) {
            throw new ParameterException(command, "--from-offset must be 0 or more, and before --to-offset");
        }
        return new ReplaySelection(
                sources,
                new HashSet<>(partitions),
                since,
                until,
                fromOffset,
                toOffset,
                new HashSet<>(orders),
                new HashSet<>(types));
    }

    private List<Topic> sources(CommandLine command) {
        if (target.toVersion == null) {
            if (topics.size() != 1) {
                throw new ParameterException(command, "--to-topic needs one --topic: where do the records stand?");
            }
            return named(command, Topics.ALL, "there is no topic ");
        }
        if (target.toVersion < 1 && target.toVersion != NEXT) {
            throw new ParameterException(command, "--to-version must be 1 or more");
        }
        return topics.isEmpty()
                ? PartOfLog.TOPICS
                : named(command, PartOfLog.TOPICS, "the read models are not made from ");
    }

    private List<Topic> named(CommandLine command, List<Topic> known, String complaint) {
        return topics.stream()
                .distinct()
                .map(name -> known.stream()
                        .filter(topic -> topic.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ParameterException(command, complaint + name + "; there are " + namesOf(known))))
                .toList();
    }

    private static String namesOf(List<Topic> topics) {
        return topics.stream().map(Topic::name).collect(Collectors.joining(", "));
    }

    private static Set<String> typesOf(List<Topic> sources) {
        return sources.stream()
                .flatMap(source -> source.types().stream())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }
}
