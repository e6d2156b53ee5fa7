package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.local.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * An image of the distribution's broker, made of what is on this machine: its jars, a runtime of this JDK, a shell. No image registry is asked for
 * anything.
 */
final class KafkaImage {
    private static final String NAME = "order-backbone-kafka:of-distribution";
    private static final Path BASE = Path.of(System.getProperty("basedir", ""));
    private static final Path SOURCES = BASE.resolve(Path.of("src", "test", "docker"));

    private KafkaImage() {}

    /** Makes it, and returns its name. Takes half a minute. */
    static String of(Distribution distribution) {
        Path root = BASE.resolve(Path.of("target", "docker", "root.tar"));
        makeRoot(distribution, root);
        Future<String> image = new ImageFromDockerfile(NAME, true)
                .withFileFromPath("Dockerfile", SOURCES.resolve("Dockerfile"))
                .withFileFromPath("root.tar", root);
        try {
            return image.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the image was built", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the image was not built", failure);
        }
    }

    private static void makeRoot(Distribution distribution, Path root) {
        try {
            Files.createDirectories(root.getParent());
            ProcessBuilder builder = new ProcessBuilder(
                            "bash",
                            SOURCES.resolve("make-root.sh").toString(),
                            distribution.folder().toString(),
                            root.toAbsolutePath().toString())
                    .inheritIO();
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            int exitCode = builder.start().waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("make-root.sh ended with exit code " + exitCode);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the image's files were gathered", interrupted);
        }
    }
}
