package dev.orderbackbone.benchmarks.contender;

import dev.orderbackbone.local.Component;
import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.HttpProbe;
import dev.orderbackbone.local.ListenPort;
import dev.orderbackbone.local.Probe;
import dev.orderbackbone.local.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of the benchmark's own jar, as a process. Its first argument is the port that it serves on; {@code GET /health} says when.
 *
 * @param options of the JVM.
 */
public record OwnProgram(
        String name,
        Distribution distribution,
        Class<?> mainClass,
        int port,
        List<String> options,
        Map<String, String> environment)
        implements Component {
    private static final String JAR = "infra-benchmarks";
    private static final String LOGS_AS_THE_BENCHMARK = "-Dlogback.configurationFile=bench-logback.xml";

    public OwnProgram {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    @Override
    public List<ListenPort> ports() {
        return List.of(new ListenPort("the benchmark's", port));
    }

    @Override
    public Program program(DataFolder folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(LOGS_AS_THE_BENCHMARK);
        command.addAll(List.of("-cp", distribution.jar(JAR).toString(), mainClass.getName(), Integer.toString(port)));
        return Program.of(command);
    }

    @Override
    public Probe probe(DataFolder folder) {
        return new HttpProbe(port, "/health");
    }
}
