package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mendline.model.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws that hold for the whole report, whatever stands behind it. */
class MonthlyReportTest {
    /** Practices with plenty, little and nothing behind their figures. */
    enum Practice {
        PLENTY,
        SPAN,
        ALL,
        FEW,
        NOTHING,
        UNDATED;

        ReportInput input() {
            return switch (this) {
                case PLENTY -> Practices.plenty().input();
                case SPAN ->
                    Practices.plenty()
                            .over(Period.span(Practices.LAST - 17, Practices.LAST - 6))
                            .input();
                case ALL ->
                    Practices.plenty()
                            .over(Period.all(Practices.FIRST, Practices.LAST))
                            .input();
                case FEW -> Practices.few().input();
                case NOTHING -> Practices.nothing().input();
                case UNDATED -> Practices.undated().input();
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Practice.class)
    void everyNumberHasAnIdOfItsOwnAndAPageOfTheReport(Practice practice) {
        Report report = MonthlyReport.of(practice.input(), List.of()).report();
        assertThat(report.numbers())
                .hasSizeGreaterThan(10)
                .extracting(FigureRow::id)
                .doesNotHaveDuplicates();
        Set<String> pages = new TreeSet<>(report.pages().stream().map(Page::id).toList());
        assertThat(report.numbers().stream()
                        .filter(row -> !pages.contains(row.page())
                                || !row.id().matches(row.page() + "\\.[a-z0-9_.:]+")
                                || row.label().isBlank())
                        .map(FigureRow::id))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Practice.class)
    void everyPageObeysTheLawsAndEveryChartHasAFileOfItsOwn(Practice practice) {
        Report report = MonthlyReport.of(practice.input(), List.of()).report();
        assertThat(report.pages()).extracting(Page::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12);
        Set<String> charts = new HashSet<>();
        List<String> broken = new ArrayList<>();
        for (Page page : report.pages()) {
            try {
                PageText.obeysTheLaws(page, new Ledger());
            } catch (AssertionError e) {
                broken.add(page.id() + ": " + e.getMessage());
            }
            PageText.figures(page)
                    .forEach(figure ->
                            assertThat(charts.add(figure.id())).as(figure.id()).isTrue());
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Practice.class)
    void statesAreTrueToTheSmallNumberRule(Practice practice) {
        List<FigureRow> shares = MonthlyReport.of(practice.input(), List.of()).report().numbers().stream()
                .filter(row -> row.unit().equals("share") && row.denominator().isPresent())
                .toList();
        assertThat(shares).isNotEmpty().allSatisfy(row -> {
            long of = row.denominator().getAsLong();
            assertThat(row.value().isPresent()).as(row.id() + " value").isEqualTo(of >= 20);
            assertThat(row.lower().isPresent()).as(row.id() + " interval").isEqualTo(of >= 10);
            assertThat(row.state().key()).as(row.id()).isEqualTo(of == 0 ? "not_measured" : of < 10 ? "too_few" : "ok");
        });
    }
}
