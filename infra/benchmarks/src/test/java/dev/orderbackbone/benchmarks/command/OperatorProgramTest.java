package dev.orderbackbone.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.local.Distribution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorProgramTest {
    @TempDir
    Path folder;

    /** Stands in for the operators' program. */
    static final class Standin {
        private Standin() {}

        public static void main(String[] arguments) {
            if (arguments[0].equals("fail")) {
                System.err.println("it cannot be done");
                System.exit(3);
            }
            System.out.println("{\"arguments\": \"" + String.join(" ", arguments) + "\", \"port\": "
                    + System.getenv("BACKBONE_KAFKA_PORT") + "}");
        }
    }

    @BeforeEach
    void makeTheDistribution() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Standin.class.getName());
        manifest.getMainAttributes()
                .put(
                        Name.CLASS_PATH,
                        Standin.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        Path lib = Files.createDirectories(folder.resolve("lib"));
        try (OutputStream file = Files.newOutputStream(lib.resolve("infra-operator-1.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    @Test
    void runsACommandAboutTheInstallationAndSaysWhatItTook() throws InterruptedException {
        Ran ran = program().run("lag", "--json");

        assertThat(ran.answer().text("/arguments")).isEqualTo("lag --json --data " + folder);
        assertThat(ran.answer().number("/port")).isEqualTo(19_092);
        assertThat(ran.command()).isEqualTo("lag --json");
        assertThat(ran.seconds()).isPositive();
        assertThat(ran.peakBytes()).isGreaterThan(1 << 20);
        assertThat(folder).isDirectoryNotContaining("glob:**.out");
    }

    @Test
    void hasNoAnswerWhereItFailed() throws InterruptedException {
        Ran ran = program().run("fail");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThatThrownBy(ran::answer)
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("'fail' ended with exit code 3")
                .hasMessageContaining("it cannot be done");
    }

    private OperatorProgram program() {
        return new OperatorProgram(new Distribution(folder), folder, Map.of("BACKBONE_KAFKA_PORT", "19092"), _ -> {});
    }
}
