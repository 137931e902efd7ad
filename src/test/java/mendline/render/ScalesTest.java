package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import mendline.report.Axis;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.Series;
import mendline.report.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.5",
        "0.04, 1, 0",
        "0.05, 1, 0.1",
        "-0.04, 1, 0",
        "-2.55, 1, −2.6",
        "12.0, 1, 12",
        "1204, 0, '1,204'",
        "1234567.8, 1, '1,234,567.8'",
        "-1000, 0, '−1,000'",
        "100, 2, 100",
        "999.96, 1, '1,000'"
    })
    void writesNumbersWithoutNeedlessZeros(double value, int decimals, String words) {
        assertThat(Scales.rounded(value, decimals)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.614, 61", "0.615, 62", "0, 0", "1, 100", "0.004, 0", "0.005, 1"})
    void writesSharesAsWholePerCent(double share, String words) {
        assertThat(Scales.percent(share)).isEqualTo(words + "\u202f%");
    }

    @Test
    void givesSharesTheFullRange() {
        Scale scale = Scales.up(
                new Axis("", Axis.Scale.SHARE, OptionalDouble.empty(), OptionalDouble.empty(), List.of()),
                series(0.4, 0.45),
                150);
        assertThat(scale.min()).isZero();
        assertThat(scale.max()).isEqualTo(1);
        assertThat(scale.ticks())
                .extracting(Scale.Tick::text)
                .containsExactly("0\u202f%", "25\u202f%", "50\u202f%", "75\u202f%", "100\u202f%");
    }

    @Test
    void endsAWholeNumberAxisOnATickAboveTheData() {
        Scale scale = Scales.up(Axis.fromZero("", Axis.Scale.WHOLE_NUMBER), series(3, 13), 100);
        assertThat(scale.max()).isEqualTo(15);
        assertThat(scale.ticks()).extracting(Scale.Tick::at).containsExactly(0.0, 5.0, 10.0, 15.0);
    }

    @Test
    void survivesNoDataAndEqualData() {
        assertThat(Scales.up(Axis.fromZero("", Axis.Scale.WHOLE_NUMBER), List.of(), 100)
                        .max())
                .isEqualTo(1);
        Scale flat = Scales.up(
                new Axis("", Axis.Scale.NUMBER, OptionalDouble.empty(), OptionalDouble.empty(), List.of()),
                series(5, 5),
                100);
        assertThat(flat.min()).isLessThanOrEqualTo(5);
        assertThat(flat.max()).isGreaterThan(5);
    }

    @Test
    void namesEveryMonthWhereThereIsRoomAndTheYearAtTheStartAndInJanuary() {
        Scale scale = Scales.across(months("2025-10", "2025-11", "2025-12", "2026-01", "2026-02"), List.of(), 400);
        assertThat(scale.ticks()).extracting(Scale.Tick::text).containsExactly("Oct", "Nov", "Dec", "Jan", "Feb");
        assertThat(scale.ticks()).extracting(Scale.Tick::below).containsExactly("2025", "", "", "2026", "");
    }

    @Test
    void thinsMonthsOutButKeepsJanuary() {
        List<String> two = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            two.add("20" + (25 + i / 12) + "-" + (i % 12 < 9 ? "0" : "") + (i % 12 + 1));
        }
        Scale scale = Scales.across(months(two.toArray(String[]::new)), List.of(), 200);
        assertThat(scale.ticks())
                .extracting(Scale.Tick::text)
                .containsExactly("Jan", "Apr", "Jul", "Oct", "Jan", "Apr", "Jul", "Oct");
    }

    @Test
    void leavesNamesAloneThatAreNoMonths() {
        Scale scale = Scales.across(months("2025-Q3", "2025-Q4"), List.of(), 400);
        assertThat(scale.ticks()).extracting(Scale.Tick::text).containsExactly("2025-Q3", "2025-Q4");
    }

    private static Axis months(String... names) {
        return Axis.places("", Axis.Scale.MONTHS, List.of(names));
    }

    private static List<Series> series(double... values) {
        List<Point> points = new ArrayList<>();
        for (double value : values) {
            points.add(Point.at(points.size(), value));
        }
        return List.of(new Series("s", Mark.LINE, Tone.MAIN, false, points));
    }
}
