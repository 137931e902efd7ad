package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mendline.report.Series;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/** The inside of a plot: where values lie on paper. JFreeChart supplies grid, tick names, clipping and coordinates. */
final class Plane {
    /** JFreeChart draws nothing that is smaller. */
    private static final double LEAST = 12;

    private final Rectangle2D area;
    private final ValueAxis x;
    private final ValueAxis y;

    private Plane(Rectangle2D area, ValueAxis x, ValueAxis y) {
        this.area = area;
        this.x = x;
        this.y = y;
    }

    /** How a plot is dressed. */
    record Dress(
            boolean acrossNamed,
            boolean upNamed,
            boolean acrossLines,
            boolean upLines,
            boolean fromTop,
            boolean roomy) {
        static final Dress USUAL = new Dress(true, true, false, true, false, true);

        Dress withAcrossLines(boolean lines) {
            return new Dress(acrossNamed, upNamed, lines, upLines, fromTop, roomy);
        }

        Dress withUpNamed(boolean named) {
            return new Dress(acrossNamed, named, acrossLines, upLines, fromTop, roomy);
        }
    }

    /** Draws what one series looks like. */
    interface Hand {
        void draw(Graphics2D g, Series series, Plane plane);
    }

    /** Draws a plot of series and tells where its values lie. */
    static Plane draw(
            Graphics2D g, Rectangle2D area, Scale across, Scale up, Dress dress, List<Series> series, Hand hand) {
        return draw(g, area, across, up, dress, new SeriesDataset(series), new HandRenderer(hand));
    }

    /** Draws a plot with a renderer of JFreeChart's own. */
    static Plane draw(
            Graphics2D g,
            Rectangle2D wanted,
            Scale across,
            Scale up,
            Dress dress,
            XYDataset data,
            XYItemRenderer renderer) {
        Rectangle2D area = new Rectangle2D.Double(
                wanted.getX(), wanted.getY(), Math.max(LEAST, wanted.getWidth()), Math.max(LEAST, wanted.getHeight()));
        TickAxis x = new TickAxis(across, dress.roomy ? margin(across, area.getWidth()) : 0, false, dress.acrossNamed);
        TickAxis y = new TickAxis(up, dress.roomy ? margin(up, area.getHeight()) : 0, dress.fromTop, dress.upNamed);
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(dress.acrossLines);
        plot.setRangeGridlinesVisible(dress.upLines);
        plot.setDomainGridlinePaint(Looks.GRID);
        plot.setRangeGridlinePaint(Looks.GRID);
        plot.setDomainGridlineStroke(Looks.HAIR);
        plot.setRangeGridlineStroke(Looks.HAIR);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setNoDataMessage(null);
        AxisSpace below = new AxisSpace();
        below.setBottom(20);
        AxisSpace left = new AxisSpace();
        left.setLeft(60);
        plot.setFixedDomainAxisSpace(below);
        plot.setFixedRangeAxisSpace(left);
        Rectangle2D whole =
                new Rectangle2D.Double(area.getX() - 60, area.getY(), area.getWidth() + 60, area.getHeight() + 20);
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(g, whole, new Point2D.Double(-1, -1), null, info);
        return new Plane(info.getDataArea(), x, y);
    }

    /** Room for half a marker, in the scale's unit. Places have it already. */
    private static double margin(Scale scale, double length) {
        return Looks.EDGE * (scale.max() - scale.min()) / Math.max(1, length - 2 * Looks.EDGE);
    }

    double x(double position) {
        return x.valueToJava2D(position, area, RectangleEdge.BOTTOM);
    }

    double y(double value) {
        return y.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    /** From one place to the next on the x axis. */
    double unitAcross() {
        return Math.abs(x(1) - x(0));
    }

    /** From one place to the next on the y axis. */
    double unitUp() {
        return Math.abs(y(1) - y(0));
    }

    Rectangle2D area() {
        return area;
    }

    /** A line across the plot at a value, such as the zero line. */
    void base(Graphics2D g, double value) {
        g.setPaint(Looks.REFERENCE_LINE);
        g.setStroke(Looks.HAIR);
        g.draw(new Line2D.Double(area.getMinX(), y(value), area.getMaxX(), y(value)));
    }

    /** Hands each series over whole, once. */
    private static final class HandRenderer extends AbstractXYItemRenderer {
        private final transient Hand hand;

        HandRenderer(Hand hand) {
            this.hand = hand;
        }

        @Override
        public void drawItem(
                Graphics2D g,
                XYItemRendererState state,
                Rectangle2D area,
                PlotRenderingInfo info,
                XYPlot plot,
                ValueAxis x,
                ValueAxis y,
                XYDataset data,
                int series,
                int item,
                CrosshairState crosshair,
                int pass) {
            if (item == 0) {
                hand.draw(g, ((SeriesDataset) data).at(series), new Plane(area, x, y));
            }
        }

        @Override
        public XYItemRendererState initialise(
                Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset data, PlotRenderingInfo info) {
            XYItemRendererState state = new XYItemRendererState(info);
            state.setProcessVisibleItemsOnly(false);
            return state;
        }
    }
}
