package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.CommandFailure;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field to be set.
 *
 * @param path such as {@code lines[0].quantity}.
 * @param value as it is written on the command line.
 */
record FieldChange(String path, String value) {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]\\w*)|\\[(\\d{1,6})]");

    /**
     * Reads {@code path=value}.
     *
     * @throws IllegalArgumentException if it is not like that.
     */
    static FieldChange of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(text + " is no FIELD=VALUE");
        }
        return new FieldChange(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * Sets it in what {@link MessageParts#tree} has made.
     *
     * @throws CommandFailure if there is no such field, or it has fields of its own.
     */
    void applyTo(Map<String, Object> message) {
        Object holder = message;
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (step.find(end) && step.start() <= end + 1) {
            end = step.end();
            if (end == path.length()) {
                set(holder, step);
                return;
            }
            holder = next(holder, step);
        }
        throw noField();
    }

    private Object next(Object holder, Matcher step) {
        Object next = present(holder, step);
        if (next == null) {
            throw noField();
        }
        return next;
    }

    private @Nullable Object present(Object holder, Matcher step) {
        if (step.group(1) != null && holder instanceof Map<?, ?> fields && fields.containsKey(step.group(1))) {
            return fields.get(step.group(1));
        }
        if (step.group(2) != null && holder instanceof List<?> items) {
            int index = Integer.parseInt(step.group(2));
            if (index < items.size()) {
                return items.get(index);
            }
        }
        throw noField();
    }

    @SuppressWarnings("unchecked") // the tree consists of such maps and lists only
    private void set(Object holder, Matcher step) {
        Object present = present(holder, step);
        if (present instanceof Map<?, ?> || present instanceof List<?>) {
            throw new CommandFailure(
                    path + " has parts of its own: set one of them, or give the whole payload with --file");
        }
        Object typed = typed(present);
        if (holder instanceof Map<?, ?>) {
            ((Map<String, @Nullable Object>) holder).put(step.group(1), typed);
        } else {
            ((List<@Nullable Object>) holder).set(Integer.parseInt(step.group(2)), typed);
        }
    }

    /** Of the kind that stands there now; where nothing does, what it looks like. */
    private @Nullable Object typed(@Nullable Object present) {
        if (value.equals("null")) {
            return null;
        }
        boolean isNumber = value.matches("-?\\d{1,18}");
        return switch (present) {
            case Long _ when isNumber -> (Object) Long.parseLong(value);
            case Boolean _ when value.equals("true") || value.equals("false") -> Boolean.parseBoolean(value);
            case null -> isNumber ? (Object) Long.parseLong(value) : value;
            default -> value;
        };
    }

    private CommandFailure noField() {
        return new CommandFailure(path + " is no field of the record");
    }
}
