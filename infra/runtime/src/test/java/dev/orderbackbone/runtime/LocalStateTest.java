package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
    @TempDir
    Path folder;

    @Test
    void belongsToTheLogThatItWasMadeFrom() {
        LocalState state = LocalState.of(folder.resolve("state").toString(), "order-events");
        assertThat(state.isOf("log-1")).isFalse();

        state.belongsTo("log-1");

        assertThat(state.isOf("log-1")).isTrue();
        assertThat(state.isOf("log-2")).isFalse();
        assertThat(LocalState.of(folder.resolve("state").toString(), "payment-processor")
                        .isOf("log-1"))
                .isFalse();
    }
}
