package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.aggregate.CaseMix;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Answer;
import mendline.stats.Interval;
import mendline.stats.Refusal;

/** On page 10, where the profile asks for it: sites set against what is expected of courses that began alike. */
final class CaseMixBlocks {
    /** A site as page 10 shows it; what it withholds of it is withheld here too. */
    record Shown(String name, long courses, boolean withheld) {}

    /** The funnel's limits are wider by what sites differ among themselves; these are not, so the two may disagree. */
    private static final String NOT_WIDENED =
            " Where sites differ more than chance allows as a whole, the limits of the"
                    + " chart above are widened by it and these are not: a site may lie within them there and beyond them here.";

    private CaseMixBlocks() {}

    static List<Block> of(ReportInput in, List<Shown> sites, Ledger page) {
        if (!in.settings().caseMix()) {
            return List.of();
        }
        String lead = "Adjusted for how courses began.";
        if (!page.exact()) {
            return List.of(new Block.Paragraph(
                    lead, "Left out, since an expected number beside a rounded one would give the exact one away."));
        }
        Period year = in.windows().year();
        Answer<CaseMix> answer = CaseMix.of(in.summary(), year);
        if (answer.refusal().isPresent()) {
            return List.of(new Block.Paragraph(
                    lead,
                    "There is no model: " + answer.refusal().map(Refusal::words).orElseThrow() + "."));
        }
        CaseMix mix = answer.orElseThrow();
        List<Row> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Optional<CaseMix.Site> site =
                    Optional.ofNullable(mix.sites().get(sites.get(i).name()));
            rows.add(line(sites.get(i), site, i, year, page));
            if (site.isPresent() && !sites.get(i).withheld() && site.get().beyond()) {
                apart.add(sites.get(i).name());
            }
        }
        return List.of(
                new Block.Table(
                        "The same sites beside what is expected of courses that began alike",
                        List.of(
                                words("Site", 28),
                                numbers("Improved reliably", 14),
                                numbers("Expected", 12),
                                numbers("Observed less expected [95 % interval]", 28),
                                numbers("Observed by expected", 18)),
                        rows),
                new Block.Paragraph(lead, model(in, mix, year, page) + beyond(apart) + NOT_WIDENED));
    }

    private static Row line(CaseMixBlocks.Shown shown, Optional<CaseMix.Site> found, int i, Period year, Ledger page) {
        Entry expected = new Entry("case_mix.expected." + i, "Expected to improve reliably", year, shown.name());
        Entry difference = new Entry("case_mix.difference." + i, "Observed less expected", year, shown.name());
        Entry ratio = new Entry("case_mix.ratio." + i, "Observed by expected", year, shown.name());
        if (shown.withheld()) {
            page.withheld(expected, "courses");
            page.withheld(difference, "courses");
            page.withheld(ratio, "");
            return row(shown.name(), Written.WITHHELD, Written.WITHHELD, Written.WITHHELD, Written.WITHHELD);
        }
        if (found.isEmpty() || found.get().courses() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            page.notMeasured(expected, "courses");
            page.notMeasured(difference, "courses");
            page.notMeasured(ratio, "");
            String none = Written.NOT_MEASURED;
            return row(shown.name(), none, none, none, none);
        }
        CaseMix.Site site = found.get();
        Interval limits = site.interval();
        page.estimate(difference, shown.courses(), site.difference(), Optional.of(limits), "courses");
        Interval ofRatio =
                new Interval(Math.max(0, 1 + limits.lower() / site.expected()), 1 + limits.upper() / site.expected());
        page.estimate(ratio, shown.courses(), site.observed() / site.expected(), Optional.of(ofRatio), "");
        return row(
                shown.name(),
                page.said(site.observed()),
                page.number(expected, site.expected(), 1, "courses"),
                Written.decimal(site.difference(), 1) + " [" + Written.interval(limits.lower(), limits.upper(), 1)
                        + "]",
                Written.decimal(site.observed() / site.expected(), 2));
    }

    private static String model(ReportInput in, CaseMix mix, Period year, Ledger page) {
        String measure = in.instruments()
                .primary()
                .map(primary -> primary.measure().name())
                .orElse("the main measure");
        return "Expected is what a course that began at the same score of the " + measure
                + (mix.ages() ? " and in the same age band" : "")
                + " does on average in this practice: a logistic regression on "
                + page.count(
                        new Entry("case_mix.courses", "Courses in the model of case mix", year),
                        mix.courses(),
                        "courses")
                + " courses with a first score, with an area under the curve of "
                + page.number(new Entry("case_mix.area", "Area under the curve", year), mix.area(), 2, "")
                + " (0.5 tells nothing, 1 everything); it explains "
                + page.number(
                        new Entry("case_mix.explained", "Share of deviance explained, per cent", year),
                        100 * mix.explained(),
                        0,
                        "per cent")
                + " % of the deviance. What was not measured, such as what people came with and how they live, is not"
                + " adjusted for. ";
    }

    private static String beyond(List<String> apart) {
        return apart.isEmpty()
                ? "No site lies further from what is expected than chance allows (99.8 % limits)."
                : "Further from what is expected than chance allows (99.8 % limits): " + Written.list(apart)
                        + ". That is a reason to look at these first, and no more.";
    }
}
