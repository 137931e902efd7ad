package mendline.stats;

import static mendline.stats.Reference.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mendline.stats.AttributeChart.Kind;
import mendline.stats.AttributeChart.Subgroup;
import mendline.stats.Reference.Row;
import org.junit.jupiter.api.Test;

/** Agreement with formulas written out in base R, to nine digits. */
class ChartsReferenceTest {
    private static final XmR.Settings UNSCREENED = XmR.Settings.STANDARD.withScreening(false);

    private final Agreement agreement = new Agreement();

    private void same(double actual, double expected, Object where) {
        agreement.compare(actual, expected, 1e-3, where);
    }

    private static Map<String, List<Row>> sets(String name, String... keys) {
        Map<String, List<Row>> sets = new LinkedHashMap<>();
        for (Row row : rows(name)) {
            StringBuilder key = new StringBuilder();
            for (String part : keys) {
                key.append(row.text(part)).append(' ');
            }
            sets.computeIfAbsent(key.toString(), ignored -> new ArrayList<>()).add(row);
        }
        return sets;
    }

    @Test
    void runChartsHaveTheRunsAndCrossingsOfR() {
        int signals = 0;
        for (Row row : rows("run-charts")) {
            RunChart chart = RunChart.of(row.series("values"));
            same(chart.median().orElseThrow(), row.number("median"), row);
            assertThat(List.of(
                            chart.useful(),
                            chart.longestRun(),
                            chart.longestUsual(),
                            chart.crossings(),
                            chart.fewestUsual()))
                    .as("%s", row)
                    .containsExactly(
                            (int) row.whole("useful"),
                            (int) row.whole("longest"),
                            (int) row.whole("longest_usual"),
                            (int) row.whole("crossings"),
                            (int) row.whole("fewest_usual"));
            signals += chart.signal() ? 1 : 0;
        }
        assertThat(signals).isBetween(2, rows("run-charts").size() - 2);
        ReferenceTable.holds("Run charts: medians", 1e-9, agreement);
    }

    @Test
    void attributeChartsHaveTheLimitsOfR() {
        Map<String, List<Row>> charts = sets("attribute-charts", "set", "kind");
        assertThat(charts).hasSize(35);
        charts.forEach((name, rows) -> {
            List<Optional<Subgroup>> points = rows.stream()
                    .map(row -> row.has("x")
                            ? Optional.of(new Subgroup(row.whole("x"), row.whole("n")))
                            : Optional.<Subgroup>empty())
                    .toList();
            AttributeChart chart = AttributeChart.of(Kind.valueOf(rows.get(0).text("kind")), points, UNSCREENED);
            same(chart.centre().orElseThrow(), rows.get(0).number("centre"), name);
            assertThat(chart.sigmaZ().isPresent())
                    .as(name)
                    .isEqualTo(rows.get(0).has("sigma_z"));
            if (chart.sigmaZ().isPresent()) {
                same(chart.sigmaZ().getAsDouble(), rows.get(0).number("sigma_z"), name);
            }
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                assertThat(chart.limits().get(i).isPresent()).as("%s", row).isEqualTo(row.has("lower"));
                if (row.has("lower")) {
                    same(chart.limits().get(i).orElseThrow().lower(), row.number("lower"), row);
                    same(chart.limits().get(i).orElseThrow().upper(), row.number("upper"), row);
                }
            }
        });
        ReferenceTable.holds("p, u, c, p' and u' charts", 1e-9, agreement);
    }

    @Test
    void chartsOfTimesHaveTheLimitsOfR() {
        for (Row row : rows("t-charts")) {
            PointLimits limits =
                    TChart.of(row.series("values"), UNSCREENED).limits().orElseThrow();
            same(limits.centre(), row.number("centre"), row);
            same(limits.lower(), row.number("lower"), row);
            same(limits.upper(), row.number("upper"), row);
        }
        ReferenceTable.holds("t charts", 1e-9, agreement);
    }

    @Test
    void funnelsHaveTheLimitsOfR() {
        Map<String, List<Row>> funnels = sets("funnels", "set");
        assertThat(funnels).hasSize(12);
        int spread = 0;
        for (List<Row> rows : funnels.values()) {
            Funnel funnel = Funnel.of(rows.stream()
                            .map(row -> new Funnel.Count(row.whole("x"), row.whole("n")))
                            .toList())
                    .orElseThrow();
            spread += funnel.between() > 0 ? 1 : 0;
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                same(funnel.centre(), row.number("centre"), row);
                same(funnel.dispersion(), row.number("phi"), row);
                same(funnel.between(), row.number("tau2"), row);
                Funnel.Unit unit = funnel.units().get(i);
                Funnel.Limits limits = unit.limits().orElseThrow();
                same(limits.inner().lower(), row.number("lower95"), row);
                same(limits.inner().upper(), row.number("upper95"), row);
                same(limits.outer().lower(), row.number("lower998"), row);
                same(limits.outer().upper(), row.number("upper998"), row);
                same(unit.p().orElseThrow(), row.number("p"), row);
                assertThat(unit.adjusted().isPresent()).as("%s", row).isEqualTo(row.has("adjusted"));
                if (row.has("adjusted")) {
                    same(unit.adjusted().getAsDouble(), row.number("adjusted"), row);
                }
            }
        }
        assertThat(spread).isBetween(2, funnels.size() - 2);
        ReferenceTable.holds("Funnels: limits, overdispersion, p", 1e-9, agreement);
    }
}
