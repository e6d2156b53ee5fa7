package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells services what an operator wishes, one event for each wish, and waits for what becomes of it. What would change nothing is not sent: that is also how a
 * run that was interrupted is continued.
 */
final class OrdinaryEvents implements Change {
    private static final String NO_ORDER = "";

    private final String command;
    private final List<Wish> wishes;
    private final Supplier<Courier> couriers;
    private final InstantSource clock;
    private final SequencedMap<Wish, Prospect> prospects = new LinkedHashMap<>();

    OrdinaryEvents(String command, List<Wish> wishes, Supplier<Courier> couriers, InstantSource clock) {
        this.command = command;
        this.wishes = List.copyOf(wishes);
        this.couriers = couriers;
        this.clock = clock;
    }

    @Override
    public String command() {
        return command;
    }

    /** Whatever is asked about a subject excludes the rest that is asked about it, whichever command asks. */
    @Override
    public String target() {
        String first = wishes.getFirst().subject();
        return wishes.size() == 1 ? first : first + " and " + (wishes.size() - 1) + " more";
    }

    @Override
    public Plan plan() throws InterruptedException {
        prospects.clear();
        for (Wish wish : wishes) {
            prospects.put(wish, wish.prospect(clock.instant()));
        }
        String does = prospects.entrySet().stream()
                .map(entry -> entry.getKey().subject() + " " + entry.getValue().words())
                .collect(Collectors.joining("; "));
        if (prospects.values().stream().allMatch(Prospect::changesNothing)) {
            throw new CommandFailure(command + " would change nothing: " + does);
        }
        TreeSet<String> orders = wishes.stream()
                .filter(Wish::isAboutOrder)
                .map(Wish::subject)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> warnings = prospects.values().stream()
                .flatMap(prospect -> prospect.warnings().stream())
                .toList();
        return new Plan(command + ": " + does, List.of(), orders, Optional.empty(), warnings);
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        long done = 0;
        try (Courier courier = couriers.get()) {
            for (Map.Entry<Wish, Prospect> each : prospects.entrySet()) {
                progress.at("wishes", done, prospects.size());
                Wish wish = each.getKey();
                if (each.getValue().changesNothing()) {
                    counts.merge("left as it was", 1L, Long::sum);
                } else {
                    tell(wish, each.getValue(), operation, courier, counts, faults);
                }
                done++;
            }
        }
        progress.at("wishes", done, prospects.size());
        return new Outcome(counts, faults);
    }

    private void tell(
            Wish wish,
            Prospect prospect,
            Operation operation,
            Courier courier,
            SequencedMap<String, Long> counts,
            List<String> faults)
            throws InterruptedException {
        Instant now = clock.instant();
        UUID id = EventIds.root(now, UUID.randomUUID());
        String orderId = wish.isAboutOrder() ? wish.subject() : NO_ORDER;
        Message message = wish.message(new Meta(id, orderId, 0, now, id, prospect.storeId()), operation);
        String sent = message.getClass().getSimpleName();
        switch (courier.deliver(message, wish.service(), wish.outcomes())) {
            case Delivered.Answered(List<Message> outcome) -> {
                outcome.forEach(told -> counts.merge(told.getClass().getSimpleName(), 1L, Long::sum));
                wish.faults(outcome).forEach(fault -> faults.add(wish.subject() + ": " + fault));
            }
            case Delivered.Unanswered() -> {
                if (prospect.isSilent()) {
                    counts.merge("noted, with nothing to tell yet", 1L, Long::sum);
                } else {
                    faults.add(wish.subject() + ": " + wish.service() + " has read the " + sent
                            + " and told nothing: it was ignored, or only noted");
                }
            }
            case Delivered.Parked(String reason) ->
                faults.add(wish.subject() + ": " + wish.service() + " has parked the " + sent + ", " + reason);
            case Delivered.Waiting(String place) ->
                faults.add(wish.subject() + ": " + wish.service() + " has not come to the " + sent + " at " + place
                        + " yet; it stands in the log, and will be decided on");
        }
    }
}
