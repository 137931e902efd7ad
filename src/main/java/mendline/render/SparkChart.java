package mendline.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.Series;

/** A tiny line with its usual range, without axes. */
final class SparkChart {
    private static final double RADIUS = 1.3;

    private SparkChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        List<Series> series = Marks.fromTheBack(figure.series());
        Rectangle2D area = new Rectangle2D.Double(1, 1, width - 2, height - 2);
        Scale across = Scales.across(free(figure.x()), series, area.getWidth());
        Scale rough = Scales.up(free(figure.y()), series, area.getHeight());
        double[] span = span(series, rough);
        Scale up = new Scale(span[0], span[1], List.of(), value -> "");
        Marks marks = new Marks(series, RADIUS, 0.9, value -> "");
        Plane.Dress bare = new Plane.Dress(false, false, false, false, false, true);
        Plane plane = Plane.draw(g, area, across, up, bare, series, (pen, one, plot) -> {
            if (one.mark() == Mark.STEP_BAND || one.mark() == Mark.BAND) {
                band(pen, one, plot);
            } else if (one.mark() == Mark.GUIDE) {
                average(pen, one, plot);
            } else {
                marks.draw(pen, one, plot);
            }
        });
        series.stream()
                .filter(one -> one.mark() == Mark.LINE_DOTS || one.mark() == Mark.LINE)
                .forEach(one -> last(g, one, plane));
    }

    /** The usual range runs over the whole width. */
    private static void band(Graphics2D g, Series series, Plane plane) {
        g.setPaint(Looks.SHADE);
        List<Point> points = series.points();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.lower().isPresent() && point.upper().isPresent()) {
                double from = i == 0 ? plane.area().getMinX() : plane.x(point.position() - 0.5);
                double to = i == points.size() - 1 ? plane.area().getMaxX() : plane.x(point.position() + 0.5);
                double y = plane.y(point.upper().getAsDouble());
                g.fill(new Rectangle2D.Double(
                        from, y, to - from + 0.05, plane.y(point.lower().getAsDouble()) - y));
            }
        }
    }

    private static void average(Graphics2D g, Series series, Plane plane) {
        g.setPaint(Looks.REFERENCE_LINE);
        g.setStroke(Looks.HAIR);
        for (Point point : series.points()) {
            if (point.y().isPresent()) {
                double y = plane.y(point.y().getAsDouble());
                g.draw(new Line2D.Double(plane.area().getMinX(), y, plane.area().getMaxX(), y));
                return;
            }
        }
    }

    private static void last(Graphics2D g, Series series, Plane plane) {
        if (series.points().isEmpty()) {
            return;
        }
        Point point = series.points().get(series.points().size() - 1);
        if (point.y().isPresent()) {
            boolean special = Marks.special(point.state());
            Color colour = special ? Marks.specialColour(series.tone()) : Looks.SOFT;
            double x = plane.x(point.position());
            double y = plane.y(point.y().getAsDouble());
            Markers.draw(
                    g, Markers.of(point.state(), series.tone(), x, y, special ? RADIUS * 1.6 : RADIUS * 1.5), colour);
        }
    }

    private static Axis free(Axis axis) {
        return axis.scale() == Axis.Scale.MONTHS || axis.scale() == Axis.Scale.DAYS
                ? axis
                : new Axis("", Axis.Scale.NUMBER, axis.min(), axis.max(), List.of());
    }

    private static double[] span(List<Series> series, Scale otherwise) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (Point point : one.points()) {
                low = Math.min(
                        low, Math.min(point.y().orElse(low), point.lower().orElse(low)));
                high = Math.max(
                        high, Math.max(point.y().orElse(high), point.upper().orElse(high)));
            }
        }
        return low < high ? new double[] {low, high} : new double[] {otherwise.min(), otherwise.max()};
    }
}
