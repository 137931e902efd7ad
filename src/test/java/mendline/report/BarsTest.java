package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.Period;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void kindsStandFromTheMostToTheFewestAndRareOnesTogether() {
        Map<String, Long> shown = Bars.byKind(
                new TreeMap<>(Map.of(
                        "lapse",
                        5L,
                        "goal_missed",
                        9L,
                        "old_habit",
                        9L,
                        "relapse",
                        4L,
                        "overwhelmed",
                        1L,
                        "other",
                        30L)),
                Written::words);
        assertThat(shown)
                .containsExactly(
                        Map.entry("goal missed", 9L),
                        Map.entry("old habit", 9L),
                        Map.entry("lapse", 5L),
                        Map.entry("other and rarer kinds together", 35L));
    }

    @Test
    void otherAloneIsCalledOther() {
        assertThat(Bars.byKind(new TreeMap<>(Map.of("lapse", 5L, "other", 2L)), Written::words))
                .containsExactly(Map.entry("lapse", 5L), Map.entry("other", 2L));
        assertThat(Bars.byKind(new TreeMap<>(Map.of("lapse", 4L)), Written::words))
                .containsExactly(Map.entry("other and rarer kinds together", 4L));
        assertThat(Bars.byKind(new TreeMap<>(), Written::words)).isEmpty();
    }

    @Test
    void barsByMonthHaveOneBarAMonthAndSayTheirSum() {
        Period year = Period.span(SampleInput.SEPTEMBER - 2, SampleInput.SEPTEMBER);
        ReportInput in = SampleInput.dated()
                .count(Topic.NUMERATOR, Metric.SETBACKS_PER_100.key(), SampleInput.SEPTEMBER - 3, 100)
                .count(Topic.NUMERATOR, Metric.SETBACKS_PER_100.key(), SampleInput.SEPTEMBER - 2, 3)
                .count(Topic.NUMERATOR, Metric.SETBACKS_PER_100.key(), SampleInput.SEPTEMBER, 4)
                .note(SampleInput.SEPTEMBER - 3, "before the chart")
                .note(SampleInput.SEPTEMBER - 1, "new sheet")
                .input();
        Figure figure = Bars.byMonth(
                "b", "Bars", "by month", in, Topic.NUMERATOR, List.of(Metric.SETBACKS_PER_100.key()), year);
        assertThat(figure.series().get(0).points())
                .extracting(Point::x)
                .containsExactly("2026-07", "2026-08", "2026-09");
        assertThat(figure.series().get(0).points())
                .extracting(point -> point.y().orElseThrow())
                .containsExactly(3.0, 0.0, 4.0);
        assertThat(figure.alt()).isEqualTo("Bars by month, July 2026 to September 2026, 7 in all.");
        assertThat(figure.notes()).containsExactly(new Figure.Annotation(1, "new sheet"));
    }
}
