package dev.orderbackbone.operator.change;

import dev.orderbackbone.operator.text.StatusLine;
import dev.orderbackbone.operator.text.Words;
import java.time.Duration;
import java.util.Locale;

/** Says how far a change is, how fast it goes and how long it will take, by its pace since it began. */
final class PrintedChange implements ChangeProgress {
    private final StatusLine line;
    private final Lease lease;
    private final long beganNanos = System.nanoTime();

    PrintedChange(StatusLine line, Lease lease) {
        this.line = line;
        this.lease = lease;
    }

    @Override
    public void at(String what, long done, long total) {
        lease.requireHeld();
        long now = System.nanoTime();
        line.show(() -> text(what, done, total, now - beganNanos), now);
    }

    static String text(String what, long done, long total, long nanos) {
        double perSecond = done * 1e9 / Math.max(1, nanos);
        String left = perSecond < 1 || done >= total
                ? ""
                : ", " + Words.of(Duration.ofSeconds(Math.round((total - done) / perSecond))) + " left";
        return String.format(
                Locale.ROOT,
                "  ... %s of %s %s, %,.0f/s%s",
                Words.count(done),
                Words.count(Math.max(done, total)),
                what,
                perSecond,
                left);
    }
}
