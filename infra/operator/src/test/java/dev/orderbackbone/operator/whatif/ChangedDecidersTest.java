package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Decision.Decided;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.inventory.domain.StockDecider;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.payment.domain.PaymentRules;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChangedDecidersTest {
    private static final SagaDecider SAGA = new SagaDecider(SagaSettings.STANDARD);

    private static RecordedWorld world;

    @BeforeAll
    static void record() {
        world = Year.recorded(7);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void whatIsIgnoredThatWasDecidedIsToldWithItsOrderAndInput() {
        PaymentAuthorized authorized = world.all(PaymentAuthorized.class).stream()
                .filter(event -> event.meta().orderId().equals(Shopping.order("whole")))
                .findFirst()
                .orElseThrow();
        ServiceFindings findings =
                saga((input, decision) -> input.equals(authorized) ? Decision.ignored("not-today") : decision);

        assertThat(findings.differing()).isEqualTo(1);
        assertThat(findings.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.service()).isEqualTo("order-events");
            assertThat(difference.subject()).isEqualTo(Shopping.order("whole"));
            assertThat(difference.input()).isEqualTo("PaymentAuthorized");
            assertThat(difference.place()).isEqualTo(world.placeOf(authorized));
            assertThat(difference.recorded()).isEqualTo("OrderConfirmed");
            assertThat(difference.present()).isEqualTo("ignored: not-today");
        });
        assertThat(findings.notComparable()).containsOnlyKeys(Reason.BEHIND_DIFFERENCE);
    }

    @Test
    void whatIsDecidedThatLeftNothingIsTold() {
        StockReturned returned = world.all(StockReturned.class).getFirst();
        OrderConfirmed anything = world.all(OrderConfirmed.class).getFirst();
        ServiceFindings findings =
                saga((input, decision) -> input.equals(returned) ? Decision.decided(null, anything) : decision);

        assertThat(findings.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.place()).isEqualTo(world.placeOf(returned));
            assertThat(difference.recorded()).isEqualTo("ignored, or decided without a message");
            assertThat(difference.present()).isEqualTo("OrderConfirmed");
        });
    }

    @Test
    void whatFailsIsTold() {
        OrderSubmitted submitted = world.all(OrderSubmitted.class).getFirst();
        ServiceFindings findings = saga((input, decision) -> {
            if (input.equals(submitted)) {
                throw new IllegalStateException("boom");
            }
            return decision;
        });

        assertThat(findings.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.subject()).isEqualTo(submitted.meta().orderId());
            assertThat(difference.present()).isEqualTo("fails: java.lang.IllegalStateException: boom");
        });
    }

    @Test
    void fieldsAreToldAndTheOrderGoesOn() {
        ServiceFindings findings = saga((input, decision) -> withContact(decision));
        long placed = world.all(OrderPlaced.class).size();

        assertThat(findings.differing()).isEqualTo(placed);
        assertThat(findings.differences()).hasSize(Math.toIntExact(placed)).allSatisfy(difference -> {
            assertThat(difference.present()).isEqualTo(difference.recorded());
            assertThat(difference.fields())
                    .containsExactly(
                            new FieldDifference("OrderPlaced", "contact", "(not printed)", "(not printed)"),
                            new FieldDifference("OrderPlaced", "country", "DE", "FR"));
        });
        assertThat(findings.notComparable()).isEmpty();
    }

    @Test
    void otherSettingsAreOtherDecisions() {
        ServiceFindings findings = Checking.of(world)
                .run(Checks.payments(
                        new PaymentsDecider(new PaymentRules(Duration.ofMinutes(2), PaymentRules.USUAL.schedule()))));

        assertThat(findings.differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.fields())
                        .anySatisfy(field -> assertThat(field.where()).isEqualTo("GatewayCall.answerBy")));
    }

    @Test
    void onePoolsDifferenceLeavesTheOthersOrdersAlone() {
        ReserveStock reserve = world.all(ReserveStock.class).getFirst();
        PoolCheck check = new PoolCheck((view, command, now) ->
                command.equals(reserve) ? Decision.ignored("no") : StockDecider.decide(view, command, now));
        ServiceFindings findings = Checking.of(world).run(check);

        assertThat(findings.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.subject()).isEqualTo(reserve.meta().orderId());
            assertThat(difference.place()).isEqualTo(world.placeOf(reserve));
            assertThat(difference.recorded()).isEqualTo("StockReserved");
        });
        assertThat(world.all(StockReserved.class)).hasSizeGreaterThan(1);
    }

    @Test
    void ofOneOrderOnlyThatIsTold() {
        ServiceCheck check = Checks.orders(new Changed<>(
                SAGA, (input, decision) -> input instanceof PaymentAuthorized ? Decision.ignored("no") : decision));
        ServiceFindings findings =
                Checking.of(world).ofOrder(Shopping.order("whole")).run(check);

        assertThat(findings.differences()).extracting(Difference::subject).containsExactly(Shopping.order("whole"));
    }

    private static ServiceFindings saga(BiFunction<Message, Decision<Order>, Decision<Order>> change) {
        return Checking.of(world).run(Checks.orders(new Changed<>(SAGA, change)));
    }

    private static Decision<Order> withContact(Decision<Order> decision) {
        return decision instanceof Decided<Order>(Order state, List<Message> messages)
                ? Decision.decided(
                        state,
                        messages.stream().map(ChangedDecidersTest::withContact).toList())
                : decision;
    }

    private static Message withContact(Message message) {
        return message instanceof OrderPlaced placed
                ? new OrderPlaced(
                        placed.meta(),
                        placed.idempotencyKey(),
                        placed.contentHash(),
                        placed.customerId(),
                        new Contact("Another Name", "other@example.com"),
                        "FR",
                        placed.currency(),
                        placed.lines(),
                        placed.charges(),
                        placed.totalMinor(),
                        placed.orderedAt(),
                        placed.confirmBy())
                : message;
    }
}
