package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import mendline.aggregate.Ratio;
import mendline.model.Period;
import mendline.model.SuppressionScheme;
import mendline.report.Ledger.Entry;
import mendline.stats.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number is written down, and small ones are held back: both sides of 10 and of 20. */
class LedgerTest {
    private static final Entry ENTRY = new Entry("share", "Share", Period.month(SampleInput.SEPTEMBER));

    private final Ledger ledger = new Ledger().of("page");

    private FigureRow row() {
        assertThat(ledger.rows()).hasSize(1);
        return ledger.rows().get(0);
    }

    /** What stands in the file: numerator, denominator, whether value and interval are there, state. */
    private String filed() {
        FigureRow row = row();
        return (row.n().isPresent() ? row.n().getAsLong() : "-") + " "
                + (row.denominator().isPresent() ? row.denominator().getAsLong() : "-") + " "
                + (row.value().isPresent() ? "value" : "-") + " "
                + (row.lower().isPresent() && row.upper().isPresent() ? "interval" : "-") + " "
                + row.state().key();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0    | 0    | –                                         | 0 0 - - not_measured
            0    | 1    | 0 of 1                                    | 0 1 - - too_few
            9    | 9    | 9 of 9                                    | 9 9 - - too_few
            9    | 10   | 9 of 10 (95 % interval 60–98 %)           | 9 10 - interval ok
            0    | 10   | 0 of 10 (95 % interval 0–28 %)            | 0 10 - interval ok
            18   | 19   | 18 of 19 (95 % interval 75–99 %)           | 18 19 - interval ok
            18   | 20   | 18 of 20 (90 %, 95 % interval 70–97 %)    | 18 20 value interval ok
            152  | 211  | 152 of 211 (72 %, 95 % interval 66–78 %)  | 152 211 value interval ok
            0    | 20   | 0 of 20 (0 %, 95 % interval 0–16 %)       | 0 20 value interval ok
            1    | 1000 | 1 of 1,000 (<1 %, 95 % interval <1–1 %)   | 1 1000 value interval ok
            """)
    void aShareShowsCountsThenAnIntervalThenThePercentage(long numerator, long denominator, String text, String filed) {
        assertThat(ledger.share(ENTRY, new Ratio(numerator, denominator))).isEqualTo(text);
        assertThat(filed()).isEqualTo(filed);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0   | 0   | –
            3   | 9   | 3 of 9
            3   | 10  | 3 of 10 [11–60]
            3   | 19  | 3 of 19 [6–38]
            3   | 20  | 15 % [5–36]
            152 | 211 | 72 % [66–78]
            """)
    void inATableAShareIsShorter(long numerator, long denominator, String text) {
        assertThat(ledger.shortShare(ENTRY, new Ratio(numerator, denominator))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0   | 0   | –          | 0 0 - - not_measured
            3   | 9   | 3 of 9     | 3 9 - - too_few
            152 | 211 | 152 of 211 | 152 211 value interval ok
            """)
    void inASentenceAShareIsItsCountsWithTheRestInTheFile(long numerator, long denominator, String text, String filed) {
        assertThat(ledger.counts(ENTRY, new Ratio(numerator, denominator))).isEqualTo(text);
        assertThat(filed()).isEqualTo(filed);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0  | 0    | –             | - - - - not_measured
            2  | 9    | 2 in 9        | 2 9 - - too_few
            2  | 10   | 2 in 10 [2.4–72.2 per 100] | 2 10 - interval ok
            2  | 19   | 2 in 19 [1.3–38.0 per 100] | 2 19 - interval ok
            2  | 20   | 10.0 [1.2–36.1] | 2 20 value interval ok
            31 | 1000 | 3.1 [2.1–4.4] | 31 1000 value interval ok
            0  | 1000 | 0.0 [0.0–0.4] | 0 1000 value interval ok
            """)
    void aRatePerHundredShowsCountsThenAnIntervalThenTheRate(
            long numerator, long denominator, String text, String filed) {
        assertThat(ledger.shortRate(ENTRY, new Ratio(numerator, denominator))).isEqualTo(text);
        assertThat(filed()).isEqualTo(filed);
    }

    @ParameterizedTest(name = "{0} values: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0  | –
            1  | too few (n = 1)
            9  | too few (n = 9)
            10 | 2.0 (95 % interval 1.2 to 2.8, n = 10)
            """)
    void aMeanIsShownFromTenOn(int n, String text) {
        long[] values = LongStream.range(0, n).map(i -> i % 2 == 0 ? 100 : 300).toArray();
        assertThat(ledger.mean(ENTRY, Moments.of(values), 0.01, "points")).isEqualTo(text);
        assertThat(row().state()).isEqualTo(n < 10 ? FigureRow.State.TOO_FEW : FigureRow.State.OK);
        assertThat(row().n()).hasValue(n);
        assertThat(row().value().isPresent()).isEqualTo(n >= 10);
    }

    @Test
    void tenTimesTheSameValueHaveAMeanAndNoInterval() {
        assertThat(ledger.mean(
                        ENTRY,
                        Moments.of(LongStream.generate(() -> 200).limit(10).toArray()),
                        0.01,
                        "points"))
                .isEqualTo("2.0 (n = 10, all the same)");
        assertThat(filed()).isEqualTo("10 - value - ok");
    }

    @Test
    void zeroMissingAndTooFewLookDifferent() {
        assertThat(ledger.count(ENTRY, 0, "courses")).isEqualTo("0");
        assertThat(new Ledger().of("page").notMeasured(ENTRY, "courses")).isEqualTo("–");
        assertThat(row().value()).hasValue(0);
        assertThat(row().state()).isEqualTo(FigureRow.State.OK);
    }

    @Test
    void aNumberIsWrittenOnceOnly() {
        ledger.count(ENTRY, 3, "courses");
        assertThatThrownBy(() -> ledger.count(ENTRY, 3, "courses")).hasMessage("a figure is written twice: page.share");
        ledger.of("other").count(ENTRY, 3, "courses");
        assertThat(ledger.rows()).extracting(FigureRow::id).containsExactly("page.share", "other.share");
    }

    @ParameterizedTest
    @CsvSource({"24309, 24309, 2025-10", "24309, 24320, 2025-10_2026-09"})
    void thePeriodIsAMonthOrASpan(int first, int last, String iso) {
        ledger.count(new Entry("n", "N", Period.span(first, last)), 1, "courses");
        assertThat(row().period()).isEqualTo(iso);
    }

    @Test
    void withoutDatesThePeriodIsAll() {
        ledger.count(new Entry("n", "N", Period.undated()), 1, "courses");
        assertThat(row().period()).isEqualTo("all");
    }

    private static String under(SuppressionScheme scheme, String page, Consumer<Ledger> writing) {
        Ledger under = new Ledger(scheme).of(page);
        writing.accept(under);
        FigureRow row = under.rows().get(0);
        return text(row.n()) + " " + text(row.denominator()) + " "
                + (row.value().isPresent() ? Exact.text(row.value()) : "-") + " "
                + (row.lower().isPresent() ? "interval" : "-") + " "
                + row.state().key();
    }

    private static String text(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "-";
    }

    @Test
    void aSchemeRoundsAndWithholdsInTheFileAndInTheWords() {
        Ledger hes = new Ledger(SuppressionScheme.HES).of("page");
        assertThat(hes.count(ENTRY, 7, "courses")).isEqualTo("*");
        assertThat(hes.share(new Ledger.Entry("other", "Other", ENTRY.period()), new Ratio(152, 211)))
                .isEqualTo("150 of 210 (71 %, 95 % interval 65–77 %)");
        assertThat(hes.said(8) + ", " + hes.some(1, "course", "courses") + ", " + hes.some(12, "course", "courses"))
                .isEqualTo("10, * courses, 10 courses");
        assertThat(hes.one(1)).isFalse();
        assertThat(hes.ofText(new Ratio(3, 211))).isEqualTo("*");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.count(ENTRY, 7, "courses")))
                .isEqualTo("- - - - suppressed");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.count(ENTRY, 8, "courses")))
                .isEqualTo("10 - 10 - ok");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.count(ENTRY, 0, "courses")))
                .isEqualTo("0 - 0 - ok");
        assertThat(under(SuppressionScheme.TALKING_THERAPIES, "page", l -> l.count(ENTRY, 0, "courses")))
                .isEqualTo("- - - - suppressed");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.share(ENTRY, new Ratio(152, 211))))
                .startsWith("150 210 0.714285");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.share(ENTRY, new Ratio(3, 211))))
                .isEqualTo("- - - - suppressed");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.shortRate(ENTRY, new Ratio(31, 1001))))
                .startsWith("30 1000 3 interval");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.shortRate(ENTRY, new Ratio(2, 1001))))
                .isEqualTo("- - - - suppressed");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.estimate(ENTRY, 12, 2.25, Optional.empty(), "points")))
                .isEqualTo("10 - 2.25 - ok");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.estimate(ENTRY, 7, 2.25, Optional.empty(), "points")))
                .isEqualTo("- - - - suppressed");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.tooFew(ENTRY, 9, "points")))
                .isEqualTo("10 - - - too_few");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.estimate(ENTRY, 12, 2.2567, Optional.empty(), "points")))
                .isEqualTo("10 - 2.26 - ok");
        assertThat(under(SuppressionScheme.HES, "page", l -> l.number(ENTRY, 1.0 / 3, 2, "scores")))
                .isEqualTo("- - 0.33 - ok");
    }

    @Test
    void aPartThatATotalGivesAwayTakesAnotherWithItWhereverItStands() {
        Ledger hes = new Ledger(SuppressionScheme.HES).of("page");
        hes.parts(27, List.of(8L, 18L, 1L));
        assertThat(hes.telling()).isEqualTo(Telling.NOTHING.everywhere(8));
        assertThat(hes.of("other page").said(8)).isEqualTo("*");
        assertThat(hes.said(18)).isEqualTo("20");
        assertThat(new Ledger(SuppressionScheme.HES, hes.telling()).said(8)).isEqualTo("*");
    }

    @Test
    void settingsAndThingsThatAreNobodyStay() {
        assertThat(under(SuppressionScheme.HES, "method", l -> l.settings().count(ENTRY, 6, "scores")))
                .isEqualTo("6 - 6 - ok");
        assertThat(under(SuppressionScheme.HES, "method", l -> l.count(ENTRY, 6, "courses")))
                .as("counts of courses on the page of methods")
                .isEqualTo("- - - - suppressed");
        assertThat(under(SuppressionScheme.HES, "summary", l -> l.count(ENTRY, 3, "figures")))
                .isEqualTo("3 - 3 - ok");
    }
}
