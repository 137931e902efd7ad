package mendline.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Series;

/** One line an episode, days across: where it began, how long it lasted and what became of it. */
final class StripChart {
    private static final double NAME_GAP = 8;
    private static final double LARGEST_ROW = 15;

    private StripChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(entries(figure), width);
        key.draw(g, 0, 0);
        int rows = rows(figure);
        double bottom = 27 + (figure.x().label().isEmpty() ? 0 : 12);
        double room = height - key.height() - bottom - 4;
        double rowHeight = Math.min(LARGEST_ROW, room / rows);
        boolean named = figure.y().scale() == Axis.Scale.CATEGORIES && rowHeight >= 7;
        List<List<String>> names = new ArrayList<>();
        double widest = 0;
        if (named) {
            for (String name : figure.y().ticks()) {
                names.add(Lettering.wrap(name, Looks.TICK, width * 0.3, 1));
                widest = Math.max(
                        widest, Lettering.width(names.get(names.size() - 1).get(0), Looks.TICK));
            }
        }
        double left = named ? widest + NAME_GAP : 4;
        Rectangle2D area = new Rectangle2D.Double(left, key.height() + 2, width - left - 10, rowHeight * rows);
        Scale across = Scales.across(daysOf(figure), figure.series(), area.getWidth());
        Scale up = new Scale(-0.5, rows - 0.5, List.of(), value -> "");
        double radius = Math.max(1.5, Math.min(3, rowHeight * 0.36));
        Plane.Dress dress = new Plane.Dress(true, false, true, false, true, true);
        Plane plane = Plane.draw(g, area, across, up, dress, figure.series(), (pen, one, plot) -> {
            for (Point point : one.points()) {
                episode(pen, one, point, plot, radius);
            }
        });
        plane.base(g, rows - 0.5);
        Rows.names(g, names, left - NAME_GAP, plane);
        XyChart.drawBelow(g, figure, across, plane, left, width);
    }

    private static void episode(Graphics2D g, Series series, Point point, Plane plane, double radius) {
        if (point.y().isEmpty()) {
            return;
        }
        double y = plane.y(point.y().getAsDouble());
        Color colour = Looks.of(series.tone());
        if (series.mark() != Mark.SPAN) {
            double x = plane.x(point.position());
            Markers.draw(g, Markers.of(point.state(), series.tone(), x, y, radius * 0.8), colour);
            return;
        }
        double from = plane.x(point.lower().orElse(point.position()));
        double to = plane.x(point.upper().orElse(point.position()));
        g.setPaint(colour);
        double thick = Math.max(1, radius * 0.6);
        g.fill(new Rectangle2D.Double(from, y - thick / 2, Math.max(0.5, to - from), thick));
        Markers.draw(g, new Markers.Marker(Markers.down(from, y, radius * 1.2), false), colour);
        if (point.state() == PointState.OPEN) {
            Markers.onward(g, Math.max(to, from + radius * 1.6) + 1, y, radius, colour);
        } else if (point.state() != PointState.OK) {
            double end = Math.max(to, from + radius * 2.3);
            Markers.draw(g, Markers.of(point.state(), series.tone(), end, y, radius), ending(point.state(), colour));
        }
    }

    /** Mended ends stand out. */
    private static Color ending(PointState state, Color colour) {
        boolean mended =
                state == PointState.REPAIRED || state == PointState.PARTLY_REPAIRED || state == PointState.BOUNCED_BACK;
        return mended ? Looks.MENDED : colour;
    }

    private static List<Key.Entry> entries(Figure figure) {
        List<Key.Entry> entries = new ArrayList<>();
        Set<PointState> seen = EnumSet.noneOf(PointState.class);
        Color colour = Looks.INK;
        List<Series> spans =
                figure.series().stream().filter(one -> one.mark() == Mark.SPAN).toList();
        if (figure.series().size() > 1) {
            figure.series().stream()
                    .filter(one -> !one.name().isEmpty())
                    .map(Key::of)
                    .forEach(entries::add);
        } else if (!spans.isEmpty()) {
            colour = Looks.of(spans.get(0).tone());
        }
        for (Series one : spans) {
            one.points().forEach(point -> seen.add(point.state()));
        }
        Color ink = colour;
        if (!seen.isEmpty()) {
            entries.add(new Key.Entry("begins", 7, (g, x, y, w) -> {
                g.setPaint(ink);
                g.fill(Markers.down(x + w / 2, y, Looks.MARKER * 1.2));
            }));
        }
        for (PointState state : seen) {
            String words = words(state);
            if (state == PointState.OPEN) {
                entries.add(new Key.Entry(words, 7, (g, x, y, w) -> Markers.onward(g, x + 2, y, Looks.MARKER, ink)));
            } else if (!words.isEmpty()) {
                entries.add(new Key.Entry(
                        words,
                        7,
                        (g, x, y, w) -> Markers.draw(
                                g,
                                Markers.of(state, spans.get(0).tone(), x + w / 2, y, Looks.MARKER),
                                ending(state, ink))));
            }
        }
        return entries;
    }

    private static String words(PointState state) {
        return switch (state) {
            case REPAIRED -> "repaired";
            case PARTLY_REPAIRED -> "partly repaired";
            case NOT_REPAIRED -> "not repaired";
            case BOUNCED_BACK -> "came back";
            case ENDED_BEFORE_KNOWN -> "ended before known";
            case OPEN -> "still open";
            default -> "";
        };
    }

    private static int rows(Figure figure) {
        double highest = figure.y().ticks().size() - 1.0;
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                highest = Math.max(highest, point.y().orElse(0));
            }
        }
        return (int) Math.max(1, Math.round(highest) + 1);
    }

    /**
     * Strips lie over days unless they say that they count something else; ends that are not given come from the spans.
     */
    private static Axis daysOf(Figure figure) {
        Axis given = figure.x();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                boolean span = one.mark() == Mark.SPAN;
                low = Math.min(low, span ? point.lower().orElse(point.position()) : point.position());
                high = Math.max(high, span ? point.upper().orElse(point.position()) : point.position());
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        OptionalDouble min = given.min().isPresent() ? given.min() : OptionalDouble.of(low);
        OptionalDouble max = given.max().isPresent() ? given.max() : OptionalDouble.of(Math.max(high, low + 1));
        return new Axis(given.label(), given.scale(), min, max, given.ticks());
    }
}
