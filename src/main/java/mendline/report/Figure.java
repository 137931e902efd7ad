package mendline.report;

import java.util.List;

/**
 * A chart as data: everything that is drawn, and nothing that must be calculated.
 *
 * @param id file name of its PNG and CSV, lower case with hyphens
 * @param layout how the plot is laid out
 * @param title message in words; printed above the chart, not inside the picture
 * @param subtitle unit and period
 * @param alt what the chart shows, for people who cannot see it, made from its numbers
 * @param underAxis rows of numbers under the x axis, such as numbers at risk
 * @param notes dated notes of what the practice is trying: x position and text
 * @param height height in points on a page 480 points wide
 */
public record Figure(
        String id,
        Layout layout,
        String title,
        String subtitle,
        String alt,
        Axis x,
        Axis y,
        List<Series> series,
        List<UnderAxis> underAxis,
        List<Annotation> notes,
        int height) {

    /** How the plot is laid out. */
    public enum Layout {
        /** Numbers on both axes, or months across. */
        XY,
        /** Bars from left to right, one a category; categories read from the top. */
        HORIZONTAL_BARS,
        /** One horizontal bar of 100 % in parts; each part carries its n. */
        STACKED_SHARE,
        /** Dots with whiskers from left to right, one a category, read from the top. */
        DOT_INTERVALS,
        /** One line an episode, days across. */
        STRIP,
        /** Several small plots with the same axes, one a panel. */
        SMALL_MULTIPLES,
        /** Months across, rows named by the y ticks, shade by value 0 to 1. */
        HEAT,
        /** A tiny line with its usual range, without axes, for a table cell. */
        SPARK
    }

    /** A row of numbers under the x axis. */
    public record UnderAxis(String name, List<Entry> entries) {
        /** A number and where it stands. */
        public record Entry(double position, String text) {}

        public UnderAxis {
            entries = List.copyOf(entries);
        }
    }

    /** A short text at a place on the x axis. */
    public record Annotation(double position, String text) {}

    public Figure {
        series = List.copyOf(series);
        underAxis = List.copyOf(underAxis);
        notes = List.copyOf(notes);
    }
}
