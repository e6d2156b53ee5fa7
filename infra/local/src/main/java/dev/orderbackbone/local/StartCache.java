package dev.orderbackbone.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes JVMs start several times faster: the first run of a program notes which classes it needs and writes them down,
 * loaded and linked, when it ends; later runs take them from there (the JDK's ahead-of-time cache, JEP 483 and 514).
 *
 * <p>A file belongs to one {@link ProgramKey}, so a program that has changed gets a new one. The JVM checks it once
 * more and starts without it if it does not fit: a cache can never keep a program from starting.
 *
 * @param folder where the files are; several installations may share it.
 */
public record StartCache(Path folder, Mode mode) {

    /** Whether the next start of a program can use it. */
    boolean has(String name, JavaProgram program) {
        return Files.exists(folder.resolve(fileName(name, program)));
    }

    /** What may be done. */
    public enum Mode {
        /** Nothing. */
        OFF,
        /** Use what is there. */
        READ,
        /** And note what is missing: that run starts slower, and takes some seconds more to end. */
        READ_AND_WRITE
    }

    private static final String SUFFIX = ".aot";

    /** Beside the file to be: a process is to write it when it ends. */
    private static final String WANTED = ".wanted";

    /**
     * Without profiles: with them, later starts would compile thoroughly at once what they do once, which costs a small
     * machine more than it saves (a broker was ready after 2.2 s instead of 1.7 s). Applies to the noting run only.
     */
    private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** Which classes cannot be cached is nothing to a reader of a component's log. */
    private static final String QUIET = "-Xlog:aot*=off,cds*=off";

    /**
     * Options for a start.
     *
     * @param run where the process may write its cache when it ends.
     */
    List<String> options(String name, JavaProgram program, Path run) {
        if (mode == Mode.OFF) {
            return List.of();
        }
        String file = fileName(name, program);
        if (Files.exists(folder.resolve(file))) {
            return List.of("-XX:AOTCache=" + folder.resolve(file), QUIET);
        }
        return switch (mode) {
            case OFF, READ -> List.of();
            case READ_AND_WRITE -> {
                touch(run.resolve(file + WANTED));
                yield List.of("-XX:AOTCacheOutput=" + run.resolve(file), QUICK_COMPILER_ONLY, QUIET);
            }
        };
    }

    /** Whether a process of that name will write its cache when it ends. */
    boolean isWriting(String name, Path run) {
        return !written(name, run).isEmpty();
    }

    /** Takes over what a process of that name has written. To be called when it has ended in good order. */
    void collect(String name, Path run) {
        for (Path file : written(name, run)) {
            if (file.toString().endsWith(SUFFIX)) {
                keep(name, file);
            }
        }
        discard(name, run);
    }

    /** Removes what a process of that name was writing. To be called before it is started anew. */
    void discard(String name, Path run) {
        for (Path file : written(name, run)) {
            delete(file);
        }
    }

    private void keep(String name, Path file) {
        try {
            Files.createDirectories(folder);
            discard(name, folder); // those of earlier builds
            Files.move(file, folder.resolve(file.getFileName()), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            delete(file); // of no use: the next run writes another
        }
    }

    private static String fileName(String name, JavaProgram program) {
        return name + "-" + ProgramKey.of(program) + SUFFIX;
    }

    private static void touch(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> written(String name, Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9a-f]+" + SUFFIX + ".*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
