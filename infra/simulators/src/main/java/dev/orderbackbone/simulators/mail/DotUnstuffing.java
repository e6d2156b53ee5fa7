package dev.orderbackbone.simulators.mail;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads the content of DATA byte by byte: finds its end and takes the stuffed dots out. */
final class DotUnstuffing {

    /** Where in a line the last byte stood. */
    private enum Place {
        LINE_START,
        AFTER_LEADING_DOT,
        AFTER_LEADING_DOT_CR,
        IN_LINE,
        AFTER_CR
    }

    private final int maxBytes;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(1_024);
    private Place place = Place.LINE_START;
    private boolean tooLarge;

    DotUnstuffing(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes the next byte; returns whether more is to come. */
    boolean take(int next) {
        switch (place) {
            case LINE_START -> takeFirst(next);
            case AFTER_LEADING_DOT -> takeAfterDot(next);
            case AFTER_LEADING_DOT_CR -> {
                if (next == '\n') {
                    return false;
                }
                keep('\r');
                takeInLine(next);
            }
            case IN_LINE -> takeInLine(next);
            case AFTER_CR -> {
                if (next == '\n') {
                    keep(next);
                    place = Place.LINE_START;
                } else {
                    takeInLine(next);
                }
            }
        }
        return true;
    }

    /** The content; null when it is larger than allowed. */
    byte @Nullable [] content() {
        return tooLarge ? null : content.toByteArray();
    }

    private void takeFirst(int next) {
        if (next == '.') {
            place = Place.AFTER_LEADING_DOT;
        } else {
            takeInLine(next);
        }
    }

    private void takeAfterDot(int next) {
        if (next == '\r') {
            place = Place.AFTER_LEADING_DOT_CR;
        } else {
            takeInLine(next);
        }
    }

    private void takeInLine(int next) {
        keep(next);
        place = next == '\r' ? Place.AFTER_CR : Place.IN_LINE;
    }

    private void keep(int next) {
        if (content.size() >= maxBytes) {
            tooLarge = true;
        } else {
            content.write(next);
        }
    }
}
