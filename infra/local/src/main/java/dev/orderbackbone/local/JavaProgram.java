package dev.orderbackbone.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code java -jar}.
 *
 * @param jar names its main class and its class path.
 * @param options of the JVM.
 * @param arguments of the program.
 */
public record JavaProgram(Path jar, List<String> options, List<String> arguments) implements Program {

    public JavaProgram {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** @param more options for this start only. */
    List<String> command(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Executables.java().toString());
        command.addAll(options);
        command.addAll(more);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }
}
