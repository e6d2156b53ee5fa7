package dev.orderbackbone.simulators.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The argument of MAIL or RCPT.
 *
 * @param address what stands between the angle brackets; empty for the null sender.
 * @param parameters what follows them, in capital letters.
 */
record Envelope(String address, String parameters) {

    private static final Pattern SYNTAX = Pattern.compile("(?i)(?:FROM|TO):\\s*<([^<>\\s]*)>\\s*(.*)");

    /** Null when it is neither FROM:&lt;address&gt; nor TO:&lt;address&gt;. */
    static @Nullable Envelope parse(String argument) {
        Matcher matcher = SYNTAX.matcher(argument);
        return matcher.matches()
                ? new Envelope(matcher.group(1), matcher.group(2).toUpperCase(Locale.ROOT))
                : null;
    }

    /** The local part without a +tag. */
    String mailbox() {
        String local = address.substring(0, Math.max(0, address.lastIndexOf('@')));
        int tag = local.indexOf('+');
        return tag < 0 ? local : local.substring(0, tag);
    }
}
