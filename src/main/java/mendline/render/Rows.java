package mendline.render;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Series;

/**
 * The rows of a chart that reads from the top: their names, and the axis of their values, whichever of the figure's
 * axes holds them.
 *
 * @param lines each name broken to fit
 * @param left where the plot begins
 */
record Rows(List<String> names, Axis values, List<List<String>> lines, double left, double rowHeight) {
    private static final double NAME_SHARE = 0.42;
    private static final double NAME_GAP = 8;

    /** The rows of a figure in a space so wide and so high. */
    static Rows of(Figure figure, double width, double height) {
        List<String> names = rowNames(figure);
        double rowHeight = height / Math.max(1, names.size());
        int most = rowHeight >= 2 * Lettering.pitch(Looks.TICK) ? 2 : 1;
        List<List<String>> lines = new ArrayList<>();
        double widest = 0;
        for (String name : names) {
            List<String> wrapped = Lettering.wrap(name, Looks.TICK, width * NAME_SHARE, most);
            lines.add(wrapped);
            widest = Math.max(widest, Lettering.widest(wrapped, Looks.TICK));
        }
        return new Rows(names, values(figure), lines, widest + NAME_GAP, rowHeight);
    }

    /** The axis that holds the values. */
    static Axis values(Figure figure) {
        return upward(figure) ? figure.x() : figure.y();
    }

    private static boolean upward(Figure figure) {
        return figure.y().scale() == Axis.Scale.CATEGORIES;
    }

    private static List<String> rowNames(Figure figure) {
        Axis places = upward(figure) ? figure.y() : figure.x();
        if (!places.ticks().isEmpty()) {
            return places.ticks();
        }
        Map<Integer, String> names = new TreeMap<>();
        for (Series one : figure.series()) {
            one.points().forEach(point -> names.putIfAbsent((int) Math.round(point.position()), point.x()));
        }
        return names.isEmpty() ? List.of("") : List.copyOf(names.values());
    }

    Scale scale() {
        return new Scale(-0.5, Math.max(1, names.size()) - 0.5, List.of(), value -> "");
    }

    void names(Graphics2D g, Plane plane) {
        names(g, lines, left - NAME_GAP, plane);
    }

    /** Writes names to the left of their rows, ending at {@code right}. */
    static void names(Graphics2D g, List<List<String>> lines, double right, Plane plane) {
        for (int i = 0; i < lines.size(); i++) {
            double middle = plane.y(i) - (lines.get(i).size() - 1) * Lettering.pitch(Looks.TICK) / 2;
            Lettering.set(g, lines.get(i), right, middle, Lettering.Align.RIGHT, Looks.TICK, Looks.INK);
        }
    }
}
