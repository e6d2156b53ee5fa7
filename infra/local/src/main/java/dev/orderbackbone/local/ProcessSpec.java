package dev.orderbackbone.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param command program and arguments.
 * @param environment added to this JVM's own.
 * @param workingFolder made if it is not there.
 * @param log where its standard output and error are appended.
 * @param pidFile where it is remembered.
 */
record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workingFolder,
        LogFile log,
        PidFile pidFile,
        StopSignal stopSignal) {

    ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
