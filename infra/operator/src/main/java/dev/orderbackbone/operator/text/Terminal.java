package dev.orderbackbone.operator.text;

import java.io.Console;
import java.util.Optional;

/** Whether somebody sits there. */
public final class Terminal {
    private Terminal() {}

    /** Whether a person reads what is printed, and can answer. */
    public static boolean isInteractive() {
        return console().isPresent();
    }

    /** What that person answers; empty where there is none. */
    public static String ask(String question) {
        return console().map(console -> console.readLine("%s ", question)).orElse("");
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
