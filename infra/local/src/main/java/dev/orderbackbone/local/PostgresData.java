package dev.orderbackbone.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a new data folder with the one database. It gets its name when it is whole, so an interruption leaves none. */
record PostgresData(PostgresBinaries binaries, Unprivileged unprivileged, String password) {

    private static final String LOG = "postgresql-initdb";

    /**
     * Makes {@code data}.
     *
     * @param home the folder to make it in.
     */
    void create(Path home, DataFolder folder) {
        Path fresh = home.resolve("data.new");
        Path input = home.resolve("input");
        try {
            Folders.delete(fresh);
            Files.createDirectories(home);
            unprivileged.own(home);
            initialize(fresh, input, folder.logFile(LOG));
            createDatabase(fresh, input, folder.logFile(LOG));
            Files.delete(input);
            Files.move(fresh, home.resolve("data"), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialize(Path data, Path passwordFile, LogFile log) throws IOException {
        Files.writeString(passwordFile, password + "\n");
        unprivileged.own(passwordFile);
        run(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + PostgresServer.DATABASE,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"),
                Path.of("/dev/null"),
                log);
    }

    /** In single-user mode: the server need not be started, and no driver is needed. */
    private void createDatabase(Path data, Path statements, LogFile log) throws IOException {
        Files.writeString(statements, "CREATE DATABASE " + PostgresServer.DATABASE + ";\n");
        run("postgres", List.of("--single", "-j", "-D", data.toString(), "postgres"), statements, log);
    }

    private void run(String program, List<String> arguments, Path input, LogFile log) {
        List<String> command = new ArrayList<>();
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        new OneShot(program, unprivileged.command(command), log).run(input.toFile());
    }
}
