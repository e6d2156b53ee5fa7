package dev.orderbackbone.simulators.faults;

import java.util.Locale;

/** A way to misbehave now and then. Implemented by enums; the name gives the setting and the JSON field. */
public interface FaultKind {

    String name();

    /** What happens, for people: the object of "percent of requests ...". */
    String meaning();

    /** TIMEOUT_AFTER_CHARGE becomes timeoutAfterChargePercent. */
    default String jsonField() {
        StringBuilder field = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.append("Percent").toString();
    }
}
