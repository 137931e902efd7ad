package mendline.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.Series;

/** Bars from left to right, one category a row, read from the top; each carries its value. */
final class BarChart {
    private static final double BAR_HEIGHT = 11;
    private static final Plane.Dress BARE = new Plane.Dress(false, false, false, false, true, false);

    private BarChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(XyChart.entries(figure.series(), List.of()), width);
        double below = Rows.values(figure).label().isEmpty() ? 0 : 13;
        Rows layout = Rows.of(figure, width, height - key.height() - below - 2);
        DoubleFunction<String> words = Scales.words(layout.values());
        boolean withN = layout.values().scale() == Axis.Scale.SHARE;
        double widest = 0;
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                widest = Math.max(widest, Lettering.width(value(point, words, withN), Looks.TICK));
            }
        }
        Rectangle2D area = new Rectangle2D.Double(
                layout.left(),
                key.height() + 2,
                width - layout.left() - widest - 8,
                layout.rowHeight() * layout.names().size());
        key.draw(g, 0, 0);
        Axis values = new Axis(
                "",
                layout.values().scale(),
                OptionalDouble.of(0),
                layout.values().max(),
                List.of());
        Scale across = trim(Scales.numbers(values, new double[] {0, highest(figure)}, 4), figure, layout.values());
        List<Series> series =
                figure.series().stream().filter(one -> one.mark() != Mark.GUIDE).toList();
        double band = Math.min(layout.rowHeight() * 0.72, BAR_HEIGHT * Math.max(1, series.size()));
        Plane plane = Plane.draw(g, area, across, layout.scale(), BARE, series, (pen, one, plot) -> {
            double thick = band / series.size();
            double shift = -band / 2 + series.indexOf(one) * thick;
            double zero = plot.x(0);
            for (Point point : one.points()) {
                double y = plot.y(point.position()) + shift;
                double end = zero;
                if (point.y().isPresent()) {
                    end = plot.x(point.y().getAsDouble());
                    Color colour =
                            Marks.special(point.state()) ? Marks.specialColour(one.tone()) : Looks.of(one.tone());
                    Marks.paintBar(
                            pen,
                            new Rectangle2D.Double(zero, y, Math.max(end - zero, 0), thick - 1),
                            colour,
                            point.state());
                }
            }
        });
        for (Series one : series) {
            double thick = band / series.size();
            double shift = -band / 2 + series.indexOf(one) * thick;
            for (Point point : one.points()) {
                double y = plane.y(point.position()) + shift + (thick - 1) / 2;
                double end = plane.x(point.y().orElse(0));
                Lettering.set(
                        g,
                        value(point, words, withN),
                        end + 5,
                        y,
                        Lettering.Align.LEFT,
                        Looks.TICK,
                        point.y().isPresent() ? Looks.INK : Looks.SOFT);
            }
        }
        upright(g, plane, plane.x(0));
        layout.names(g, plane);
        if (below > 0) {
            Lettering.set(
                    g,
                    layout.values().label(),
                    layout.left(),
                    area.getMaxY() + 7,
                    Lettering.Align.LEFT,
                    Looks.TICK,
                    Looks.SOFT);
        }
    }

    private static String value(Point point, DoubleFunction<String> words, boolean withN) {
        if (point.y().isEmpty()) {
            return Marks.missing(point.state(), false);
        }
        String text = words.apply(point.y().getAsDouble());
        return withN && point.n().isPresent() ? text + "  n " + point.n().getAsLong() : text;
    }

    /** Bars need no round end: the longest fills the room. */
    private static Scale trim(Scale scale, Figure figure, Axis values) {
        double end = values.max().orElse(Math.max(highest(figure), 1e-9));
        return new Scale(0, end, scale.ticks(), scale.words());
    }

    private static void upright(Graphics2D g, Plane plane, double x) {
        g.setPaint(Looks.REFERENCE_LINE);
        g.setStroke(Looks.HAIR);
        g.draw(new Line2D.Double(x, plane.area().getMinY(), x, plane.area().getMaxY()));
    }

    private static double highest(Figure figure) {
        double highest = 0;
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                highest = Math.max(highest, point.y().orElse(0));
            }
        }
        return highest == 0 ? 1 : highest;
    }
}
