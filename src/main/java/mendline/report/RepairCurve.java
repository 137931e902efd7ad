package mendline.report;

import java.util.List;
import mendline.aggregate.Topic;
import mendline.model.CurveSettings;
import mendline.model.Period;
import mendline.report.Ledger.Entry;

/** How soon alliance scores came back after a dip, on page 6. */
final class RepairCurve {
    private RepairCurve() {}

    static List<Block> blocks(ReportInput in, Period year, Ledger page) {
        Curve curve = Curve.ofDips(in, year);
        CurveSettings.Clock clock = Curve.settings(in).clock();
        long dips = curve.observed().total();
        page.count(new Entry("curve.followed", "Dips in the time-to-repair curve", year), dips, "dips");
        long noDays = 0;
        if (clock == CurveSettings.Clock.DAYS) {
            noDays = in.summary().count(Topic.REPAIR_NOT_FOLLOWED, "no_days", year);
            page.count(new Entry("curve.no_days", "Dips whose days are not known", year), noDays, "dips");
        }
        String withoutDays = noDays == 0
                ? ""
                : " " + Written.sentence(page.some(noDays, "dip has", "dips have"))
                        + " no dates and cannot be in a curve in days.";
        if (!curve.drawable()) {
            return List.of(new Block.Note("Too few dips for a curve of the time to repair ("
                    + page.some(dips, "dip", "dips") + ")." + withoutDays));
        }
        boolean scores = clock == CurveSettings.Clock.SCORES;
        String median = CurveWords.median(
                curve.estimate(), clock, "curve.median", "Median " + CurveWords.unit(clock) + " to repair", year, page);
        String middle = median.isEmpty()
                ? "The point at which half of them are repaired is not reached" + CurveWords.limits(curve.estimate())
                        + "."
                : "Half of them were repaired within " + median + " of their first lower score.";
        return List.of(new Block.Chart(
                Curves.of(
                        new Curves.Text(
                                "time-to-repair",
                                "How soon alliance scores came back after a dip",
                                "All dips, " + Written.period(year) + "; " + page.said(dips) + " dips",
                                "repaired",
                                (scores ? "alliance scores" : "days") + " after the first lower one",
                                "dips",
                                scores ? "score" : "day"),
                        curve),
                CurveWords.reading(curve, true, "noise alone", page)
                        + middle
                        + CurveWords.left(
                                curve,
                                "it could be known",
                                new Entry("curve.ended", "Dips whose course ended before it could be known", year),
                                page)
                        + CurveWords.endings(
                                curve,
                                "were repaired",
                                year,
                                in.instruments().settings().dipWindow() + 1,
                                page)
                        + withoutDays));
    }
}
