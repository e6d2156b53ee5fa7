package dev.orderbackbone.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    private static final String MAIN = "dev.orderbackbone.local.SleepLauncher";

    @TempDir
    Path folder;

    private Path run;
    private StartCache cache;
    private JavaProgram program;

    @BeforeEach
    void setUp() throws IOException {
        run = Files.createDirectories(folder.resolve("run"));
        cache = new StartCache(folder.resolve("cache"), StartCache.Mode.READ_AND_WRITE);
        Path library = Files.writeString(folder.resolve("library.jar"), "first build");
        Path jar = ManifestJar.write(folder, "program.jar", MAIN, List.of(library), Map.of());
        program = new JavaProgram(jar, List.of("-Xmx64m"), List.of());
    }

    @Test
    void readsWhatAnEndedProcessHasWritten() throws IOException {
        Path written = outputOf(cache.options("some", program, run));
        assertThat(cache.isWriting("some", run)).isTrue();
        assertThat(cache.has("some", program)).isFalse();

        Files.writeString(written, "classes");
        cache.collect("some", run);

        assertThat(cache.isWriting("some", run)).isFalse();
        assertThat(cache.has("some", program)).isTrue();
        assertThat(cache.options("some", program, run))
                .contains("-XX:AOTCache=" + folder.resolve("cache").resolve(written.getFileName()));
    }

    @Test
    void forgetsWhatAKilledProcessHasBegunToWrite() throws IOException {
        Files.writeString(outputOf(cache.options("some", program, run)), "half of the cl");

        cache.discard("some", run);
        cache.collect("some", run);

        assertThat(cache.has("some", program)).isFalse();
        assertThat(filesIn(run)).isEmpty();
    }

    @Test
    void doesNotUseACacheAfterAJarOfTheClassPathHasChanged() throws IOException {
        write();
        Files.writeString(folder.resolve("library.jar"), "second build");

        assertThat(cache.has("some", program)).isFalse();
    }

    @Test
    void keepsOnlyTheNewestCacheOfAProgram() throws IOException {
        write();
        Files.writeString(folder.resolve("library.jar"), "second build");
        write();

        assertThat(filesIn(cache.folder())).hasSize(1);
    }

    @Test
    void doesNotUseACacheAfterAJarWasWrittenAnewWithTheSameLength() throws IOException {
        write();
        Files.setLastModifiedTime(folder.resolve("library.jar"), FileTime.from(Instant.EPOCH));

        assertThat(cache.has("some", program)).isFalse();
    }

    @Test
    void keepsCachesOfOptionsApart() throws IOException {
        write();

        assertThat(cache.has("some", new JavaProgram(program.jar(), List.of("-Xmx65m"), List.of())))
                .isFalse();
    }

    @Test
    void onlyReadsWhenItMayNotWrite() throws IOException {
        StartCache reader = new StartCache(cache.folder(), StartCache.Mode.READ);
        assertThat(reader.options("some", program, run)).isEmpty();

        write();

        assertThat(reader.options("some", program, run)).isNotEmpty();
        assertThat(new StartCache(cache.folder(), StartCache.Mode.OFF).options("some", program, run))
                .isEmpty();
    }

    @Test
    void aJvmStartsWithACacheThatIsDamaged() throws Exception {
        write();
        List<String> command = new JavaProgram(program.jar(), program.options(), List.of())
                .command(Stream.concat(cache.options("some", program, run).stream(), Stream.of("-version"))
                        .toList());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("Runtime Environment");
        assertThat(process.waitFor()).isZero();
    }

    private void write() throws IOException {
        Files.writeString(outputOf(cache.options("some", program, run)), "classes");
        cache.collect("some", run);
        assertThat(cache.has("some", program)).isTrue();
    }

    private static Path outputOf(List<String> options) {
        String prefix = "-XX:AOTCacheOutput=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> Path.of(option.substring(prefix.length())))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
