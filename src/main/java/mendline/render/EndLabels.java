package mendline.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.Series;

/** Names of series beside the ends of their lines, moved apart where they would touch. */
final class EndLabels {
    private static final Font FONT = Looks.LABEL;
    private static final double GAP = 6;
    private static final int MOST = 3;
    private static final double WIDEST = 112;
    private static final double MOST_OF_WIDTH = 0.3;
    private static final int MOST_LINES = 4;

    private EndLabels() {}

    private record Label(List<String> lines, Color colour, double endX, double wanted, double height) {}

    /** The series that are named beside their line: those that ask for it, if they are at most three. */
    static List<Series> direct(List<Series> series) {
        List<Series> labelled = series.stream()
                .filter(one -> one.labelled() && end(one).isPresent())
                .toList();
        return labelled.size() <= MOST ? labelled : List.of();
    }

    /** Room to the right of the plot that the names need in a picture so wide. */
    static double room(List<Series> direct, double width) {
        double widest = 0;
        for (Series series : direct) {
            widest = Math.max(widest, Lettering.widest(lines(series, width), FONT));
        }
        return direct.isEmpty() ? 0 : widest + GAP + 4;
    }

    private static List<String> lines(Series series, double width) {
        return Lettering.wrap(series.name(), FONT, Math.min(WIDEST, width * MOST_OF_WIDTH), MOST_LINES);
    }

    static void draw(Graphics2D g, List<Series> direct, Plane plane, double width) {
        List<Label> labels = new ArrayList<>();
        for (Series series : direct) {
            Point end = end(series).orElseThrow();
            List<String> lines = lines(series, width);
            double height = lines.size() * Lettering.pitch(FONT) + 1.5;
            double wanted = height(direct, series, end, plane);
            labels.add(new Label(lines, Looks.words(series.tone()), plane.x(end.position()), wanted, height));
        }
        labels.sort(Comparator.comparingDouble(Label::wanted));
        double[] middles =
                apart(labels, plane.area().getMinY() - 4, plane.area().getMaxY() + 6);
        double left = plane.area().getMaxX() + GAP;
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            double first = middles[i] - (label.lines().size() - 1) * Lettering.pitch(FONT) / 2;
            Lettering.set(g, label.lines(), left, first, Lettering.Align.LEFT, FONT, label.colour());
            if (left - label.endX() > 3 * GAP || Math.abs(middles[i] - label.wanted()) > 4) {
                g.setPaint(Looks.HAIRLINE);
                g.setStroke(Looks.HAIR);
                g.draw(new Line2D.Double(Math.min(label.endX() + 3, left - 3), label.wanted(), left - 1.5, middles[i]));
            }
        }
    }

    /**
     * The end of a line; the middle of what can be seen of an area, or its upper edge where something else has the same
     * middle.
     */
    private static double height(List<Series> direct, Series series, Point end, Plane plane) {
        double middle = middle(end, plane);
        boolean crowded = end.y().isEmpty()
                && direct.stream()
                        .filter(other -> other != series)
                        .anyMatch(other ->
                                Math.abs(middle(end(other).orElseThrow(), plane) - middle) < Looks.LINE_HEIGHT);
        return crowded ? within(plane.y(end.upper().getAsDouble()), plane) : middle;
    }

    private static double middle(Point end, Plane plane) {
        return end.y().isPresent()
                ? within(plane.y(end.y().getAsDouble()), plane)
                : (within(plane.y(end.lower().getAsDouble()), plane)
                                + within(plane.y(end.upper().getAsDouble()), plane))
                        / 2;
    }

    private static double within(double y, Plane plane) {
        return Math.max(plane.area().getMinY(), Math.min(plane.area().getMaxY(), y));
    }

    /** Moves the middles of sorted labels apart, as little as one pass down and one up allow. */
    private static double[] apart(List<Label> labels, double top, double bottom) {
        double[] middles = labels.stream().mapToDouble(Label::wanted).toArray();
        double free = top;
        for (int i = 0; i < middles.length; i++) {
            double half = labels.get(i).height() / 2;
            middles[i] = Math.max(middles[i], free + half);
            free = middles[i] + half;
        }
        free = bottom;
        for (int i = middles.length - 1; i >= 0; i--) {
            double half = labels.get(i).height() / 2;
            middles[i] = Math.min(middles[i], free - half);
            free = middles[i] - half;
        }
        return middles;
    }

    private static Optional<Point> end(Series series) {
        if (series.mark() == Mark.BAR || series.mark() == Mark.STACK || series.mark() == Mark.DOT) {
            return Optional.empty();
        }
        boolean upright = upright(series);
        return series.points().stream()
                .filter(point -> !upright && (point.y().isPresent() || area(point)))
                .max(Comparator.comparingDouble(Point::position));
    }

    /** Whether the series is a vertical line; its name stands above it instead. */
    static boolean upright(Series series) {
        return series.mark() == Mark.GUIDE
                && series.points().size() > 1
                && series.points().stream()
                                .mapToDouble(Point::position)
                                .distinct()
                                .count()
                        == 1;
    }

    private static boolean area(Point point) {
        return point.lower().isPresent() && point.upper().isPresent();
    }
}
