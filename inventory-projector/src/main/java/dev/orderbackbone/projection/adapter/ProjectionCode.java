package dev.orderbackbone.projection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The code that rows are made by: a version that one code has begun must not be gone on with by another. */
final class ProjectionCode {
    private static final String PACKAGE = "dev/orderbackbone/projection";

    private ProjectionCode() {}

    /** SHA-256 over the compiled classes of the projection, hexadecimal. */
    static String hash() {
        try {
            Path place = Path.of(ProjectionCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return hashOf(place.resolve(PACKAGE));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return hashOf(jar.getPath(PACKAGE));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException | NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String hashOf(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : classes) {
                digest.update(folder.relativize(file).toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
