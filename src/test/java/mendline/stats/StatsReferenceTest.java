package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Agreement with R to nine digits; the first line of each reference file names the version and the script. */
class StatsReferenceTest {
    private static final double RELATIVE = 1e-9;

    /** One line of a reference file, by column. */
    private record Row(Map<String, String> cells) {
        String text(String column) {
            return cells.get(column);
        }

        double number(String column) {
            return Double.parseDouble(cells.get(column));
        }

        long whole(String column) {
            return (long) number(column);
        }

        int[] values(String column) {
            return Arrays.stream(cells.get(column).split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }

        Moments moments(String column) {
            return Moments.of(Arrays.stream(values(column)).asLongStream().toArray());
        }
    }

    private static List<Row> rows(String name) {
        return Reference.byColumn(name).stream().map(Row::new).toList();
    }

    private final Agreement agreement = new Agreement();

    private void same(double actual, double expected, Object where) {
        agreement.compare(actual, expected, 1e-3, where);
        double allowed = RELATIVE * Math.max(Math.abs(expected), 1e-3);
        assertThat(Math.abs(actual - expected))
                .as("%s: %s should be %s", where, actual, expected)
                .isLessThanOrEqualTo(allowed);
    }

    private void same(OptionalDouble actual, String expected, Object where) {
        assertThat(actual.isPresent())
                .as("%s: %s should be '%s'", where, actual, expected)
                .isEqualTo(!expected.isEmpty());
        if (actual.isPresent()) {
            same(actual.getAsDouble(), Double.parseDouble(expected), where);
        }
    }

    private void same(OptionalInt actual, String expected, Object where) {
        same(actual.isPresent() ? OptionalDouble.of(actual.getAsInt()) : OptionalDouble.empty(), expected, where);
    }

    private static SurvivalTally tally(String set, String group) {
        SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
        for (Row row : rows("survival-tallies")) {
            if (row.text("set").equals(set) && row.text("group").equals(group)) {
                int time = (int) row.whole("time");
                for (long i = 0; i < row.whole("events"); i++) {
                    builder.addEvent(time);
                }
                for (long i = 0; i < row.whole("censored"); i++) {
                    builder.addCensored(time);
                }
            }
        }
        return builder.toSurvivalTally();
    }

    @Test
    void kaplanMeierWithLogLogLimits() {
        Map<String, List<SurvivalPoint>> curves = new LinkedHashMap<>();
        Map<String, Integer> next = new LinkedHashMap<>();
        for (Row row : rows("kaplan-meier")) {
            String key = row.text("set") + row.text("group");
            List<SurvivalPoint> points = curves.computeIfAbsent(
                    key,
                    ignored -> KaplanMeier.of(tally(row.text("set"), row.text("group")))
                            .points());
            SurvivalPoint point = points.get(next.merge(key, 1, Integer::sum) - 1);
            assertThat(point.time()).isEqualTo((int) row.whole("time"));
            assertThat(point.atRisk()).isEqualTo(row.whole("at_risk"));
            assertThat(point.events()).isEqualTo(row.whole("events"));
            assertThat(point.censored()).isEqualTo(row.whole("censored"));
            same(point.survival(), row.number("survival"), row);
            same(point.standardError(), row.number("standard_error"), row);
            same(point.lower(), row.text("lower"), row);
            same(point.upper(), row.text("upper"), row);
        }
        assertThat(curves).hasSize(6);
        curves.forEach((key, points) -> assertThat(next.get(key)).isEqualTo(points.size()));
        ReferenceTable.holds("Kaplan-Meier by group, log-log limits", RELATIVE, agreement);
    }

    @Test
    void mediansOfSurvivalAndTheirLimits() {
        for (Row row : rows("survival-medians")) {
            KaplanMeier curve = KaplanMeier.of(tally(row.text("set"), row.text("group")));
            same(curve.median(), row.text("median"), row);
            same(curve.medianLower(), row.text("lower"), row);
            same(curve.medianUpper(), row.text("upper"), row);
        }
        ReferenceTable.holds("Medians of Kaplan-Meier curves, with limits", RELATIVE, agreement);
    }

    @Test
    void logRank() {
        for (Row row : rows("log-rank")) {
            LogRank test = LogRank.of(tally(row.text("set"), "1"), tally(row.text("set"), "2"))
                    .orElseThrow();
            assertThat(test.observed()).containsExactly(row.whole("observed_first"), row.whole("observed_second"));
            same(test.expected().get(0), row.number("expected_first"), row);
            same(test.expected().get(1), row.number("expected_second"), row);
            same(test.chiSquare(), row.number("chi_square"), row);
            same(test.p(), row.number("p"), row);
        }
        ReferenceTable.holds("Log-rank test, two groups", RELATIVE, agreement);
    }

    @Test
    void aalenJohansen() {
        List<Row> rows = rows("aalen-johansen");
        SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
        for (Row row : rows) {
            int time = (int) row.whole("time");
            for (long i = 0; i < row.whole("events"); i++) {
                builder.addEvent(time);
            }
            for (long i = 0; i < row.whole("censored"); i++) {
                builder.addCensored(time);
            }
            for (long i = 0; i < row.whole("competing"); i++) {
                builder.addCompeting(time);
            }
        }
        AalenJohansen curves = AalenJohansen.of(builder.toSurvivalTally());
        assertThat(curves.points()).hasSameSizeAs(rows);
        for (Row row : rows) {
            same(curves.eventBy((int) row.whole("time")).share(), row.number("of_event"), row);
            same(curves.competingBy((int) row.whole("time")).share(), row.number("of_competing"), row);
        }
        ReferenceTable.holds("Aalen-Johansen incidence, two causes", RELATIVE, agreement);
    }

    @Test
    void wilson() {
        for (Row row : rows("wilson")) {
            Interval interval = Wilson.interval(row.whole("x"), row.whole("n")).orElseThrow();
            same(interval.lower(), row.number("lower"), row);
            same(interval.upper(), row.number("upper"), row);
        }
        ReferenceTable.holds("Wilson interval of a share", RELATIVE, agreement);
    }

    @Test
    void exactPoisson() {
        for (Row row : rows("poisson-exact")) {
            Interval interval = Byar.exact(row.whole("count"));
            same(interval.lower(), row.number("lower"), row);
            same(interval.upper(), row.number("upper"), row);
        }
        ReferenceTable.holds("Exact Poisson interval of a count", RELATIVE, agreement);
    }

    @Test
    void quantilesOfTypeSeven() {
        for (Row row : rows("quantiles")) {
            double quantile =
                    Histogram.of(row.values("values")).quantile(row.number("p")).orElseThrow();
            same(quantile, row.number("quantile"), row);
        }
        ReferenceTable.holds("Quantiles of type 7", RELATIVE, agreement);
    }

    @Test
    void welchAndTheIntervalOfOneMean() {
        for (Row row : rows("means")) {
            MeanDifference difference =
                    MeanDifference.welch(row.moments("a"), row.moments("b")).orElseThrow();
            same(difference.difference(), row.number("difference"), row);
            same(difference.interval().lower(), row.number("lower"), row);
            same(difference.interval().upper(), row.number("upper"), row);
            same(difference.degreesOfFreedom(), row.number("df"), row);
            Moments b = row.moments("b");
            same(b.mean().orElseThrow(), row.number("mean_b"), row);
            same(b.sd().orElseThrow(), row.number("sd_b"), row);
            Interval interval = MeanInterval.of(b).orElseThrow();
            same(interval.lower(), row.number("mean_b_lower"), row);
            same(interval.upper(), row.number("mean_b_upper"), row);
        }
        ReferenceTable.holds("Welch interval of two means, t interval of one", RELATIVE, agreement);
    }
}
