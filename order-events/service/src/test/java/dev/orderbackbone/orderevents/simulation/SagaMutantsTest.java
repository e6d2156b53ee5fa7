package dev.orderbackbone.orderevents.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.orderevents.domain.Line;
import dev.orderbackbone.orderevents.domain.Operation;
import dev.orderbackbone.orderevents.domain.OperationStatus;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.Payment;
import dev.orderbackbone.orderevents.domain.Reservation;
import dev.orderbackbone.orderevents.domain.ReservationStatus;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.orderevents.domain.Shipment;
import dev.orderbackbone.orderevents.domain.Standing;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws bite: each of these deciders does one thing wrong, and some world finds it out. */
class SagaMutantsTest {
    private static final int SEEDS = 500;

    static Stream<Mutant> mutants() {
        return Stream.of(
                Mutant.telling("forgets to release", message -> without(message, ReleaseReservation.class)),
                Mutant.telling("forgets to reserve", message -> without(message, ReserveStock.class)),
                Mutant.telling("forgets to consume", message -> without(message, ConsumeReservation.class)),
                Mutant.telling("forgets to restock", message -> without(message, ReturnStock.class)),
                Mutant.telling("forgets to capture", message -> without(message, CapturePayment.class)),
                Mutant.telling("forgets to void", message -> without(message, VoidPayment.class)),
                Mutant.telling("forgets to refund", message -> without(message, RefundPayment.class)),
                Mutant.telling("captures twice", SagaMutantsTest::captureTwice),
                Mutant.telling("captures one too much", SagaMutantsTest::captureTooMuch),
                Mutant.telling("refunds twice", SagaMutantsTest::refundTwice),
                Mutant.telling("refunds at once", SagaMutantsTest::refundAtOnce),
                Mutant.telling("restocks twice", SagaMutantsTest::restockTwice),
                Mutant.telling("consumes twice", SagaMutantsTest::consumeTwice),
                Mutant.telling("voids at once", SagaMutantsTest::voidAtOnce),
                Mutant.telling("says everything twice", message -> List.of(message, message)),
                Mutant.overlooking("overlooks a late approval", SagaMutantsTest::isLateApproval),
                Mutant.remembering("confirms before the stock is there", SagaMutantsTest::everythingReserved),
                Mutant.remembering("completes before the money is there", SagaMutantsTest::everythingCaptured),
                Mutant.remembering("ends before the stock is given back", SagaMutantsTest::everythingReleased),
                Mutant.remembering("ends while the payment is not known", SagaMutantsTest::nothingAsked),
                Mutant.remembering("forgets its shipments", order -> with(order, order.payment(), List.of())),
                Mutant.remembering("forgets what was returned", SagaMutantsTest::nothingReturned),
                Mutant.remembering("counts its events wrongly", SagaMutantsTest::countedOn),
                Mutant.remembering("confirms on its own", SagaMutantsTest::confirmed),
                Mutant.telling("makes ids up", SagaMutantsTest::withAnyId));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aDeciderWithADefectIsFoundOut(Mutant mutant) {
        assertThat(firstFailure(mutant)).as(mutant.name()).isNotNull();
    }

    @Test
    void aFailureNamesItsSeedTellsWhatHappenedAndHappensAgain() {
        Mutant mutant = Mutant.telling("forgets to void", message -> without(message, VoidPayment.class));
        AssertionError failure = firstFailure(mutant);
        assertThat(failure).isNotNull();

        assertThat(failure).hasMessageContainingAll("seed ", "I5: ", "OrderSubmitted[", "OrderCancelling[");
        assertThat(firstFailure(mutant)).hasMessage(failure.getMessage());
    }

    private static @Nullable AssertionError firstFailure(Mutant mutant) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            long world = seed;
            Throwable thrown = catchThrowable(() -> World.run(world, mutant, new Tally()));
            if (thrown instanceof AssertionError failure) {
                return failure;
            }
            assertThat(thrown).isNull();
        }
        return null;
    }

    private static List<Message> without(Message message, Class<? extends Message> type) {
        return type.isInstance(message) ? List.of() : List.of(message);
    }

    private static List<Message> captureTwice(Message message) {
        return message instanceof CapturePayment(Meta meta, String id, long amount, String currency)
                ? List.of(message, new CapturePayment(other(meta), id + "-again", amount, currency))
                : List.of(message);
    }

    private static List<Message> captureTooMuch(Message message) {
        return message instanceof CapturePayment(Meta meta, String id, long amount, String currency)
                ? List.of(new CapturePayment(meta, id, amount + 1, currency))
                : List.of(message);
    }

    private static List<Message> refundTwice(Message message) {
        return message instanceof RefundPayment(Meta meta, String id, long amount, String currency)
                ? List.of(message, new RefundPayment(other(meta), id + "-again", amount, currency))
                : List.of(message);
    }

    private static List<Message> refundAtOnce(Message message) {
        return message instanceof OrderReturned returned && returned.refundMinor() > 0
                ? List.of(
                        message,
                        new RefundPayment(other(returned.meta()), returned.returnId(), returned.refundMinor(), "GBP"))
                : without(message, RefundPayment.class);
    }

    private static List<Message> restockTwice(Message message) {
        return message instanceof ReturnStock back
                ? List.of(
                        message,
                        new ReturnStock(other(back.meta()), back.pool(), back.returnId() + "-again", back.lines()))
                : List.of(message);
    }

    private static List<Message> consumeTwice(Message message) {
        return message instanceof ConsumeReservation taken
                ? List.of(
                        message,
                        new ConsumeReservation(
                                other(taken.meta()), taken.pool(), taken.shipmentId() + "-again", taken.lines()))
                : List.of(message);
    }

    private static List<Message> voidAtOnce(Message message) {
        return message instanceof OrderCancelling
                ? List.of(message, new VoidPayment(other(message.meta()), "at once"))
                : without(message, VoidPayment.class);
    }

    private static final AtomicLong ANY = new AtomicLong();

    private static List<Message> withAnyId(Message message) {
        return message instanceof VoidPayment(Meta meta, String reason)
                ? List.of(new VoidPayment(withId(meta, new UUID(7, ANY.incrementAndGet())), reason))
                : List.of(message);
    }

    private static boolean isLateApproval(@Nullable Order order, SagaInput input) {
        return order != null
                && order.status() == OrderStatus.REJECTED
                && input instanceof SagaInput.FromPayment(PaymentAuthorized _);
    }

    private static Order everythingReserved(Order order) {
        return order.status() == OrderStatus.PENDING ? withReservations(order, ReservationStatus.RESERVED) : order;
    }

    private static Order everythingReleased(Order order) {
        return order.status() == OrderStatus.CANCELLING ? withReservations(order, ReservationStatus.RELEASED) : order;
    }

    private static Order withReservations(Order order, ReservationStatus status) {
        List<Reservation> all = order.reservations().stream()
                .map(reservation -> new Reservation(reservation.pool(), status, null))
                .toList();
        return new Order(
                order.terms(),
                order.standing(),
                order.lines(),
                all,
                order.payment(),
                order.shipments(),
                order.returns());
    }

    private static Order everythingCaptured(Order order) {
        Payment payment = order.payment();
        List<Operation> captures = payment.captures().stream()
                .map(capture -> new Operation(capture.id(), capture.amountMinor(), OperationStatus.DONE, null))
                .toList();
        return with(
                order,
                new Payment(payment.authorization(), payment.voiding(), captures, payment.refunds()),
                order.shipments());
    }

    private static Order nothingAsked(Order order) {
        Payment payment = order.payment();
        return order.status() == OrderStatus.CANCELLING
                        && payment.authorization().status() != OperationStatus.DONE
                ? with(
                        order,
                        new Payment(
                                new Operation("", 0, OperationStatus.NOT_ASKED, null),
                                payment.voiding(),
                                payment.captures(),
                                payment.refunds()),
                        order.shipments())
                : order;
    }

    private static Order nothingReturned(Order order) {
        List<Line> lines = order.lines().stream()
                .map(line -> new Line(
                        line.sku(), line.reservation(), line.quantity(), line.unitPriceMinor(), line.shipped(), 0))
                .toList();
        return new Order(
                order.terms(),
                order.standing(),
                lines,
                order.reservations(),
                order.payment(),
                order.shipments(),
                order.returns());
    }

    private static Order countedOn(Order order) {
        Standing before = order.standing();
        return with(
                order,
                new Standing(
                        before.status(),
                        before.heldFrom(),
                        before.heldByOperator(),
                        before.confirmBy(),
                        before.cancellation(),
                        before.requestIds(),
                        before.sequence() + 1,
                        before.lastInputId()));
    }

    private static Order confirmed(Order order) {
        Standing before = order.standing();
        return before.status() != OrderStatus.PENDING
                ? order
                : with(
                        order,
                        new Standing(
                                OrderStatus.CONFIRMED,
                                null,
                                before.heldByOperator(),
                                before.confirmBy(),
                                before.cancellation(),
                                before.requestIds(),
                                before.sequence(),
                                before.lastInputId()));
    }

    private static Order with(Order order, Standing standing) {
        return new Order(
                order.terms(),
                standing,
                order.lines(),
                order.reservations(),
                order.payment(),
                order.shipments(),
                order.returns());
    }

    private static Order with(Order order, Payment payment, List<Shipment> shipments) {
        return new Order(
                order.terms(),
                order.standing(),
                order.lines(),
                order.reservations(),
                payment,
                shipments,
                order.returns());
    }

    private static Meta other(Meta meta) {
        UUID id = meta.eventId();
        return withId(meta, new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits()));
    }

    private static Meta withId(Meta meta, UUID id) {
        return new Meta(id, meta.orderId(), meta.sequence(), meta.occurredAt(), meta.causationId(), meta.storeId());
    }
}
