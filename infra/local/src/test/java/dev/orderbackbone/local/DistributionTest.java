package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    @TempDir
    Path folder;

    private Path lib;

    @BeforeEach
    void setUp() throws IOException {
        lib = Files.createDirectories(folder.resolve("lib"));
        Files.createFile(lib.resolve("order-events-client-0.1.0-SNAPSHOT.jar"));
        Files.createFile(lib.resolve("order-events-service-0.1.0-SNAPSHOT.jar"));
    }

    @Test
    void findsAJarByItsArtifact() {
        assertThat(new Distribution(folder).jar("order-events-service"))
                .isEqualTo(lib.resolve("order-events-service-0.1.0-SNAPSHOT.jar"));
    }

    @Test
    void takesNoJarWhoseNameOnlyBeginsTheSame() {
        assertThatThrownBy(() -> new Distribution(folder).jar("order-events"))
                .hasMessage("no jar of order-events in " + lib);
    }

    @Test
    void saysWhichFolderIsMissing() {
        assertThatThrownBy(() -> new Distribution(folder.resolve("elsewhere")).jar("schemas"))
                .hasMessageContaining(folder.resolve("elsewhere").resolve("lib").toString());
    }
}
