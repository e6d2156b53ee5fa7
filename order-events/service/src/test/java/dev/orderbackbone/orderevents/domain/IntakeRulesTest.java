package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.Facts.back;
import static dev.orderbackbone.orderevents.domain.Facts.meta;
import static dev.orderbackbone.orderevents.domain.Facts.returned;
import static dev.orderbackbone.orderevents.domain.Facts.shipment;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeRulesTest {
    private static final String LONG = "x".repeat(501);

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("lines-not-empty", "/lines", submitted()),
                arguments("not-blank", "/requestId", new CancellationRequested(meta(), "", "why", "who")),
                arguments("max-length", "/reason", new CancellationRequested(meta(), "1", LONG, "who")),
                arguments("printable", "/reason", new CancellationRequested(meta(), "1", "a\u0007b", "who")),
                arguments("not-blank", "/requestedBy", new CancellationRequested(meta(), "1", "why", "")),
                arguments("not-blank", "/requestId", new HoldRequested(meta(), " ", "why", "who")),
                arguments("max-length", "/reason", new HoldRequested(meta(), "1", LONG, "who")),
                arguments("not-blank", "/requestedBy", new HoldRequested(meta(), "1", "why", "")),
                arguments("not-blank", "/requestId", new ReleaseRequested(meta(), "", "why", "who")),
                arguments("max-length", "/reason", new ReleaseRequested(meta(), "1", LONG, "who")),
                arguments("not-blank", "/requestedBy", new ReleaseRequested(meta(), "1", "why", "")),
                arguments("not-blank", "/shipmentId", shipment("", units(1, 1))),
                arguments("lines-not-empty", "/lines", shipment("s1")),
                arguments("quantity-range", "/lines/1/quantity", shipment("s1", units(1, 1), units(2, 0))),
                arguments("quantity-range", "/lines/0/quantity", shipment("s1", units(1, 1_000_001))),
                arguments(
                        "lines-limit",
                        "/lines",
                        new ShipmentDispatched(meta(), "s1", Collections.nCopies(5_001, units(1, 1)), null, null)),
                arguments(
                        "max-length",
                        "/carrier",
                        new ShipmentDispatched(meta(), "s1", List.of(units(1, 1)), "c".repeat(129), null)),
                arguments(
                        "printable",
                        "/trackingCode",
                        new ShipmentDispatched(meta(), "s1", List.of(units(1, 1)), null, "\u0000")),
                arguments("max-length", "/returnId", returned("r".repeat(129), back(1, 1))),
                arguments("lines-not-empty", "/lines", returned("r1")),
                arguments("quantity-range", "/lines/0/quantity", returned("r1", back(1, -1))),
                arguments(
                        "lines-limit",
                        "/lines",
                        new ReturnReceived(meta(), "r1", Collections.nCopies(5_001, back(1, 1)), null)),
                arguments("max-length", "/reason", new ReturnReceived(meta(), "r1", List.of(back(1, 1)), LONG)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource
    void broken(String rule, String field, IntakeEvent event) {
        BrokenRule broken = IntakeRules.firstBroken(event);

        assertThat(broken).isNotNull();
        assertThat(broken.rule()).isEqualTo(rule);
        assertThat(broken.field()).isEqualTo(field);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("broken")
    void theSagaRefusesWhatBreaksThem(String rule, String field, IntakeEvent event) {
        Saga.begin().when(event).refusesIt(rule, field);
    }

    static Stream<IntakeEvent> kept() {
        return Stream.of(
                new CancellationRequested(meta(), "1", "", "customer"),
                new HoldRequested(meta(), "1", "", "operator"),
                new ReleaseRequested(meta(), "1", "", "operator"),
                new ShipmentDispatched(meta(), "s1", List.of(units(1, 1)), null, null),
                new ReturnReceived(meta(), "r1", List.of(back(1, 1)), null));
    }

    @ParameterizedTest
    @MethodSource
    void kept(IntakeEvent event) {
        assertThat(IntakeRules.firstBroken(event)).isNull();
    }
}
