package dev.orderbackbone.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.inventory.domain.Reservation.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of a pool, under any commands in any order and any number of times. */
class StockDeciderPropertiesTest {
    private static final long HISTORIES = 1_500;
    private static final long HISTORIES_THAT_CATCH = 300;

    @Test
    void theLawsHoldAtEveryPrefixOfAnyHistory() {
        LongStream.range(0, HISTORIES)
                .forEach(seed -> PoolLaws.hold(StockDecider::decide, new Commands(seed).history()));
    }

    @Test
    void theHistoriesReachEveryKindOfAnswer() {
        Map<String, Integer> kinds = new HashMap<>();
        LongStream.range(0, 50).forEach(seed -> {
            Pool pool = new Pool(StockDecider::decide);
            new Commands(seed).history().forEach(command -> {
                List<Message> answer = pool.tell(command);
                answer.forEach(message -> kinds.merge(message.getClass().getSimpleName(), 1, Integer::sum));
            });
        });

        assertThat(kinds)
                .containsOnlyKeys(
                        "StockReserved",
                        "StockRefused",
                        "ReservationReleased",
                        "ReservationConsumed",
                        "StockReturned",
                        "StockReceived",
                        "StockAdjusted");
        assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(25));
    }

    @ParameterizedTest
    @EnumSource(Broken.class)
    void theLawsCatchABrokenDecider(Broken broken) {
        assertThatThrownBy(() -> LongStream.range(0, HISTORIES_THAT_CATCH)
                        .forEach(seed -> PoolLaws.hold(broken, new Commands(seed).history())))
                .isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
    }

    @Test
    void aRepeatedDecisionIsTheSame() {
        List<InventoryCommand> history = new Commands(7).history();
        Pool first = new Pool(StockDecider::decide);
        Pool second = new Pool(StockDecider::decide);

        history.forEach(first::tell);
        history.forEach(second::tell);

        assertThat(second.said()).isEqualTo(first.said());
    }

    /** Deciders with one fault each. */
    enum Broken implements Decider {
        SEES_MORE_THAN_THERE_IS {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                Map<String, Stock> dreamt = new HashMap<>(view.stock());
                dreamt.replaceAll((sku, stock) -> stock.add(5));
                return StockDecider.decide(with(view, dreamt, view.reservation(), view.seen()), command, now);
            }
        },
        FORGETS_RECEIPTS {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                return StockDecider.decide(with(view, view.stock(), view.reservation(), false), command, now);
            }
        },
        FORGETS_RESERVATIONS_WHEN_RESERVING {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                Reservation held = command instanceof ReserveStock ? null : view.reservation();
                return StockDecider.decide(with(view, view.stock(), held, view.seen()), command, now);
            }
        },
        FORGETS_SHIPMENTS {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                Reservation held = view.reservation();
                Reservation forgetful = held == null || !(command instanceof ConsumeReservation)
                        ? held
                        : new Reservation(held.status(), held.open(), List.of(), held.returns());
                return StockDecider.decide(with(view, view.stock(), forgetful, view.seen()), command, now);
            }
        },
        RELEASES_TWICE {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                Reservation held = view.reservation();
                boolean again =
                        held != null && held.status() == Status.RELEASED && command instanceof ReleaseReservation;
                Reservation open = again ? Reservation.reserved(List.of(new StockLine("sku-1", 1))) : held;
                return StockDecider.decide(with(view, view.stock(), open, view.seen()), command, now);
            }
        },
        SKIPS_A_SEQUENCE {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                PoolView ahead = new PoolView(
                        view.pool(),
                        view.sequence() + (view.sequence() == 9 ? 1 : 0),
                        view.subject(),
                        view.stock(),
                        view.reservation(),
                        view.seen());
                return StockDecider.decide(ahead, command, now);
            }
        },
        LOSES_STOCK_OF_THE_LAST_LINE {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                Decision<PoolView> decision = StockDecider.decide(view, command, now);
                if (!(decision instanceof Decision.Decided<PoolView>(PoolView after, List<Message> messages))
                        || after.stock().size() < 2) {
                    return decision;
                }
                Map<String, Stock> fewer = new HashMap<>(after.stock());
                fewer.remove(fewer.keySet().iterator().next());
                return Decision.decided(with(after, fewer, after.reservation(), true), messages);
            }
        },
        SAYS_EVERYTHING_TWICE {
            @Override
            public Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now) {
                Decision<PoolView> decision = StockDecider.decide(view, command, now);
                return decision instanceof Decision.Decided<PoolView>(PoolView after, List<Message> messages)
                        ? Decision.decided(after, twice(messages))
                        : decision;
            }
        };

        private static PoolView with(
                PoolView view, Map<String, Stock> stock, @Nullable Reservation reservation, boolean seen) {
            return new PoolView(view.pool(), view.sequence(), view.subject(), stock, reservation, seen);
        }

        private static List<Message> twice(List<Message> messages) {
            return IntStream.range(0, 2 * messages.size())
                    .mapToObj(index -> messages.get(index / 2))
                    .toList();
        }
    }
}
