package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;

/** Under which circumstances a run was made: without them its figures say nothing. */
public final class Facts {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.*)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");
    private static final Pattern OURS = Pattern.compile(
            "(BACKBONE|STREAMS|PROJECTION|EFFECTS|ORDERS|PAYMENT|INVENTORY|NOTIFICATION|GATEWAY)_[A-Z_]+");
    private static final long KIB_PER_MIB = 1_024;

    private Facts() {}

    /**
     * Gathers them.
     *
     * @param home the source tree.
     * @param stack how ours was started.
     */
    public static Map<String, String> of(
            BenchResult result, Path home, Map<String, String> stack, Map<String, String> versions) {
        Map<String, String> facts = ofMachine(home);
        facts.put("Kafka", AppInfoParser.getVersion());
        facts.putAll(versions);
        facts.putAll(of(result.settings()));
        facts.putAll(stack);
        new TreeMap<>(System.getenv()).forEach((name, value) -> {
            if (OURS.matcher(name).matches()) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    /**
     * When, of which commit, and on what.
     *
     * @param home the source tree.
     */
    public static Map<String, String> ofMachine(Path home) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", commit(home));
        facts.put("processor", found(MODEL, Path.of("/proc/cpuinfo")));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", Long.parseLong(found(MEMORY, Path.of("/proc/meminfo"))) / KIB_PER_MIB + " MiB");
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("JDK", System.getProperty("java.vendor.version") + " " + System.getProperty("java.vm.version"));
        return facts;
    }

    private static Map<String, String> of(RunSettings settings) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("orders", Integer.toString(settings.orders()));
        facts.put("warm-up orders", Integer.toString(settings.warmUp()));
        facts.put("repetitions", Integer.toString(settings.repetitions()));
        facts.put("seconds at a fixed rate", Integer.toString(settings.seconds()));
        facts.put("workload", settings.isHot() ? "one SKU in every order" : "mixed");
        facts.put("statements counted", settings.countsStatements() ? "yes" : "no");
        return facts;
    }

    private static String commit(Path home) {
        String commit = git(home, "rev-parse", "--short=12", "HEAD");
        return git(home, "status", "--porcelain").isEmpty() ? commit : commit + " with changes";
    }

    private static String git(Path home, String... arguments) {
        try {
            Process git = new ProcessBuilder(command(arguments))
                    .directory(home.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = git.inputReader()) {
                return output.lines().collect(Collectors.joining("\n"));
            }
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    private static String[] command(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return command;
    }

    private static String found(Pattern pattern, Path file) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.find() ? matcher.group(1) : "unknown";
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
