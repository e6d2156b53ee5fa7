package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each program starts with {@code java -jar}: what its manifest names is there. */
class DistributionTest {

    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("backbone.distribution", "../deploy/target/backbone"));

    /** A jar of ours that has a main class. */
    private record Program(Path jar, String mainClass, List<String> classPath) {

        static Stream<Program> in(Path jar) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Attributes manifest = file.getManifest().getMainAttributes();
                @Nullable String mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
                @Nullable String classPath = manifest.getValue(Attributes.Name.CLASS_PATH);
                return mainClass == null || classPath == null
                        ? Stream.empty()
                        : Stream.of(new Program(jar, mainClass, List.of(classPath.split(" ", -1))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return jar.getFileName().toString();
        }
    }

    private static List<Program> programs() throws IOException {
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().endsWith("-SNAPSHOT.jar"))
                    .flatMap(Program::in)
                    .toList();
        }
    }

    @Test
    void holdsEveryProgramAndTheSchemaRegistry() throws IOException {
        assertThat(programs())
                .extracting(Program::mainClass)
                .containsExactlyInAnyOrder(
                        "dev.orderbackbone.benchmarks.Bench",
                        "dev.orderbackbone.inventory.InventoryProjector",
                        "dev.orderbackbone.microbenchmarks.MicroBench",
                        "dev.orderbackbone.notification.NotificationSender",
                        "dev.orderbackbone.operator.Backbone",
                        "dev.orderbackbone.orderevents.OrderEvents",
                        "dev.orderbackbone.payment.PaymentProcessor",
                        "dev.orderbackbone.simulators.Simulators",
                        "kafka.Kafka");
        assertThat(DISTRIBUTION.resolve("registry/quarkus-run.jar")).isRegularFile();
    }

    @TestFactory
    Stream<DynamicTest> holdsEveryJarThatAProgramNames() throws IOException {
        return programs().stream()
                .map(program -> DynamicTest.dynamicTest(
                        program.name(),
                        () -> assertThat(program.classPath())
                                .isNotEmpty()
                                .allSatisfy(jar -> assertThat(program.jar().resolveSibling(jar))
                                        .isRegularFile())));
    }

    @TestFactory
    Stream<DynamicTest> everyProgramHasItsMainClass() throws IOException {
        return programs().stream()
                .map(program -> DynamicTest.dynamicTest(program.name(), () -> {
                    URI jar = program.jar().toUri();
                    try (URLClassLoader loader =
                            new URLClassLoader(new URL[] {jar.toURL()}, ClassLoader.getPlatformClassLoader())) {
                        assertThatCode(() ->
                                        loader.loadClass(program.mainClass()).getMethod("main", String[].class))
                                .doesNotThrowAnyException();
                    }
                }));
    }
}
