package dev.orderbackbone.local;

import java.nio.file.Path;

/** Where one installation keeps everything: {@code COMPONENT/}, {@code logs/}, {@code run/} (pid files), {@code cache/}. */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** What a component stores. */
    public Path of(String component) {
        return root.resolve(component);
    }

    /** What a component wrote to its standard output and error. */
    public Path log(String component) {
        return root.resolve("logs").resolve(component + ".log");
    }

    /** What can be made again at the price of a slower start. */
    public Path cache() {
        return root.resolve("cache");
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
