package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mendline.report.Figure;
import mendline.report.Series;

/**
 * Dated notes above a plot, each with a line down to its place; no note touches another and no line runs through words.
 */
final class Notes {
    private static final double GAP = 4;
    private static final int MOST_ROWS = 6;

    private final List<Flag> flags;

    private Notes(List<Flag> flags) {
        this.flags = flags;
    }

    /** A note: where its line stands, where its words begin and end, and its row, 0 next to the plot. */
    private record Flag(double at, String text, double from, double to, int row, boolean line) {
        boolean clashes(Flag other) {
            boolean words = row == other.row && from < other.to + 2 * GAP && other.from < to + 2 * GAP;
            return words || crosses(other) || other.crosses(this);
        }

        /** Whether this one's line runs through the other one's words. */
        private boolean crosses(Flag other) {
            return row > other.row && at > other.from - GAP / 2 && at < other.to + GAP / 2;
        }
    }

    /** Places the notes of a figure, and the names of its vertical lines, over a plot from left to right. */
    static Notes of(Figure figure, Scale across, double left, double right) {
        List<Flag> wanted = new ArrayList<>();
        figure.notes().forEach(note -> wanted.add(flag(note.position(), note.text(), true, across, left, right)));
        for (Series one : figure.series()) {
            if (EndLabels.upright(one) && !one.name().isEmpty()) {
                wanted.add(flag(one.points().get(0).position(), one.name(), false, across, left, right));
            }
        }
        wanted.sort(Comparator.comparingDouble(Flag::at).reversed());
        List<Flag> placed = new ArrayList<>();
        wanted.forEach(flag -> placed.add(place(flag, placed, left, right)));
        return new Notes(placed);
    }

    private static Flag flag(double position, String text, boolean line, Scale across, double left, double right) {
        double margin = Looks.EDGE;
        double at =
                left + margin + (right - left - 2 * margin) * (position - across.min()) / (across.max() - across.min());
        String fitting = Lettering.wrap(text, Looks.TICK, right - left, 1).get(0);
        return new Flag(at, fitting, at, at + Lettering.width(fitting, Looks.TICK), 0, line);
    }

    /** The lowest row where the note fits: right of its line, left of it, or over it. */
    private static Flag place(Flag flag, List<Flag> placed, double left, double right) {
        double width = flag.to() - flag.from();
        for (double from : new double[] {flag.at() - 1, flag.at() - width + 1, flag.at() - width / 2}) {
            for (int row = 0; row < MOST_ROWS; row++) {
                Flag tried = new Flag(flag.at(), flag.text(), from, from + width, row, flag.line());
                if (from >= left - GAP
                        && from + width <= right + GAP
                        && placed.stream().noneMatch(tried::clashes)) {
                    return tried;
                }
            }
        }
        double from = Math.max(left, Math.min(flag.at() - width / 2, right - width));
        int row = placed.stream().mapToInt(other -> other.row() + 1).max().orElse(0);
        return new Flag(flag.at(), flag.text(), from, from + width, row, flag.line());
    }

    double height() {
        return flags.isEmpty() ? 0 : rows() * Looks.LINE_HEIGHT + 3;
    }

    private int rows() {
        return flags.stream().mapToInt(flag -> flag.row() + 1).max().orElse(0);
    }

    void draw(Graphics2D g, double top, double bottom) {
        for (Flag flag : flags) {
            double middle = top + (rows() - flag.row() - 0.5) * Looks.LINE_HEIGHT;
            if (flag.line()) {
                g.setPaint(Looks.REFERENCE_LINE);
                g.setStroke(Looks.dashed(0.6, 1.5f, 1.5f));
                g.draw(new Line2D.Double(flag.at(), middle + 5, flag.at(), bottom));
            }
            Lettering.set(g, flag.text(), flag.from(), middle, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
        }
    }
}
