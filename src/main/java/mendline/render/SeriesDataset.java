package mendline.render;

import java.util.List;
import mendline.report.Series;
import org.jfree.data.xy.AbstractXYDataset;

/** The series of a plot as JFreeChart sees them. */
final class SeriesDataset extends AbstractXYDataset {
    private final transient List<Series> series;

    SeriesDataset(List<Series> series) {
        this.series = List.copyOf(series);
    }

    Series at(int index) {
        return series.get(index);
    }

    @Override
    public int getSeriesCount() {
        return series.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int index) {
        return index + " " + series.get(index).name();
    }

    @Override
    public int getItemCount(int index) {
        return series.get(index).points().size();
    }

    @Override
    public Number getX(int index, int item) {
        return series.get(index).points().get(item).position();
    }

    @Override
    public Number getY(int index, int item) {
        return series.get(index).points().get(item).y().orElse(Double.NaN);
    }
}
