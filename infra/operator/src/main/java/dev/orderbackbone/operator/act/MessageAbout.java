package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.notification.Milestone;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of an order's messages.
 *
 * @param milestone what it is about.
 * @param occasion the shipment or refund, where there can be several; else empty.
 */
record MessageAbout(Milestone milestone, String occasion) {
    private static final char SEPARATOR = ':';
    private static final Set<Milestone> WITH_OCCASION = EnumSet.of(Milestone.SHIPPED, Milestone.REFUNDED);
    private static final Map<String, Milestone> MILESTONES = milestones();

    /**
     * As it is written on a command line, such as {@code confirmed} or {@code shipped:shipment-1}.
     *
     * @throws IllegalArgumentException if it is none.
     */
    static MessageAbout parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        String name = separator < 0 ? text : text.substring(0, separator);
        String occasion = separator < 0 ? "" : text.substring(separator + 1);
        Milestone milestone = MILESTONES.get(name.toLowerCase(Locale.ROOT));
        if (milestone == null) {
            throw new IllegalArgumentException(
                    "must be one of " + String.join(", ", MILESTONES.keySet()) + ", but is " + name);
        }
        if (WITH_OCCASION.contains(milestone) == occasion.isEmpty()) {
            throw new IllegalArgumentException(
                    occasion.isEmpty()
                            ? name + " needs an id, as in shipped:SHIPMENT or refunded:RETURN"
                            : name + " has no id: it comes once");
        }
        return new MessageAbout(milestone, occasion);
    }

    private static Map<String, Milestone> milestones() {
        Map<String, Milestone> milestones = new TreeMap<>();
        EnumSet.complementOf(EnumSet.of(Milestone.UNKNOWN))
                .forEach(milestone -> milestones.put(milestone.name().toLowerCase(Locale.ROOT), milestone));
        return milestones;
    }
}
