package mendline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import mendline.model.SuppressionScheme;
import mendline.stats.Seeds;

/** The report of a period: its pages, the numbers on them and the tables beside it. */
public final class MonthlyReport {
    private MonthlyReport() {}

    /**
     * What a report leaves behind beside its pages.
     *
     * @param report may be shared
     * @param conversation may not: it names courses
     * @param monthly the table of {@code monthly.csv}
     * @param serviceOutcomes the table of {@code service_outcomes.csv}
     * @param differenced for each figure withheld because of an earlier report, the count that it could be subtracted from
     */
    public record Parts(
            Report report,
            Report conversation,
            DataTable monthly,
            DataTable serviceOutcomes,
            List<ShownBefore.Count> differenced) {
        public Parts {
            differenced = List.copyOf(differenced);
        }
    }

    /**
     * The report and its tables.
     *
     * @param worthTalking the courses worth a conversation, sorted by code
     */
    public static Parts of(ReportInput in, List<ConversationItem> worthTalking) {
        SuppressionScheme scheme = in.settings().suppression();
        Ledger ledger = new Ledger(scheme);
        List<Page> pages = pages(in, worthTalking, ledger);
        Map<String, ShownBefore.Count> differenced = new TreeMap<>();
        Differencing.months(in).forEach(hit -> differenced.put(named(hit), hit.before()));
        Telling told = Telling.NOTHING;
        Telling telling = more(in, ledger, differenced);
        while (!telling.equals(told)) {
            told = telling;
            ledger = new Ledger(scheme, telling);
            pages = pages(in, worthTalking, ledger);
            telling = more(in, ledger, differenced);
        }
        Report report = new Report(
                in.settings().practice() + ": report of " + Written.period(in.period()),
                in.settings().practice(),
                Written.sentence(Written.period(in.period())),
                asOf(in),
                "Setbacks, ruptures, repairs and outcomes of " + Written.period(in.period())
                        + ", from the practice's own session data.",
                isoDate(in),
                differenced.isEmpty()
                        ? in.documentId()
                        : Seeds.of(Long.toString(in.documentId()), differenced.toString()),
                SharedCharts.of(pages, ledger),
                ledger.rows());
        return new Parts(
                report,
                ConversationReport.of(worthTalking, in),
                MonthlyTable.of(in),
                ServiceOutcomes.table(in, ledger),
                List.copyOf(differenced.values()));
    }

    /** What a ledger found to withhold, with what an earlier report gives away; notes what it is subtracted from. */
    private static Telling more(ReportInput in, Ledger ledger, Map<String, ShownBefore.Count> differenced) {
        Telling telling = ledger.telling();
        for (Differencing.Hit hit : Differencing.hits(ledger.shownCounts(), in.before())) {
            telling = telling.on(hit.now().page(), hit.now().exact());
            differenced.put(named(hit), hit.before());
        }
        return telling.withDifferences(differenced.size());
    }

    private static String named(Differencing.Hit hit) {
        return String.join(
                "\t", hit.now().page(), hit.now().period(), hit.before().figure());
    }

    private static List<Page> pages(ReportInput in, List<ConversationItem> worthTalking, Ledger ledger) {
        List<Integer> wanted = in.settings().pages();
        List<Page> pages = new ArrayList<>();
        page(1, wanted, pages, () -> HeadlinesPage.of(in, ledger, worthTalking.size()));
        page(2, wanted, pages, () -> SummaryTablePage.of(in, ledger));
        page(3, wanted, pages, () -> CountedPage.of(in, ledger));
        page(4, wanted, pages, () -> OutcomesPage.of(in, ledger));
        page(5, wanted, pages, () -> SetbacksPage.of(in, ledger));
        page(6, wanted, pages, () -> RupturesPage.of(in, ledger));
        page(7, wanted, pages, () -> RepairsAndOutcomesPage.of(in, ledger));
        page(8, wanted, pages, () -> ShapesPage.of(in, ledger));
        page(9, wanted, pages, () -> ActivityPage.of(in, ledger));
        if (wanted.isEmpty() || wanted.contains(10)) {
            SitesPage.of(in, ledger).ifPresent(pages::add);
        }
        page(11, wanted, pages, () -> DataQualityPage.of(in, ledger));
        page(12, wanted, pages, () -> MethodPage.of(in, ledger));
        return pages;
    }

    private static void page(int number, List<Integer> wanted, List<Page> pages, Supplier<Page> page) {
        if (wanted.isEmpty() || wanted.contains(number)) {
            pages.add(page.get());
        }
    }

    /** "Data up to ..." in words. */
    static String asOf(ReportInput in) {
        return in.intake().asOf().isPresent()
                ? "data up to " + Written.day(in.intake().asOf().getAsInt())
                : "data without dates";
    }

    /** The date that stands for the document's creation: the as-of date, and a fixed one without dates. */
    static String isoDate(ReportInput in) {
        return in.intake().asOf().isPresent()
                ? LocalDate.ofEpochDay(in.intake().asOf().getAsInt()).toString()
                : "2000-01-01";
    }
}
