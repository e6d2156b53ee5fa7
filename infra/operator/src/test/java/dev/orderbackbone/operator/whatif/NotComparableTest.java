package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotComparableTest {
    private static final ServiceCheck SAGA = Checks.orders(new SagaDecider(SagaSettings.STANDARD));

    private final RecordedWorld world = new RecordedWorld(11);
    private final Shopping shopping = new Shopping(world);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsUnderWayIsNotTakenForWhatLeftNothing() {
        shopping.receive(100);
        for (int number = 0; number < 10; number++) {
            shopping.submit("order-" + number);
        }
        for (int rest = 0; rest < 12; rest++) {
            world.run(10);
            for (ServiceCheck check : Checks.present(PresentSettings.of(Map.of()))) {
                ServiceFindings findings = Checking.of(world).run(check);
                assertThat(findings.differences()).isEmpty();
                assertThat(findings.notComparable().keySet()).isSubsetOf(Reason.NOT_DECIDED_YET);
                assertThat(findings.inputs() + findings.notComparable().getOrDefault(Reason.NOT_DECIDED_YET, 0L))
                        .isEqualTo(world.sizeOf(check.inputs()));
            }
        }
    }

    @Test
    void whatIsParkedIsCounted() {
        shopping.receive(100);
        shopping.submit("one");
        world.write(Topics.ORDERS_INTAKE.name(), Shopping.order("one"), new byte[] {1, 2, 3});
        world.run();

        ServiceFindings findings = Checking.of(world).run(SAGA);
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.notComparable()).containsExactly(entry(Reason.PARKED, 1L));
    }

    @Test
    void anOrderOfWhichSomethingWasSentBackIsCounted() {
        shopping.receive(100);
        shopping.submit("one");
        shopping.submit("two");
        world.write(Topics.ORDERS_INTAKE.name(), Shopping.order("one"), new byte[] {1, 2, 3});
        world.run();
        long inputsOfBoth = Checking.of(world).run(SAGA).inputs();
        world.sendBackWhatIsParked(Topics.ORDER_EVENTS, Action.DISCARD);
        assertThat(Checking.of(world).run(SAGA).notComparable()).containsExactly(entry(Reason.PARKED, 1L));

        world.sendBackWhatIsParked(Topics.ORDER_EVENTS, Action.REDRIVE);

        ServiceFindings findings = Checking.of(world).run(SAGA);
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.subjects()).isEqualTo(1);
        assertThat(findings.notComparable())
                .containsOnly(entry(Reason.PARKED, 1L), entry(Reason.SENT_BACK, inputsOfBoth - findings.inputs()));
    }

    @Test
    void anOrderOfWhichTheBeginningWasNotReadIsLeftOut() {
        shopping.receive(100);
        shopping.submit("before");
        world.run();
        world.pass(Duration.ofHours(1));
        Instant since = world.now();
        world.readSince(since);
        shopping.cancel("before");
        shopping.submit("before");
        shopping.submit("after");
        world.run();

        ServiceFindings findings = Checking.of(world).between(since, null).run(SAGA);
        assertThat(world.all(OrderCancelled.class)).hasSize(1);
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.subjects()).isEqualTo(1);
        assertThat(findings.notComparable()).containsOnlyKeys(Reason.BEGAN_EARLIER);

        ServiceFindings until = Checking.of(world).between(null, since).run(SAGA);
        assertThat(until.differences()).isEmpty();
        assertThat(until.subjects()).isEqualTo(1);
    }

    @Test
    void outputsThatNoInputHasCausedAreCounted() {
        shopping.receive(100);
        shopping.submit("one");
        world.run();
        OrderCancelled stray = new OrderCancelled(
                new Meta(UUID.randomUUID(), Shopping.order("one"), 9, world.now(), UUID.randomUUID(), Shopping.STORE),
                "by nobody");
        world.write(stray);

        ServiceFindings findings = Checking.of(world).run(SAGA);
        assertThat(findings.notComparable()).contains(entry(Reason.CAUSE_UNKNOWN, 1L));
        assertThat(findings.differences()).isEmpty();
    }

    @Test
    void aDeadlineOfThePresentDeciderThatPassedIsSaid() {
        shopping.receive(100);
        shopping.submit("one");
        world.run(4);
        world.pass(Duration.ofMinutes(10));
        shopping.hold("one");
        world.run();

        ServiceFindings findings = Checking.of(world)
                .run(Checks.orders(new SagaDecider(new SagaSettings(
                        Duration.ofMinutes(5), SagaSettings.STANDARD.releaseGrace(), SagaSettings.STANDARD.pools()))));
        assertThat(findings.differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.where()).isEqualTo("OrderPlaced.confirmBy")));
        assertThat(findings.notComparable()).containsExactly(entry(Reason.DEADLINE_NOT_RECORDED, 1L));
    }
}
