package dev.orderbackbone.schemas.registry;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What the registry answered.
 *
 * @param request what was asked, for messages.
 */
record Answer(String request, int status, Map<String, List<String>> members) {
    /** Reads an answer; whatever is no JSON object has no members. */
    static Answer of(String request, int status, String body) {
        try {
            return new Answer(request, status, Json.members(body));
        } catch (IOException notJson) {
            return new Answer(request, status, Map.of());
        }
    }

    String text(String member) {
        List<String> values = texts(member);
        if (values.isEmpty()) {
            throw new RegistryRefusedException(
                    request + " answered " + status + " without \"" + member + "\": is this a schema registry?",
                    status,
                    0);
        }
        return values.getFirst();
    }

    int integer(String member) {
        String text = text(member);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new RegistryRefusedException(
                    request + " answered with \"" + member + "\": \"" + text + "\", which is no number", status, 0);
        }
    }

    boolean bool(String member) {
        return Boolean.parseBoolean(text(member));
    }

    List<String> texts(String member) {
        return members.getOrDefault(member, List.of());
    }

    /** The answer as an error that names the request and what the registry said. */
    RegistryRefusedException refusal() {
        return new RegistryRefusedException(complaint(), status, errorCode());
    }

    /** What was asked and what the registry said. */
    String complaint() {
        String code = errorCode() == 0 ? "" : " (error " + errorCode() + ")";
        String reason = texts("message").isEmpty()
                ? "no reason given"
                : texts("message").getFirst();
        return request + " was answered with " + status + code + ": " + reason;
    }

    private int errorCode() {
        return texts("error_code").isEmpty() ? 0 : integer("error_code");
    }
}
