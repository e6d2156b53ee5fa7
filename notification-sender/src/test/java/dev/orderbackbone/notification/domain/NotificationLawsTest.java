package dev.orderbackbone.notification.domain;

import static dev.orderbackbone.notification.domain.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order, repetition and loss of events, results and operators' commands: each milestone is told under one message id, once more under
 * another one only where an operator said so, and every message ends.
 */
class NotificationLawsTest {
    private static final int SEEDS = 2_000;
    private static final NotificationRules RULES = new NotificationRules(Duration.ofMinutes(10), Duration.ofHours(2));

    private final NotificationDecider decider = new NotificationDecider(RULES);

    @Test
    void everyMessageHasOneIdAndEnds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            new World(new Random(seed)).run("seed " + seed);
        }
    }

    /** One order's events, delivered with all that can go wrong between topics. */
    private final class World {
        private final Random random;
        private final Given given = new Given();
        private final List<NotificationRequested> requests = new ArrayList<>();
        private final Set<UUID> eventIds = new HashSet<>();
        private final Set<String> skipped = new HashSet<>();
        private int resent;
        private @Nullable Correspondence state;
        private Instant now = NOON;

        World(Random random) {
            this.random = random;
        }

        void run(String seed) {
            List<Message> toDeliver = new ArrayList<>(List.of(
                    given.placed(),
                    given.confirmed(),
                    given.shipped("s1"),
                    given.shipped("s2"),
                    given.refunded("r1"),
                    random.nextBoolean() ? given.cancelled() : given.expired()));
            toDeliver.add(toDeliver.get(random.nextInt(toDeliver.size())));
            while (!toDeliver.isEmpty()) {
                apply(decider.decide(state, toDeliver.remove(random.nextInt(toDeliver.size())), now), seed);
                if (!requests.isEmpty() && random.nextInt(3) == 0) {
                    NotificationRequested any = requests.get(random.nextInt(requests.size()));
                    apply(decider.decide(state, random.nextBoolean() ? given.sent(any) : given.failed(any), now), seed);
                }
                if (random.nextInt(4) == 0) {
                    command(seed);
                }
                passTime(Duration.ofMinutes(random.nextInt(15)), seed);
            }
            passTime(RULES.giveUpAfter(), seed);
            passTime(RULES.giveUpAfter(), seed);
            assertThat(state).as(seed).isNotNull();
            assertThat(state.announcements())
                    .as(seed)
                    .hasSize(5 + resent)
                    .allMatch(message -> message.status().isSettled());
            assertOneIdPerMilestone(seed);
        }

        /** Delivered twice, as a redelivery does. */
        private void command(String seed) {
            boolean isAboutOne = random.nextBoolean();
            Milestone milestone = isAboutOne ? Milestone.CONFIRMED : Milestone.SHIPPED;
            String occasion = isAboutOne ? "" : "s1";
            NotificationCommand command = random.nextBoolean()
                    ? given.skip(milestone, occasion)
                    : given.resend(milestone, occasion, "request-" + random.nextInt(3));
            Decision<Correspondence> decision = decider.decide(state, command, now);
            if (command instanceof ResendNotification && decision instanceof Decision.Decided<Correspondence>) {
                resent++;
            }
            apply(decision, seed);
            assertThat(decider.decide(state, command, now)).as(seed).isInstanceOf(Decision.Ignored.class);
        }

        private void passTime(Duration time, String seed) {
            now = now.plus(time);
            if (state != null
                    && state.nextSendBy() != null
                    && !state.nextSendBy().isAfter(now)) {
                apply(decider.decideDue(state, now), seed);
            }
        }

        private void apply(Decision<Correspondence> decision, String seed) {
            if (decision instanceof Decision.Decided<Correspondence>(Correspondence next, List<Message> messages)) {
                state = next;
                for (Message message : messages) {
                    assertThat(eventIds.add(message.meta().eventId()))
                            .as(seed + ": event ids are unique")
                            .isTrue();
                    if (message instanceof NotificationSuppressed suppressed) {
                        skipped.add(suppressed.messageId());
                    }
                    if (message instanceof NotificationRequested request) {
                        assertThat(skipped)
                                .as(seed + ": what was skipped is asked for no more")
                                .doesNotContain(request.messageId());
                        requests.add(request);
                    }
                }
            }
        }

        private void assertOneIdPerMilestone(String seed) {
            Map<String, String> idByOccasion = new HashMap<>();
            for (NotificationRequested request : requests) {
                String occasion = request.milestone() + request.occasion();
                assertThat(idByOccasion.merge(occasion, request.messageId(), (first, again) -> first))
                        .as(seed)
                        .isEqualTo(request.messageId());
            }
            assertThat(new HashSet<>(idByOccasion.values())).as(seed).hasSameSizeAs(idByOccasion.keySet());
        }
    }
}
