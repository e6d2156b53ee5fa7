package dev.orderbackbone.local;

import java.util.List;
import java.util.Map;

/**
 * A program of ours.
 *
 * @param program its jar names main class and class path.
 * @param ports the first one is that of its health.
 * @param environment its settings.
 * @param healthPath answers 200 when it can be used.
 */
public record JavaService(
        String name, JavaProgram program, List<ListenPort> ports, Map<String, String> environment, String healthPath)
        implements Component {

    public JavaService {
        ports = List.copyOf(ports);
        environment = Map.copyOf(environment);
    }

    @Override
    public Program program(DataFolder folder) {
        return program;
    }

    @Override
    public Probe probe(DataFolder folder) {
        return new HttpProbe(ports.getFirst().port(), healthPath);
    }
}
