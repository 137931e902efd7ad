package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis that carries exactly the ticks it is given; grid lines run through those that ask for one. */
final class TickAxis extends NumberAxis {
    private final transient Scale scale;
    private final boolean named;

    /**
     * An axis over a scale.
     *
     * @param margin room at both ends, in the scale's own unit
     * @param named whether the ticks' names are written
     */
    TickAxis(Scale scale, double margin, boolean inverted, boolean named) {
        super(null);
        this.scale = scale;
        this.named = named;
        setAutoRange(false);
        setRange(scale.min() - margin, scale.max() + margin);
        setInverted(inverted);
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setMinorTickMarksVisible(false);
        setTickLabelsVisible(named);
        setTickLabelFont(Looks.TICK);
        setTickLabelPaint(Looks.SOFT);
        setTickLabelInsets(new RectangleInsets(3, 0, 0, 5));
        setLabelFont(Looks.LABEL);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<ValueTick> list = new ArrayList<>();
        for (Scale.Tick tick : scale.ticks()) {
            TickType type = tick.line() ? TickType.MAJOR : TickType.MINOR;
            list.add(new NumberTick(type, tick.at(), named ? tick.text() : "", anchor, TextAnchor.CENTER, 0));
        }
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }
}
