package dev.orderbackbone.simulators.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object; null counts as absent. Every accessor throws {@link JsonProblem} when the field breaks
 * the rule that the accessor states.
 */
public final class JsonObject {

    private final Map<String, Object> values;

    JsonObject(Map<String, Object> values) {
        this.values = values;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Refuses every field that is not among the known ones: a misspelt field must not pass for an absent one. */
    public void allow(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new JsonProblem(name, "is not known; known are " + sorted(known));
            }
        }
    }

    public String text(String name) {
        return required(name, optionalText(name));
    }

    public @Nullable String optionalText(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new JsonProblem(name, "must be a string");
    }

    public long whole(String name) {
        Object value = required(name, values.get(name));
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new JsonProblem(name, "must be a whole number of at most 64 bits");
    }

    public double number(String name) {
        if (required(name, values.get(name)) instanceof Number number) {
            return number.doubleValue();
        }
        throw new JsonProblem(name, "must be a number");
    }

    public boolean truth(String name) {
        if (required(name, values.get(name)) instanceof Boolean truth) {
            return truth;
        }
        throw new JsonProblem(name, "must be true or false");
    }

    public List<String> texts(String name) {
        if (!(required(name, values.get(name)) instanceof List<?> list)) {
            throw new JsonProblem(name, "must be an array of strings");
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object value : list) {
            texts.add(asText(name, value));
        }
        return List.copyOf(texts);
    }

    public JsonObject object(String name) {
        if (required(name, values.get(name)) instanceof JsonObject object) {
            return object;
        }
        throw new JsonProblem(name, "must be an object");
    }

    private static String asText(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new JsonProblem(name, "must be an array of strings");
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new JsonProblem(name, "is required");
        }
        return value;
    }

    private static String sorted(Set<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }
}
