package dev.orderbackbone.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The present contract against every frozen release. {@code avro-released/README.md} says how a release is frozen. */
class ReleasedSchemasTest {
    private final Releases releases = Releases.onTheClassPath();

    static Stream<Class<? extends Message>> types() {
        return Topics.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatEveryReleaseWroteAndIsReadByEveryRelease(Class<? extends Message> type) {
        assertThat(ReleaseRules.violations(ContractSchemas.of(type), releases.schemasOf(type.getName())))
                .isEmpty();
    }

    @Test
    void noTypeIsGone() {
        assertThat(types().map(Class::getName)).containsAll(releases.typeNames());
    }

    @Test
    void theFirstReleaseIsFrozenAndWhole() {
        Map<String, Schema> first = releases.release("0.1");

        assertThat(first).hasSizeGreaterThan(50);
        assertThat(first).containsKey("dev.orderbackbone.contract.order.OrderPlaced");
    }
}
