package dev.orderbackbone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A Kafka cluster of one node, broker and controller in one process.
 *
 * <p>Records survive the end of the process in any way; like every Kafka broker by default it leaves the writing to disk
 * to the operating system, so the last seconds do not survive the loss of power.
 *
 * @param jar of infra/broker, which names the broker's jars.
 * @param port for clients, without encryption or authentication.
 * @param controllerPort which the node uses to talk to itself.
 * @param options of the JVM.
 */
public record KafkaBroker(Path jar, ListenPort port, ListenPort controllerPort, List<String> options)
        implements Component {

    private static final String NAME = "kafka";
    private static final String FORMAT_LOG = "kafka-format";

    public KafkaBroker {
        options = List.copyOf(options);
    }

    /** For tests: on free ports, with a small heap. */
    public static KafkaBroker onFreePorts(Distribution distribution) {
        return new KafkaBroker(
                distribution.jar("infra-broker"),
                ListenPort.anyFree(),
                ListenPort.anyFree(),
                JvmOptions.of("320m", "-XX:TieredStopAtLevel=1"));
    }

    /** What clients are given. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port.port();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ListenPort> ports() {
        return List.of(port, controllerPort);
    }

    /** Writes the settings at each start, as ports may have changed; formats the storage once. */
    @Override
    public void prepare(DataFolder folder) {
        try {
            Files.createDirectories(home(folder));
            Files.writeString(settings(folder), KafkaSettings.of(this, logs(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(logs(folder).resolve("meta.properties"))) {
            format(folder);
        }
    }

    @Override
    public Program program(DataFolder folder) {
        return new JavaProgram(jar, options, List.of(settings(folder).toString()));
    }

    @Override
    public Probe probe(DataFolder folder) {
        return new KafkaProbe(port.port());
    }

    private void format(DataFolder folder) {
        List<String> command = new ArrayList<>(List.of(Executables.java().toString()));
        command.addAll(JvmOptions.of("128m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", jar.toString(), "kafka.tools.StorageTool", "format"));
        // One word: every 64th id begins with a hyphen and would be taken for an option.
        command.addAll(List.of("--ignore-formatted", "--cluster-id=" + randomId()));
        command.addAll(List.of("--config", settings(folder).toString()));
        new OneShot("formatting Kafka's storage", command, folder.logFile(FORMAT_LOG)).run();
    }

    /** As Kafka writes its ids. */
    private static String randomId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Path home(DataFolder folder) {
        return folder.of(NAME);
    }

    private static Path logs(DataFolder folder) {
        return home(folder).resolve("data");
    }

    private static Path settings(DataFolder folder) {
        return home(folder).resolve("server.properties");
    }
}
