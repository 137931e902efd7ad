package mendline.stats;

import static mendline.stats.XmR.PointType.COMMON_CAUSE;
import static mendline.stats.XmR.PointType.EMPTY;
import static mendline.stats.XmR.PointType.SPECIAL_CAUSE_HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunChartTest {
    private static List<OptionalDouble> series(String values) {
        List<OptionalDouble> series = new ArrayList<>();
        for (String value : values.split(" ")) {
            series.add(value.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)));
        }
        return series;
    }

    @Test
    void aRunIsASignalOnlyBeyondItsLimit() {
        RunChart atLimit = RunChart.of(series("1 9 9 9 9 9 9 9 1 1 1 1 1 1"));
        assertThat(atLimit.useful()).isEqualTo(14);
        assertThat(atLimit.longestRun()).isEqualTo(7);
        assertThat(atLimit.longRun()).isFalse();
        RunChart beyond = RunChart.of(series("1 9 9 9 9 9 9 9 9 1 1 1 1 1 1 1"));
        assertThat(beyond.longestRun()).isEqualTo(8);
        assertThat(beyond.longestUsual()).isEqualTo(7);
        assertThat(beyond.longRun()).isTrue();
        assertThat(beyond.types().subList(1, 9)).containsOnly(SPECIAL_CAUSE_HIGH);
        assertThat(beyond.types().subList(9, 16)).containsOnly(COMMON_CAUSE);
    }

    @Test
    void valuesOnTheMedianAndMissingOnesNeitherMakeNorBreakARun() {
        RunChart chart = RunChart.of(series("1 1 - 1 3 1 1 5 5 5 5 5"));
        assertThat(chart.median()).hasValue(3);
        assertThat(chart.longestRun()).isEqualTo(5);
        assertThat(chart.crossings()).isEqualTo(1);
        assertThat(chart.types().get(2)).isEqualTo(EMPTY);
    }

    /** Of 12 useful values 3 crossings are the 5 % point of 11 tosses. */
    @Test
    void fewerCrossingsThanChanceGivesAreASignalWithoutALongRun() {
        RunChart three = RunChart.of(series("1 1 1 9 9 9 1 1 1 9 9 9"));
        assertThat(three.fewestUsual()).isEqualTo(3);
        assertThat(three.crossings()).isEqualTo(3);
        assertThat(three.signal()).isFalse();
        RunChart two = RunChart.of(series("1 1 1 9 9 9 9 9 9 1 1 1"));
        assertThat(two.longRun()).isFalse();
        assertThat(two.fewCrossings()).isTrue();
        assertThat(two.types()).containsOnly(COMMON_CAUSE);
    }

    @Test
    void theMedianCanBeTakenFromABaseline() {
        List<OptionalDouble> values = series("1 3 1 3 9 9 9 9 9 9 9 9");
        assertThat(RunChart.of(values).median()).hasValue(9);
        RunChart chart = RunChart.of(values, OptionalInt.of(4));
        assertThat(chart.median()).hasValue(2);
        assertThat(chart.longestRun()).isEqualTo(9);
    }

    @Test
    void nothingOneTwoAllEqualAndAllMissing() {
        assertThat(RunChart.of(List.of()).median()).isEmpty();
        assertThat(RunChart.of(List.of()).signal()).isFalse();
        RunChart one = RunChart.of(series("4"));
        assertThat(one.useful()).isZero();
        assertThat(one.median()).hasValue(4);
        assertThat(one.signal()).isFalse();
        RunChart two = RunChart.of(series("4 6"));
        assertThat(two.crossings()).isEqualTo(1);
        assertThat(two.signal()).isFalse();
        RunChart equal = RunChart.of(series("4 4 4 4 4 4 4 4"));
        assertThat(equal.useful()).isZero();
        assertThat(equal.longestRun()).isZero();
        assertThat(equal.signal()).isFalse();
        RunChart missing = RunChart.of(Collections.nCopies(9, OptionalDouble.empty()));
        assertThat(missing.median()).isEmpty();
        assertThat(missing.types()).hasSize(9).containsOnly(EMPTY);
    }
}
