package dev.orderbackbone.local;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A component that is a shell script, ready when it has made the file {@code ready}. */
record Shell(String name, Program program, List<ListenPort> ports) implements Component {

    Shell(String name, String script) {
        this(name, script, List.of());
    }

    Shell(String name, String script, List<ListenPort> ports) {
        this(name, Program.of(List.of("sh", "-c", script)), ports);
    }

    @Override
    public Program program(DataFolder folder) {
        return program;
    }

    @Override
    public Probe probe(DataFolder folder) {
        return () -> {
            if (!Files.exists(folder.of(name()).resolve("ready"))) {
                throw new FileNotFoundException("there is no file ready");
            }
        };
    }

    @Override
    public Duration stopPatience() {
        return Duration.ofSeconds(1);
    }
}
