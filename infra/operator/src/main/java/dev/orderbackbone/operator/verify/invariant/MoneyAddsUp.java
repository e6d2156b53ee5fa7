package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * I5. At every prefix of an order's payment events: authorised once, captured and voided at most what was authorised, refunded at most what was
 * captured, each capture and refund once, one currency. At every prefix of its own events: total, shipments and refunds worth what lines and charges
 * say, no more shipped than ordered nor returned than shipped. Between the two: confirmed with the total authorised; each capture for a shipment
 * and each refund for a return, with that amount; nothing outstanding when the order has ended; all that was shipped captured when it is
 * completed; nothing kept when nothing shipped.
 */
final class MoneyAddsUp implements Invariant {
    private final Findings findings;
    private final ParkedIndex parked;
    private final Expectation expectation;

    MoneyAddsUp(Findings findings, ParkedIndex parked, Expectation expectation) {
        this.findings = findings;
        this.parked = parked;
        this.expectation = expectation;
    }

    @Override
    public Law law() {
        return Law.I5;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.ORDERS_EVENTS, Topics.PAYMENTS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new MoneyDesk(slice);
    }

    private final class MoneyDesk implements Desk {
        private final Slice slice;
        private final PerOrder<OrderMoney> orders = new PerOrder<>(OrderMoney::new);
        private long checked;
        private long amounts;

        MoneyDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof OrderEvent event) {
                OrderValue.see(orders.at(order), record, event, complaintOf(order));
            } else if (message instanceof PaymentEvent event) {
                amounts += PaidAmounts.see(orders.at(order), record, event, complaintOf(order));
            }
        }

        @Override
        public void conclude() {
            orders.forEach((order, money) -> {
                checked++;
                amounts += money.shipments.all().size() + money.returns.all().size() + (money.placed ? 1 : 0);
                judge(order, money);
            });
            findings.checked("orders", checked);
            findings.checked("amounts", amounts);
        }

        private void judge(int order, OrderMoney money) {
            Complaint complaint = complaintOf(order);
            if (!money.placed) {
                if (money.paymentSettled) {
                    complaint.raise("an OrderPlaced for the money that moved", "none", money.paymentPlace);
                }
                return;
            }
            judgeCurrency(money, complaint);
            judgeConfirmation(money, complaint);
            judgeMovements(money, complaint);
            if (money.terminalSettled) {
                judgeEnd(money, complaint);
            }
            if (expectation.isQuiet()
                    && money.questions.isEmpty()
                    && !parked.stops(slice.orders().idOf(order))) {
                judgeQuiet(money, complaint);
            }
        }

        private void judgeCurrency(OrderMoney money, Complaint complaint) {
            String paid = money.paidCurrency;
            if (paid != null && !paid.equals(money.currency)) {
                complaint.raise("paid in " + money.currency, "paid in " + paid, money.paymentPlace);
            }
        }

        private void judgeConfirmation(OrderMoney money, Complaint complaint) {
            if (money.confirmedSettled && money.authorizedMinor != money.totalMinor) {
                complaint.raise(
                        "the total, " + money.totalMinor + ", authorised, as the order was confirmed",
                        "authorised " + money.authorizedMinor,
                        money.confirmedPlace);
            }
        }

        private void judgeMovements(OrderMoney money, Complaint complaint) {
            // What moved for an order of which nothing ever shipped is a remedy for something that came too late, and
            // is judged by the sums.
            if (money.shipments.isEmpty() && money.terminalPlace != 0) {
                return;
            }
            match("capture", money.captures, "shipment", money.shipments, complaint);
            match("refund", money.refunds, "return", money.returns, complaint);
        }

        private void match(String what, Movements paid, String forWhat, Movements due, Complaint complaint) {
            for (Movement movement : paid.all()) {
                Movement reason = due.withId(movement.id());
                if (!movement.settled()) {
                    continue;
                }
                if (reason == null) {
                    complaint.raise(
                            forWhat + " " + movement.id() + " as the reason of the " + what, "none", movement.place());
                } else if (reason.amountMinor() != movement.amountMinor()) {
                    complaint.raise(
                            what + " of " + reason.amountMinor() + ", as the " + forWhat + " is worth",
                            Long.toString(movement.amountMinor()),
                            reason.place(),
                            movement.place());
                }
            }
        }

        private void judgeEnd(OrderMoney money, Complaint complaint) {
            boolean mayBeUnderWay = expectation == Expectation.MAY_MOVE && money.movedLate();
            if (mayBeUnderWay) {
                return;
            }
            OrderStatus status = money.outcome;
            if (money.outstandingMinor() != 0) {
                complaint.raise(
                        "nothing outstanding, as the order is " + status,
                        "authorised " + money.authorizedMinor + ", captured " + money.captures.sumMinor() + ", voided "
                                + money.voidedMinor,
                        money.terminalPlace);
            }
            if (status == OrderStatus.COMPLETED) {
                judgeCaptured(money, complaint);
            } else if (money.keptMinor() != 0) {
                complaint.raise(
                        "nothing kept, as nothing shipped and the order is " + status,
                        "captured " + money.captures.sumMinor() + ", refunded " + money.refunds.sumMinor(),
                        money.terminalPlace);
            }
        }

        private void judgeCaptured(OrderMoney money, Complaint complaint) {
            if (money.captures.sumMinor() != money.shipments.sumMinor()) {
                complaint.raise(
                        "captured what was shipped, " + money.shipments.sumMinor(),
                        "captured " + money.captures.sumMinor(),
                        money.terminalPlace);
            }
        }

        private void judgeQuiet(OrderMoney money, Complaint complaint) {
            boolean allCaptured = money.captures.sumMinor() == money.shipments.sumMinor();
            boolean mayLack = money.path.status() == OrderStatus.HELD || money.terminalSettled;
            if (!allCaptured && !mayLack) {
                complaint.raise(
                        "captured what was shipped, " + money.shipments.sumMinor() + ", as everything is quiet",
                        "captured " + money.captures.sumMinor(),
                        money.shipments.placeOfLast(money.paymentPlace));
            }
            long refundedMinor = money.refunds.sumMinor() + money.refundsFailed.sumWithoutMinor(money.refunds);
            if (allCaptured && !money.shipments.isEmpty() && refundedMinor != money.returns.sumMinor()) {
                complaint.raise(
                        "refunded the returns, " + money.returns.sumMinor() + ", as everything is quiet",
                        "refunded or failed to " + refundedMinor,
                        money.returns.placeOfLast(money.paymentPlace));
            }
        }

        private Complaint complaintOf(int order) {
            return (expected, seen, places) ->
                    findings.violated(() -> slice.orders().idOf(order), unpacked(places), expected, seen);
        }

        private static List<Place> unpacked(long... places) {
            return Arrays.stream(places).mapToObj(PackedPlace::unpack).toList();
        }
    }
}
