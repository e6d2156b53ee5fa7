package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestJarTest {

    @TempDir
    Path folder;

    @Test
    void isNotWrittenAgainWhenNothingHasChangedInWhateverOrderItsAttributesCome() throws IOException {
        SequencedMap<String, String> attributes =
                new LinkedHashMap<>(Map.of("First", "1", "Second", "2", "Third", "3"));
        FileTime old = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));
        Files.setLastModifiedTime(write(attributes, "some.jar"), old);

        assertThat(Files.getLastModifiedTime(write(attributes.reversed(), "some.jar")))
                .isEqualTo(old);
        assertThat(Files.getLastModifiedTime(write(attributes, "another.jar"))).isNotEqualTo(old);
    }

    private Path write(Map<String, String> attributes, String entry) {
        return ManifestJar.write(folder, "some.jar", "some.Main", List.of(folder.resolve(entry)), attributes);
    }
}
