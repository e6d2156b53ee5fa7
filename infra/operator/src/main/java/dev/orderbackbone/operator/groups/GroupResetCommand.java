package dev.orderbackbone.operator.groups;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.operator.text.TimeConverter;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets the position of a group. */
@Command(
        name = "reset",
        description = {
            "Lets a consumer group go on somewhere else: an analyst's or a storefront's, that is not the backbone's own and has nobody in it. The backbone's own "
                    + "groups are refused, with the reason: each of them would skip or repeat effects.",
            "",
            "Without --run it says where the group stands, what would be read again or skipped, and how Kafka's own tool would do the same.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone groups reset shop-exports --to-time 2026-11-27T00:00:00Z",
            "  ./backbone groups reset shop-exports --to-offset 1200 --topic orders.events.v1:2 --run --reason 'lost a file'",
            "",
            "Exit codes: 0 done, or planned; 1 refused, no such group, topic or offset, or nothing would change; 2 the command line is wrong.",
        })
public final class GroupResetCommand implements Callable<Integer> {
    private static final Pattern PLACE = Pattern.compile("([^:]+)(?::(\\d{1,9}))?");

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(paramLabel = "GROUP", description = "The group.")
    private String group = "";

    @ArgGroup(multiplicity = "1")
    private To to = new To();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC[:PARTITION]",
            description = "Only there. Default: wherever the group has a position.")
    private @Nullable String topic;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One of them. */
    static final class To {
        @Option(names = "--to-earliest", description = "At the first record that is left.")
        boolean earliest;

        @Option(names = "--to-latest", description = "Behind the last record.")
        boolean latest;

        @Option(
                names = "--to-time",
                paramLabel = "TIME",
                converter = TimeConverter.class,
                description = "At the first record of that time or later, such as 2026-11-27T12:00:00Z.")
        private @Nullable Instant time;

        @Option(names = "--to-offset", paramLabel = "N", description = "At that offset of each partition.")
        private @Nullable Long offset;
    }

    @Override
    public Integer call() throws InterruptedException {
        Target target = target();
        GroupReset.Place place = place();
        Changes changes = Changes.of(installation, options, spec.commandLine());
        Endpoints endpoints = installation.endpoints();
        try (GroupAdmin admin = new GroupAdmin(endpoints.kafkaProperties())) {
            return changes.carryOut(new GroupReset(admin, endpoints.bootstrapServers(), group, target, place));
        }
    }

    private Target target() {
        if (to.time != null) {
            return new Target.Time(to.time);
        }
        if (to.offset != null) {
            if (to.offset < 0) {
                throw new ParameterException(spec.commandLine(), "--to-offset must be 0 or more, but is " + to.offset);
            }
            return new Target.Offset(to.offset);
        }
        return to.latest ? new Target.Latest() : new Target.Earliest();
    }

    private GroupReset.@Nullable Place place() {
        if (topic == null) {
            return null;
        }
        Matcher matcher = PLACE.matcher(topic);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--topic must be TOPIC or TOPIC:PARTITION, but is " + topic);
        }
        String partition = matcher.group(2);
        return new GroupReset.Place(
                matcher.group(1), partition == null ? GroupReset.Place.ALL : Integer.parseInt(partition));
    }
}
