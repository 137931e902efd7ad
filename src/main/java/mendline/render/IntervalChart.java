package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.Series;

/** Dots with whiskers from left to right, one category a row, read from the top. */
final class IntervalChart {
    private static final Plane.Dress WITH_AXIS = new Plane.Dress(true, false, true, false, true, true);

    private IntervalChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(XyChart.entries(figure.series(), List.of()), width);
        double below = 16 + (Rows.values(figure).label().isEmpty() ? 0 : 12);
        Rows layout = Rows.of(figure, width, height - key.height() - below - 2);
        boolean withN = figure.series().stream()
                .flatMap(one -> one.points().stream())
                .anyMatch(point -> point.n().isPresent());
        double counts = withN ? 40 : 8;
        Rectangle2D area = new Rectangle2D.Double(
                layout.left(),
                key.height() + 2,
                width - layout.left() - counts,
                layout.rowHeight() * layout.names().size());
        key.draw(g, 0, 0);
        List<Series> series = figure.series();
        List<Series> dots = series.stream()
                .filter(one -> one.mark() != Mark.GUIDE && one.mark() != Mark.BAND)
                .toList();
        Scale across = Scales.numbers(layout.values(), span(series), Math.max(3, area.getWidth() / 45));
        double band = Math.min(layout.rowHeight() * 0.6, 11.0 * dots.size());
        Plane plane =
                Plane.draw(g, area, across, layout.scale(), WITH_AXIS, Marks.fromTheBack(series), (pen, one, plot) -> {
                    if (one.mark() == Mark.GUIDE || one.mark() == Mark.BAND) {
                        reference(pen, one, plot, layout.names().size());
                        return;
                    }
                    double shift =
                            dots.size() < 2 ? 0 : (dots.indexOf(one) - (dots.size() - 1) / 2.0) * band / dots.size();
                    for (Point point : one.points()) {
                        double y = plot.y(point.position()) + shift;
                        if (point.lower().isPresent() && point.upper().isPresent()) {
                            pen.setPaint(Looks.of(one.tone()));
                            pen.setStroke(Looks.solid(1.1));
                            pen.draw(new Line2D.Double(
                                    plot.x(point.lower().getAsDouble()),
                                    y,
                                    plot.x(point.upper().getAsDouble()),
                                    y));
                        }
                        if (point.y().isPresent()) {
                            double x = plot.x(point.y().getAsDouble());
                            Markers.draw(pen, Markers.of(point.state(), one.tone(), x, y, 3.2), Looks.of(one.tone()));
                        } else {
                            double middle = (plot.area().getMinX() + plot.area().getMaxX()) / 2;
                            Lettering.set(
                                    pen,
                                    Marks.missing(point.state(), false),
                                    middle,
                                    y,
                                    Lettering.Align.CENTRE,
                                    Looks.TICK,
                                    Looks.SOFT);
                        }
                    }
                });
        layout.names(g, plane);
        for (Series one : dots) {
            double shift = dots.size() < 2 ? 0 : (dots.indexOf(one) - (dots.size() - 1) / 2.0) * band / dots.size();
            for (Point point : one.points()) {
                if (point.n().isPresent()) {
                    Lettering.set(
                            g,
                            "n " + point.n().getAsLong(),
                            width,
                            plane.y(point.position()) + shift,
                            Lettering.Align.RIGHT,
                            Looks.TICK,
                            Looks.SOFT);
                }
            }
        }
        if (!layout.values().label().isEmpty()) {
            double middle = (area.getMinX() + area.getMaxX()) / 2;
            Lettering.set(
                    g,
                    layout.values().label(),
                    middle,
                    area.getMaxY() + 21,
                    Lettering.Align.CENTRE,
                    Looks.TICK,
                    Looks.SOFT);
        }
    }

    private static void reference(Graphics2D g, Series series, Plane plane, int rows) {
        for (Point point : series.points()) {
            double top = plane.y(-0.5);
            double bottom = plane.y(rows - 0.5);
            if (series.mark() == Mark.BAND
                    && point.lower().isPresent()
                    && point.upper().isPresent()) {
                double from = plane.x(point.lower().getAsDouble());
                g.setPaint(Looks.area(series.tone()));
                double half = plane.unitUp() * 0.5;
                g.fill(new Rectangle2D.Double(
                        from,
                        plane.y(point.position()) - half,
                        plane.x(point.upper().getAsDouble()) - from,
                        2 * half));
            } else if (point.y().isPresent()) {
                double x = plane.x(point.y().getAsDouble());
                g.setPaint(Looks.of(series.tone()));
                g.setStroke(Looks.dashed(0.8, 3, 2));
                g.draw(new Line2D.Double(x, top, x, bottom));
            }
        }
    }

    private static double[] span(List<Series> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (Point point : one.points()) {
                for (OptionalDouble value : List.of(point.y(), point.lower(), point.upper())) {
                    if (value.isPresent()) {
                        low = Math.min(low, value.getAsDouble());
                        high = Math.max(high, value.getAsDouble());
                    }
                }
            }
        }
        return low > high ? new double[] {0, 1} : new double[] {low, high};
    }
}
