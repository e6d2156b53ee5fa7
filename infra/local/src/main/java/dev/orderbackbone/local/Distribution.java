package dev.orderbackbone.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with all programs: {@code lib/} holds every jar, {@code registry/} the schema registry. */
public record Distribution(Path folder) {

    private static final String PROPERTY = "backbone.distribution";

    /** What infra/local's build lays out for tests: broker, PostgreSQL and registry, none of our services. */
    private static final Path OF_TESTS = Path.of("infra", "local", "target", "components");

    public Distribution {
        folder = folder.toAbsolutePath().normalize();
    }

    /** For tests: the one that the system property {@code backbone.distribution} names, else that of this source tree. */
    public static Distribution ofBuild() {
        @Nullable String property = System.getProperty(PROPERTY);
        if (property != null) {
            return new Distribution(Path.of(property));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(OF_TESTS))) {
                return new Distribution(at.resolve(OF_TESTS));
            }
        }
        throw new IllegalStateException("there is no " + OF_TESTS + "; build it: ./mvnw -pl infra/local -am package");
    }

    /**
     * A jar of {@code lib/}.
     *
     * @param artifact its name without version.
     * @throws IllegalStateException if it is not there.
     */
    public Path jar(String artifact) {
        return jars().stream()
                .filter(jar -> jar.getFileName().toString().matches(artifact + "-\\d.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar of " + artifact + " in " + lib()));
    }

    /** Tells builds of a jar from each other. */
    String buildOf(String artifact) {
        File jar = jar(artifact).toFile();
        return jar.getName() + " " + jar.length() + " " + jar.lastModified();
    }

    Path registry() {
        return folder.resolve("registry");
    }

    private Path lib() {
        return folder.resolve("lib");
    }

    private List<Path> jars() {
        try (Stream<Path> files = Files.list(lib())) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the distribution has no " + lib(), e);
        }
    }
}
