package mendline.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Point;
import mendline.report.Series;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** Months across, one row a series, shade by share; the share is printed where there is room. */
final class HeatChart {
    private static final double NAME_GAP = 8;
    private static final double LARGEST_ROW = 24;

    private HeatChart() {}

    private static final class Shades implements PaintScale {
        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }

        @Override
        public Color getPaint(double value) {
            return Looks.shade(value);
        }
    }

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        List<String> rows = rows(figure);
        double top = 16;
        double bottom = 16 + Looks.LINE_HEIGHT + (figure.x().label().isEmpty() ? 0 : 12);
        double rowHeight = Math.min(LARGEST_ROW, (height - top - bottom) / rows.size());
        int most = rowHeight >= 2 * Lettering.pitch(Looks.TICK) ? 2 : 1;
        List<List<String>> names = new ArrayList<>();
        double widest = 0;
        for (String row : rows) {
            List<String> lines = Lettering.wrap(row, Looks.TICK, width * 0.34, most);
            names.add(lines);
            widest = Math.max(widest, Lettering.widest(lines, Looks.TICK));
        }
        double left = widest + NAME_GAP;
        Rectangle2D area = new Rectangle2D.Double(left, top, width - left - 4, rowHeight * rows.size());
        Scale across = Scales.across(figure.x(), figure.series(), area.getWidth());
        Scale up = new Scale(-0.5, rows.size() - 0.5, List.of(), value -> "");
        XYBlockRenderer blocks = new XYBlockRenderer();
        blocks.setPaintScale(new Shades());
        blocks.setBlockWidth(0.96);
        blocks.setBlockHeight(0.92);
        Plane.Dress dress = new Plane.Dress(true, false, false, false, true, false);
        Plane plane = Plane.draw(g, area, across, up, dress, data(figure, rows), blocks);
        boolean printed = plane.unitAcross() >= 17 && rowHeight >= 9;
        legend(g, figure.y().label(), printed ? "shade and number: per cent" : "shade: per cent", width);
        values(g, figure, rows, plane, printed);
        Rows.names(g, names, left - NAME_GAP, plane);
        XyChart.drawBelow(g, figure, across, plane, left, width);
    }

    private static void values(Graphics2D g, Figure figure, List<String> rows, Plane plane, boolean printed) {
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                double x = plane.x(point.position());
                double y = plane.y(row(one, rows));
                if (point.y().isEmpty()) {
                    Lettering.set(
                            g,
                            Marks.missing(point.state(), true),
                            x,
                            y,
                            Lettering.Align.CENTRE,
                            Looks.TICK,
                            Looks.SOFT);
                } else if (printed) {
                    double share = point.y().getAsDouble();
                    Lettering.set(
                            g,
                            Scales.rounded(share * 100, 0),
                            x,
                            y,
                            Lettering.Align.CENTRE,
                            Looks.TICK,
                            Looks.on(Looks.shade(share)));
                }
            }
        }
    }

    private static void legend(Graphics2D g, String label, String meaning, double width) {
        String words = label.isEmpty() ? meaning : label + " (" + meaning + ")";
        Lettering.set(g, words, 0, 5, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
        double high = Lettering.width(Scales.percent(1), Looks.TICK);
        double right = width - 4 - high - 4;
        int steps = 20;
        double step = 4;
        for (int i = 0; i < steps; i++) {
            g.setPaint(Looks.shade((i + 0.5) / steps));
            g.fill(new Rectangle2D.Double(right - (steps - i) * step, 1.5, step + 0.1, 7));
        }
        Lettering.set(g, Scales.percent(0), right - steps * step - 4, 5, Lettering.Align.RIGHT, Looks.TICK, Looks.SOFT);
        Lettering.set(g, Scales.percent(1), right + 4, 5, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
    }

    private static DefaultXYZDataset data(Figure figure, List<String> rows) {
        List<double[]> cells = new ArrayList<>();
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                if (point.y().isPresent()) {
                    cells.add(new double[] {
                        point.position(), row(one, rows), point.y().getAsDouble()
                    });
                }
            }
        }
        double[][] columns = new double[3][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                columns[axis][i] = cells.get(i)[axis];
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("shares", columns);
        return data;
    }

    private static int row(Series series, List<String> rows) {
        return Math.max(0, rows.indexOf(series.name()));
    }

    private static List<String> rows(Figure figure) {
        if (figure.y().scale() == Axis.Scale.CATEGORIES && !figure.y().ticks().isEmpty()) {
            return figure.y().ticks();
        }
        List<String> names =
                figure.series().stream().map(Series::name).distinct().toList();
        return names.isEmpty() ? List.of("") : names;
    }
}
