package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place as a person writes it: {@code topic-partition@offset}, as Kafka does, or {@code topic/partition@offset}, as we do. */
final class ParkedPlace {
    private static final Pattern PLACE = Pattern.compile("(.+)[-/](\\d{1,9})@(\\d{1,18})");

    private ParkedPlace() {}

    static Optional<Place> parse(String text) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.matches()
                ? Optional.of(new Place(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * What is meant by a service and an offset on its parked topic, or by one place.
     *
     * @throws IllegalArgumentException if the words are neither; says which.
     */
    static Predicate<ParkedEntry> filter(List<String> words) {
        if (words.size() == 1) {
            Place place = parse(words.getFirst())
                    .orElseThrow(
                            () -> new IllegalArgumentException(words.getFirst() + " is no topic-partition@offset"));
            return entry -> isOf(place, entry);
        }
        long offset = offset(words.getLast());
        return entry -> entry.record().service().equals(words.getFirst())
                && entry.record().place().offset() == offset;
    }

    private static long offset(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(text + " is no offset", notANumber);
        }
    }

    /** Whether a record stands there, or came from there. */
    static boolean isOf(Place place, ParkedEntry entry) {
        return place.equals(entry.record().place())
                || place.equals(entry.record().origin());
    }
}
