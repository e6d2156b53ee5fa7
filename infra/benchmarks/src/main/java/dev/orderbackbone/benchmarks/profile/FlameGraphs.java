package dev.orderbackbone.benchmarks.profile;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.orderbackbone.benchmarks.BenchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Samples the stacks of several JVMs at the same time and draws a flame graph of each: the wider a frame, the more CPU was taken below it.
 *
 * <p>async-profiler samples each millisecond of CPU time. Where the kernel does not let it use hardware events ({@code
 * kernel.perf_event_paranoid} above 1), it takes a timer instead, and frames of the kernel are missing.
 */
public final class FlameGraphs {
    private static final String START = "start,event=cpu,interval=1ms";

    private final Map<String, Long> processes;
    private final Path library;

    private FlameGraphs(Map<String, Long> processes, Path library) {
        this.processes = new LinkedHashMap<>(processes);
        this.library = library;
    }

    /**
     * Begins.
     *
     * @param processes JVMs of this user, by name.
     * @param scratch a folder for the profiler's library.
     * @throws BenchFailure if the profiler is not made for this system, or a process does not let it in.
     */
    public static FlameGraphs start(Map<String, Long> processes, Path scratch) {
        FlameGraphs graphs = new FlameGraphs(processes, libraryIn(scratch));
        processes.values().forEach(pid -> graphs.tell(pid, START));
        return graphs;
    }

    /** Ends, and draws {@code <process>.html} into the folder. */
    public void stop(Path folder) throws IOException {
        Files.createDirectories(folder);
        processes.forEach((name, pid) -> {
            Path drawing = folder.toAbsolutePath().resolve(name + ".html");
            tell(pid, "stop,title=" + name + ",file=" + drawing);
        });
    }

    private void tell(long pid, String command) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                machine.loadAgentPath(library.toString(), command);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException
                | IOException failure) {
            throw new BenchFailure(
                    "process " + pid + " cannot be profiled (" + command + "): " + failure.getMessage(), failure);
        }
    }

    private static Path libraryIn(Path scratch) {
        String architecture = switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            default -> "x64";
        };
        String resource = "/linux-" + architecture + "/libasyncProfiler.so";
        Path library = scratch.toAbsolutePath().resolve("libasyncProfiler.so");
        try (InputStream content = FlameGraphs.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new BenchFailure("the profiler has nothing for " + resource);
            }
            Files.createDirectories(scratch);
            Files.copy(content, library, StandardCopyOption.REPLACE_EXISTING);
            return library;
        } catch (IOException failure) {
            throw new BenchFailure("cannot unpack the profiler: " + failure.getMessage(), failure);
        }
    }
}
