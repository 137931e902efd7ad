package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Series;

/** Several small plots over the same axes. */
final class PanelChart {
    private static final double GAP_ACROSS = 16;
    private static final double GAP_DOWN = 10;
    private static final double TITLE_LINE = 10.5;

    private PanelChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        Map<String, List<Series>> panels = new LinkedHashMap<>();
        figure.series()
                .forEach(one -> panels.computeIfAbsent(one.panel(), panel -> new ArrayList<>())
                        .add(one));
        if (panels.isEmpty()) {
            return;
        }
        Key key = Key.of(XyChart.entries(figure.series(), List.of()), width);
        key.draw(g, 0, 0);
        double top = key.height();
        if (!figure.y().label().isEmpty()) {
            Lettering.set(g, figure.y().label(), 0, top + 5, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
            top += 13;
        }
        boolean months = figure.x().scale() == Axis.Scale.MONTHS || figure.x().scale() == Axis.Scale.DAYS;
        double below = 14 + (months ? Looks.LINE_HEIGHT : 0);
        double label = figure.x().label().isEmpty() ? 0 : 12;

        int columns = panels.size() == 1 ? 1 : panels.size() == 2 || panels.size() == 4 || width < 300 ? 2 : 3;
        int rows = (panels.size() + columns - 1) / columns;
        List<Series> all = figure.series();
        double widestName = XyChart.up(figure, all, 60).widestName();
        double left = widestName + 8;
        double panelWidth = (width - left - 6 - (columns - 1) * GAP_ACROSS) / columns;
        double titleHeight = 0;
        for (String panel : panels.keySet()) {
            int lines = panel.isEmpty()
                    ? 0
                    : Lettering.wrap(panel, Looks.STRONG, panelWidth, 2).size();
            titleHeight = Math.max(titleHeight, lines * TITLE_LINE + 2);
        }
        double free = height - top - label - rows * (titleHeight + below) - (rows - 1) * GAP_DOWN;
        double panelHeight = free / rows;
        Scale across = Scales.across(figure.x(), all, panelWidth);
        Scale up = XyChart.up(figure, all, panelHeight);

        int index = 0;
        for (Map.Entry<String, List<Series>> panel : panels.entrySet()) {
            int column = index % columns;
            int row = index / columns;
            double x = left + column * (panelWidth + GAP_ACROSS);
            double y = top + row * (titleHeight + panelHeight + below + GAP_DOWN);
            List<String> title = Lettering.wrap(panel.getKey(), Looks.STRONG, panelWidth, 2);
            double first = y + titleHeight - 6 - (title.size() - 1) * Lettering.pitch(Looks.STRONG);
            Lettering.set(g, title, x, first, Lettering.Align.LEFT, Looks.STRONG, Looks.INK);
            Rectangle2D area = new Rectangle2D.Double(x, y + titleHeight, panelWidth, panelHeight);
            List<Series> series = Marks.fromTheBack(panel.getValue());
            Plane.Dress dress = Plane.Dress.USUAL.withUpNamed(column == 0);
            Plane plane = XyChart.plot(g, area, across, up, dress, series, figure);
            if (series.stream().allMatch(one -> one.points().isEmpty())) {
                plane.base(g, up.min());
                Lettering.set(
                        g,
                        "none",
                        area.getCenterX(),
                        area.getCenterY(),
                        Lettering.Align.CENTRE,
                        Looks.TICK,
                        Looks.SOFT);
            }
            if (across.hasSecondLine()) {
                XyChart.years(g, across, plane, area.getMaxY() + 17);
            }
            index++;
        }
        if (label > 0) {
            Lettering.set(
                    g,
                    figure.x().label(),
                    (left + width) / 2,
                    height - 6,
                    Lettering.Align.CENTRE,
                    Looks.TICK,
                    Looks.SOFT);
        }
    }
}
