package dev.orderbackbone.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How our JVMs run on a small machine. */
final class JvmOptions {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private JvmOptions() {}

    /**
     * For heaps below some hundred MB on few cores: no collector threads beside the program's own. A process without
     * memory ends and says so; limping on it would hold its partitions.
     *
     * @param heap the most, as after {@code -Xmx}.
     * @param more options that a user has set, separated by blanks.
     */
    static List<String> of(String heap, String more) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.net.preferIPv4Stack=true"));
        BLANKS.splitAsStream(more.strip()).filter(option -> !option.isEmpty()).forEach(options::add);
        return options;
    }
}
