package dev.orderbackbone.local;

import java.nio.file.Path;

/**
 * Where one installation keeps everything: {@code COMPONENT/}, {@code logs/}, {@code run/} (pid files).
 *
 * @param cache what can be made again at the price of a slower start; several installations may share it.
 */
public record DataFolder(Path root, Path cache) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /** A folder with a {@code cache/} of its own. */
    public static DataFolder of(Path root) {
        return new DataFolder(root, root.resolve("cache"));
    }

    /** What a component stores. */
    public Path of(String component) {
        return root.resolve(component);
    }

    /** What a component wrote to its standard output and error. */
    public Path log(String component) {
        return root.resolve("logs").resolve(component + ".log");
    }

    Path run() {
        return root.resolve("run");
    }

    PidFile pidFile(String component) {
        return new PidFile(run().resolve(component + ".pid"));
    }

    LogFile logFile(String component) {
        return new LogFile(log(component));
    }
}
