package dev.orderbackbone.schemas.release;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What was released: for each release, the schemas by the full names of their types. */
final class Releases {
    private final Map<String, Map<String, Schema>> byRelease;

    private Releases(Map<String, Map<String, Schema>> byRelease) {
        this.byRelease = byRelease;
    }

    static Releases onTheClassPath() {
        try {
            return in(Path.of(Objects.requireNonNull(Releases.class.getResource("/avro-released"))
                    .toURI()));
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException("cannot read the released schemas", broken);
        }
    }

    private static Releases in(Path folder) throws IOException {
        Map<String, Map<String, Schema>> byRelease = new TreeMap<>();
        try (Stream<Path> releases = Files.list(folder)) {
            releases.filter(Files::isDirectory)
                    .forEach(release -> byRelease.put(release.getFileName().toString(), schemasIn(release)));
        }
        return new Releases(byRelease);
    }

    Map<String, Schema> release(String name) {
        return byRelease.getOrDefault(name, Map.of());
    }

    /** Every schema that a type was released with. */
    List<Schema> schemasOf(String typeName) {
        return byRelease.values().stream()
                .flatMap(schemas -> Stream.ofNullable(schemas.get(typeName)))
                .toList();
    }

    Set<String> typeNames() {
        return byRelease.values().stream()
                .flatMap(schemas -> schemas.keySet().stream())
                .collect(toSet());
    }

    private static Map<String, Schema> schemasIn(Path release) {
        try (Stream<Path> files = Files.walk(release)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(Releases::parse)
                    .collect(toMap(Schema::getFullName, schema -> schema));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }
}
