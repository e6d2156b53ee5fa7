package dev.orderbackbone.operator.parked;

import dev.orderbackbone.contract.order.Contact;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells two messages apart, field by field. Personal data is not printed. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** What is changed, in the order of the fields. */
    static List<String> between(@Nullable Record former, Record corrected) {
        Differences differences = new Differences();
        differences.compare("", former, corrected);
        return List.copyOf(differences.found);
    }

    private void compare(String place, @Nullable Object former, @Nullable Object corrected) {
        if (Objects.equals(former, corrected)) {
            return;
        }
        Object either = corrected == null ? former : corrected;
        if (either instanceof Record record && !(either instanceof Contact)) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String name = component.getName();
                compare(
                        place.isEmpty() ? name : place + "." + name,
                        MessageParts.of(component, former),
                        MessageParts.of(component, corrected));
            }
        } else if (either instanceof List<?>) {
            compareItems(place, itemsOf(former), itemsOf(corrected));
        } else {
            found.add(place + ": " + text(former) + " becomes " + text(corrected));
        }
    }

    private void compareItems(String place, List<?> former, List<?> corrected) {
        for (int i = 0; i < Math.max(former.size(), corrected.size()); i++) {
            compare(place + "[" + i + "]", item(former, i), item(corrected, i));
        }
        if (former.size() != corrected.size()) {
            found.add(place + ": " + former.size() + " items become " + corrected.size());
        }
    }

    private static @Nullable Object item(List<?> items, int index) {
        return index < items.size() ? items.get(index) : null;
    }

    private static List<?> itemsOf(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Contact _ -> MessageJson.NOT_PRINTED;
            default -> value.toString();
        };
    }
}
