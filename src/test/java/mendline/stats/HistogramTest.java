package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.00,  1.0
            0.10,  1.5
            0.20,  2.0
            0.25,  2.25
            0.50,  3.5
            0.80,  8.0
            0.95,  9.5
            1.00, 10.0
            """)
    void quantilesAreLinearBetweenOrderStatistics(double p, double expected) {
        assertThat(Histogram.of(10, 3, 1, 8, 4, 2).quantile(p).orElseThrow()).isEqualTo(expected, within(1e-12));
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(Histogram.NONE.median()).isEmpty();
        assertThat(Histogram.NONE.quantile(0.9)).isEmpty();
        assertThat(Histogram.NONE.total()).isZero();
    }

    @Test
    void oneTwoAndEqualValuesHaveTheirMedian() {
        assertThat(Histogram.of(4).median()).hasValue(4);
        assertThat(Histogram.of(4, 9).median()).hasValue(6.5);
        assertThat(Histogram.of(-3, -3, -3).quantile(0.3)).hasValue(-3);
    }

    @Test
    void countsAreKeptByValue() {
        Histogram histogram = Histogram.of(5, 2, 5).with(5).plus(Histogram.of(2, -1));
        assertThat(histogram.counts()).containsExactly(Map.entry(-1, 1L), Map.entry(2, 2L), Map.entry(5, 3L));
        assertThat(histogram.count(5)).isEqualTo(3);
        assertThat(histogram.count(4)).isZero();
        assertThat(histogram.total()).isEqualTo(6);
    }

    @Test
    void aHistogramCannotBeChangedFromOutside() {
        TreeMap<Integer, Long> counts = new TreeMap<>(Map.of(1, 1L));
        Histogram histogram = new Histogram(counts);
        counts.put(2, 1L);
        assertThat(histogram).isEqualTo(Histogram.of(1));
        assertThatThrownBy(() -> histogram.counts().put(3, 1L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void zeroCountsMakeNoDifferenceAndNegativeOnesAreRefused() {
        assertThat(new Histogram(new TreeMap<>(Map.of(1, 0L)))).isEqualTo(Histogram.NONE);
        assertThatThrownBy(() -> new Histogram(new TreeMap<>(Map.of(8, -2L)))).hasMessageContaining("got -2 for 8");
    }

    @Test
    void theBuilderCountsSmallLargeAndNegativeValuesAlike() {
        int[] values = {0, 63, 64, 65_535, 65_536, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 64};
        HistogramBuilder builder = new HistogramBuilder();
        Histogram oneByOne = Histogram.NONE;
        for (int value : values) {
            builder.add(value);
            oneByOne = oneByOne.with(value);
        }
        assertThat(builder.toHistogram()).isEqualTo(oneByOne);
        assertThat(oneByOne.count(64)).isEqualTo(2);
        assertThat(oneByOne.total()).isEqualTo(values.length);
        builder.addAll(oneByOne);
        assertThat(builder.toHistogram()).isEqualTo(oneByOne.plus(oneByOne));
    }

    @Test
    void aQuantileOutsideZeroToOneIsRefused() {
        assertThatThrownBy(() -> Histogram.of(1).quantile(1.01)).hasMessageContaining("1.01");
        assertThatThrownBy(() -> Histogram.of(1).quantile(Double.NaN)).hasMessageContaining("NaN");
    }
}
