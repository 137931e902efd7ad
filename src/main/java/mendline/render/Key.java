package mendline.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Series;
import mendline.report.Tone;

/** The key of a picture: a row or more of signs with their words, above the plot. */
final class Key {
    private static final double SWATCH = 16;
    private static final double BETWEEN = 14;

    private final List<List<Entry>> rows;

    private Key(List<List<Entry>> rows) {
        this.rows = rows;
    }

    /** A sign and what it means. */
    record Entry(String text, double swatch, Sign sign) {
        double width() {
            return swatch + 4 + Lettering.width(text, Looks.TICK);
        }
    }

    /** Draws a sign in the middle of a small box. */
    interface Sign {
        void draw(Graphics2D g, double x, double y, double width);
    }

    /** Breaks entries into rows. */
    static Key of(List<Entry> entries, double width) {
        List<List<Entry>> rows = new ArrayList<>();
        List<Entry> row = new ArrayList<>();
        double used = 0;
        for (Entry entry : entries) {
            Entry fitting = fit(entry, width);
            double needed = fitting.width() + (row.isEmpty() ? 0 : BETWEEN);
            if (!row.isEmpty() && used + needed > width) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
                needed = fitting.width();
            }
            row.add(fitting);
            used += needed;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return new Key(rows);
    }

    double height() {
        return rows.isEmpty() ? 0 : rows.size() * (Looks.LINE_HEIGHT + 2) + 4;
    }

    void draw(Graphics2D g, double left, double top) {
        double y = top + 6;
        for (List<Entry> row : rows) {
            double x = left;
            for (Entry entry : row) {
                entry.sign().draw(g, x, y, entry.swatch());
                Lettering.set(g, entry.text(), x + entry.swatch() + 4, y, Lettering.Align.LEFT, Looks.TICK, Looks.INK);
                x += entry.width() + BETWEEN;
            }
            y += Looks.LINE_HEIGHT + 2;
        }
    }

    /** The sign of a series. */
    static Entry of(Series series) {
        return switch (series.mark()) {
            case BAND, STEP_BAND ->
                new Entry(series.name(), SWATCH, (g, x, y, w) -> box(g, x, y, w, Looks.area(series.tone())));
            case BAR, STACK -> new Entry(series.name(), 9, (g, x, y, w) -> box(g, x, y, w, Looks.of(series.tone())));
            case DOT ->
                new Entry(series.name(), 7, (g, x, y, w) -> {
                    g.setPaint(Looks.of(series.tone()));
                    g.setStroke(Looks.THIN);
                    g.draw(Markers.of(series.tone(), x + w / 2, y, Looks.MARKER));
                });
            case INTERVAL ->
                new Entry(series.name(), SWATCH, (g, x, y, w) -> {
                    g.setPaint(Looks.of(series.tone()));
                    g.setStroke(Looks.THIN);
                    g.draw(new Line2D.Double(x, y, x + w, y));
                    g.fill(Markers.of(series.tone(), x + w / 2, y, Looks.MARKER * 1.1));
                });
            case SPAN ->
                new Entry(series.name(), SWATCH, (g, x, y, w) -> {
                    g.setPaint(Looks.of(series.tone()));
                    g.fill(new Rectangle2D.Double(x, y - 1.2, w, 2.4));
                });
            case GUIDE ->
                new Entry(series.name(), SWATCH, (g, x, y, w) -> {
                    g.setPaint(Looks.of(series.tone()));
                    g.setStroke(Looks.dashed(0.8, 3, 2));
                    g.draw(new Line2D.Double(x, y, x + w, y));
                });
            case STEP, LINE, LINE_DOTS ->
                new Entry(series.name(), SWATCH + 4, (g, x, y, w) -> {
                    g.setPaint(Marks.usual(series.tone()));
                    g.setStroke(Looks.line(series.tone(), 1.5));
                    g.draw(new Line2D.Double(x, y, x + w, y));
                    if (series.mark() == Mark.LINE_DOTS) {
                        g.fill(Markers.of(series.tone(), x + w / 2, y, Looks.MARKER * 0.9));
                    }
                });
        };
    }

    /** The signs of all special points that occur, each once. */
    static List<Entry> ofStates(List<Series> series) {
        Set<PointState> seen = EnumSet.noneOf(PointState.class);
        List<Entry> entries = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Series one : series) {
            for (Point point : one.points()) {
                String text = words(point.state());
                if (text.isEmpty() || !shows(one.mark(), point)) {
                    continue;
                }
                seen.add(point.state());
                Color colour = Marks.special(point.state()) ? Marks.specialColour(one.tone()) : Marks.usual(one.tone());
                if (done.add(Marks.special(point.state()) ? text + " " + colour.getRGB() : text)) {
                    entries.add(of(point.state(), one.tone(), one.mark(), text, colour));
                }
            }
        }
        return seen.isEmpty() ? List.of() : entries;
    }

    private static boolean shows(Mark mark, Point point) {
        boolean bare = mark == Mark.LINE
                || mark == Mark.GUIDE
                || mark == Mark.BAND
                || mark == Mark.STEP_BAND
                || mark == Mark.STACK;
        return point.state() == PointState.CENSORED
                ? mark == Mark.STEP
                : point.y().isPresent() && !bare && mark != Mark.STEP;
    }

    private static Entry of(PointState state, Tone tone, Mark mark, String text, Color colour) {
        if (state == PointState.CENSORED) {
            return new Entry(text, 5, (g, x, y, w) -> Markers.tick(g, x + w / 2, y, 6, colour));
        }
        if (mark == Mark.BAR) {
            return new Entry(
                    text, 9, (g, x, y, w) -> Marks.paintBar(g, new Rectangle2D.Double(x, y - 3, w, 6), colour, state));
        }
        return new Entry(
                text, 7, (g, x, y, w) -> Markers.draw(g, Markers.of(state, tone, x + w / 2, y, Looks.MARKER), colour));
    }

    private static String words(PointState state) {
        return switch (state) {
            case SPECIAL_CAUSE_HIGH -> "unusually high";
            case SPECIAL_CAUSE_LOW -> "unusually low";
            case SMALL -> "fewer than ten";
            case CENSORED -> "followed up to here";
            default -> "";
        };
    }

    private static void box(Graphics2D g, double x, double y, double width, Color colour) {
        g.setPaint(colour);
        g.fill(new Rectangle2D.Double(x, y - 3.5, width, 7));
    }

    private static Entry fit(Entry entry, double width) {
        if (entry.width() <= width) {
            return entry;
        }
        String shorter = Lettering.wrap(entry.text(), Looks.TICK, width - entry.swatch() - 4, 1)
                .get(0);
        return new Entry(shorter, entry.swatch(), entry.sign());
    }
}
