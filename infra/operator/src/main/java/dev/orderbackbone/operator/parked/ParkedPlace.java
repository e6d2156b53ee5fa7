package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.Optional;
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

    /** Whether a record stands there, or came from there. */
    static boolean isOf(Place place, ParkedEntry entry) {
        return place.equals(entry.record().place())
                || place.equals(entry.record().origin());
    }
}
