package dev.orderbackbone.benchmarks.report;

import java.util.Locale;

/** The few shapes of SVG that a plot needs, in whole pixels from the upper left corner. */
final class Drawing {
    private final StringBuilder shapes = new StringBuilder(4_096);
    private final int width;
    private final int height;

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** How a line looks. */
    record Pen(String colour, int strokeWidth, String dashes) {
        @Override
        public String toString() {
            return "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + strokeWidth + "\" stroke-dasharray=\""
                    + dashes + "\"";
        }
    }

    /** Where a text stands against its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * A line through points.
     *
     * @param points as {@code x,y x,y ...}.
     */
    Drawing line(String points, Pen pen) {
        return add("<polyline points=\"" + points + "\" " + pen + "/>");
    }

    Drawing dot(long x, long y, String colour) {
        return add("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3\" fill=\"" + colour + "\"/>");
    }

    Drawing text(long x, long y, Anchor anchor, String text) {
        return add("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\""
                + anchor.name().toLowerCase(Locale.ROOT) + "\">" + text + "</text>");
    }

    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + shapes + "</svg>\n";
    }

    private Drawing add(String shape) {
        shapes.append(shape).append('\n');
        return this;
    }
}
