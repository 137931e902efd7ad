package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.ChartKind;
import mendline.model.Months;
import mendline.model.SuppressionScheme;
import mendline.stats.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The days between rare events, from planted dates. */
class RareEventsTest {
    private static final Metric RUPTURES = Metric.RUPTURES_CLIENT_PER_100;
    private final Ledger ledger = new Ledger();

    private static SampleInput planted(String... days) {
        SampleInput sample = SampleInput.dated().chart(RUPTURES, ChartKind.T);
        for (String day : days) {
            LocalDate date = LocalDate.parse(day);
            sample.histogram(
                    Topic.EVENT_DAYS,
                    RUPTURES.key(),
                    Months.ofDay((int) date.toEpochDay()),
                    (int) date.toEpochDay(),
                    1);
        }
        return sample;
    }

    private List<Block> blocks(SampleInput sample) {
        return RareEvents.blocks(sample.input(), ledger.of("ruptures"), List.of(Metric.DIPS_PER_100, RUPTURES));
    }

    private static String words(List<Block> blocks) {
        return ((Block.Paragraph) blocks.get(0)).text();
    }

    private double figure(String id) {
        return ledger.rows().stream()
                .filter(row -> row.id().equals("ruptures.between." + RUPTURES.key() + "." + id))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    @Test
    void sixGapsHaveAChartAndFiveHaveASentenceOnly() {
        List<Block> five =
                blocks(planted("2026-01-01", "2026-01-11", "2026-01-31", "2026-02-10", "2026-03-02", "2026-03-12"));
        assertThat(five).hasSize(1);
        assertThat(words(five))
                .isEqualTo("There were 6 on 6 different days in December 2024 to September 2026; a usual range of the days between"
                        + " them needs at least 6 gaps. From the latest to the end of September 2026: 202 days.");
        List<Block> six = RareEvents.blocks(
                planted(
                                "2026-01-01",
                                "2026-01-11",
                                "2026-01-31",
                                "2026-02-10",
                                "2026-03-02",
                                "2026-03-12",
                                "2026-04-01")
                        .input(),
                new Ledger(),
                List.of(RUPTURES));
        assertThat(six).hasSize(2);
        Figure figure = ((Block.Chart) six.get(1)).figure();
        assertThat(figure.id()).isEqualTo("days-between-ruptures-client");
        assertThat(figure.series().get(2).points())
                .extracting(point -> point.y().orElseThrow())
                .containsExactly(10.0, 20.0, 10.0, 20.0, 10.0, 20.0);
        assertThat(figure.series().get(2).points()).extracting(Point::x).startsWith("2026-01-11", "2026-01-31");
    }

    /** Roots of 10 and 20 alternate: mean and range by hand, limits at mean plus and minus 3 range / 1.128. */
    @Test
    void limitsAreThoseOfTheRootsTakenBack() {
        blocks(planted(
                "2026-01-01", "2026-01-11", "2026-01-31", "2026-02-10", "2026-03-02", "2026-03-12", "2026-04-01"));
        double ten = Math.pow(10, 1 / 3.6);
        double twenty = Math.pow(20, 1 / 3.6);
        double mean = (ten + twenty) / 2;
        double sigma = (twenty - ten) / 1.128;
        assertThat(figure("centre")).isCloseTo(Math.pow(mean, 3.6), within(1e-9));
        assertThat(figure("lower")).isCloseTo(Math.pow(mean - 3 * sigma, 3.6), within(1e-9));
        assertThat(figure("upper")).isCloseTo(Math.pow(mean + 3 * sigma, 3.6), within(1e-9));
        assertThat(figure("latest")).isEqualTo(20);
        assertThat(figure("since")).isEqualTo(182);
    }

    @Test
    void severalEventsOnADayAreOneDayAndNoGapIsZero() {
        assertThat(RareEvents.gaps(Histogram.of(100, 100, 101, 101, 101, 130)))
                .containsExactly(new RareEvents.Gap(101, 1), new RareEvents.Gap(130, 29));
        assertThat(RareEvents.gaps(Histogram.of(100, 100))).isEmpty();
        assertThat(RareEvents.gaps(Histogram.NONE)).isEmpty();
        blocks(planted("2026-01-01", "2026-01-01", "2026-01-05"));
        assertThat(ledger.rows()).extracting(row -> row.n().orElse(-1)).startsWith(3L, 2L);
    }

    @Test
    void aLongWaitIsRarerAndAChartOfOneLevelHasNoSign() {
        List<Block> rarer = blocks(planted(
                "2025-01-01",
                "2025-01-11",
                "2025-01-21",
                "2025-01-31",
                "2025-02-10",
                "2025-02-20",
                "2025-03-02",
                "2025-03-12",
                "2026-08-01"));
        assertThat(words(rarer)).contains("The latest gap was 507 days, unusually long: they have become rarer");
        Figure figure = ((Block.Chart) rarer.get(1)).figure();
        assertThat(figure.series().get(2).points())
                .extracting(Point::state)
                .containsOnlyOnce(PointState.SPECIAL_CAUSE_HIGH)
                .hasSize(8);
    }

    @Test
    void noneIsSaidAndNothingIsShownUnlessAsked() {
        assertThat(words(blocks(planted()))).isEqualTo("None in December 2024 to September 2026.");
        assertThat(RareEvents.blocks(SampleInput.dated().input(), ledger, List.of(Metric.values())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SuppressionScheme.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void singleEventsAreWithheldUnderAScheme(SuppressionScheme scheme) {
        Ledger schemed = new Ledger(scheme);
        List<Block> blocks = RareEvents.blocks(
                planted(
                                "2026-01-01",
                                "2026-01-05",
                                "2026-01-09",
                                "2026-01-15",
                                "2026-01-16",
                                "2026-02-01",
                                "2026-02-02")
                        .suppression(scheme)
                        .input(),
                schemed,
                List.of(RUPTURES));
        assertThat(blocks).hasSize(1);
        assertThat(words(blocks)).startsWith("Withheld").doesNotContainPattern("\\d");
        assertThat(schemed.rows()).isEmpty();
    }

    @Test
    void theMetricHasNoRangeByMonth() {
        MetricSeries series = MetricSeries.monthly(
                SampleInput.dated()
                        .chart(Metric.SETBACKS_PER_100, ChartKind.T)
                        .ratio(Metric.SETBACKS_PER_100, SampleInput.SEPTEMBER, 90, 400)
                        .input(),
                Metric.SETBACKS_PER_100);
        assertThat(series.items())
                .isNotEmpty()
                .allMatch(item -> series.limitsWord(item).equals("none"));
        assertThat(series.charted()).isFalse();
    }
}
