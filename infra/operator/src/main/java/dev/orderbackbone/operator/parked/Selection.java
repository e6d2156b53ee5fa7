package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which parked records are sent back, in the order in which they are.
 *
 * @param entries those.
 * @param additional how many of them nobody asked for: they stand before others in their line.
 * @param refused why others are not that were asked for, by place.
 * @param followed first records of lines that are sent back as a whole: what comes to them meanwhile is sent back, too.
 */
record Selection(List<ParkedEntry> entries, long additional, Map<Place, String> refused, List<ParkedRecord> followed) {
    Selection {
        entries = List.copyOf(entries);
        followed = List.copyOf(followed);
    }

    /** To be discarded: exactly what was asked for, each record once. */
    static Selection toDiscard(ParkedState state, Predicate<ParkedEntry> wanted) {
        return new Selection(
                distinct(state.outstanding().stream().filter(wanted).toList()), 0, Map.of(), List.of());
    }

    /**
     * To be decided on again: of each line everything up to the last record that was asked for, or to the first that is refused.
     *
     * @param refusal why a record cannot be sent back; empty if it can.
     */
    static Selection toRedrive(
            ParkedState state, Predicate<ParkedEntry> wanted, Function<ParkedEntry, Optional<String>> refusal) {
        Map<Place, ParkedEntry> byPlace = new HashMap<>();
        state.outstanding().forEach(entry -> byPlace.put(entry.record().place(), entry));
        List<ParkedEntry> asked =
                distinct(state.outstanding().stream().filter(wanted).toList());
        Set<Place> askedFor = new HashSet<>();
        asked.forEach(entry -> askedFor.add(entry.record().place()));
        Building building = new Building(askedFor, refusal);
        Set<Place> seen = new HashSet<>();
        for (ParkedEntry entry : asked) {
            List<ParkedEntry> line = state.fates().lineOf(entry.record()).stream()
                    .map(copy -> byPlace.getOrDefault(copy.place(), entry))
                    .toList();
            if (seen.add(line.getFirst().record().place())) {
                building.add(line);
            }
        }
        return building.selection();
    }

    private static List<ParkedEntry> distinct(Collection<ParkedEntry> entries) {
        Map<String, ParkedEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry ->
                byId.putIfAbsent(entry.record().service() + " " + entry.record().id(), entry));
        return List.copyOf(byId.values());
    }

    private static final class Building {
        private final Set<Place> askedFor;
        private final Function<ParkedEntry, Optional<String>> refusal;
        private final List<ParkedEntry> entries = new ArrayList<>();
        private final Map<Place, String> refused = new LinkedHashMap<>();
        private final List<ParkedRecord> followed = new ArrayList<>();
        private long additional;

        Building(Set<Place> askedFor, Function<ParkedEntry, Optional<String>> refusal) {
            this.askedFor = askedFor;
            this.refusal = refusal;
        }

        void add(List<ParkedEntry> line) {
            int last = lastAskedFor(line);
            for (int i = 0; i <= last; i++) {
                Optional<String> why = refusal.apply(line.get(i));
                if (why.isPresent()) {
                    refuse(line, i, last, why.get());
                    return;
                }
                entries.add(line.get(i));
                additional += isAskedFor(line.get(i)) ? 0 : 1;
            }
            if (last == line.size() - 1 && !line.getFirst().record().line().isEmpty()) {
                followed.add(line.getFirst().record());
            }
        }

        private void refuse(List<ParkedEntry> line, int first, int last, String why) {
            Place place = line.get(first).record().place();
            refused.put(place, why);
            for (int i = first + 1; i <= last; i++) {
                if (isAskedFor(line.get(i))) {
                    refused.put(line.get(i).record().place(), "it waits behind " + place);
                }
            }
        }

        private int lastAskedFor(List<ParkedEntry> line) {
            int last = line.size() - 1;
            while (last > 0 && !isAskedFor(line.get(last))) {
                last--;
            }
            return last;
        }

        private boolean isAskedFor(ParkedEntry entry) {
            return askedFor.contains(entry.record().place());
        }

        Selection selection() {
            return new Selection(entries, additional, refused, followed);
        }
    }
}
