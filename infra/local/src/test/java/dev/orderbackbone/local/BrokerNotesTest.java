package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerNotesTest {

    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();

    @Test
    void doesWorkOncePerVersion() {
        work("schemas", "1");
        work("schemas", "1");
        work("schemas", "2");
        work("others", "2");

        assertThat(done).containsExactly("schemas 1", "schemas 2", "others 2");
    }

    @Test
    void doesItAgainWhenItFailed() {
        BrokerNotes notes = new BrokerNotes(folder);
        assertThatThrownBy(() -> notes.unlessDone("schemas", "1", () -> {
                    throw new IllegalStateException("the registry is gone");
                }))
                .hasMessage("the registry is gone");

        work("schemas", "1");

        assertThat(done).containsExactly("schemas 1");
    }

    @Test
    void doesItAgainWhenTheBrokersDataIsGone() {
        work("schemas", "1");
        Folders.delete(folder.resolve("kafka"));
        work("schemas", "1");

        assertThat(done).containsExactly("schemas 1", "schemas 1");
    }

    private void work(String what, String version) {
        new BrokerNotes(folder.resolve("kafka")).unlessDone(what, version, () -> done.add(what + " " + version));
    }
}
