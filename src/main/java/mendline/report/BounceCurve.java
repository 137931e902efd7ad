package mendline.report;

import java.util.ArrayList;
import java.util.List;
import mendline.aggregate.Topic;
import mendline.model.CurveSettings;
import mendline.model.Period;
import mendline.report.Ledger.Entry;

/** How soon scores came back after a setback, on page 5: the curve, and groups beside each other where asked for. */
final class BounceCurve {
    private final ReportInput in;
    private final Period year;
    private final Ledger page;
    private final CurveSettings settings;
    private final Curve curve;
    private final boolean all;
    /** {@code first setback} or {@code setback}. */
    private final String one;

    private BounceCurve(ReportInput in, Period year, Ledger page) {
        this.in = in;
        this.year = year;
        this.page = page;
        settings = Curve.settings(in);
        curve = Curve.ofSetbacks(in, year);
        all = settings.setbacks() == CurveSettings.Setbacks.ALL;
        one = all ? "setback" : "first setback";
    }

    static List<Block> blocks(ReportInput in, Period year, Ledger page) {
        return new BounceCurve(in, year, page).blocks();
    }

    /** {@code came half-way back}. */
    static String event(CurveSettings settings) {
        return settings.back() == CurveSettings.Back.HALF ? "came half-way back" : "came fully back";
    }

    private String done() {
        return event(settings).replace("came", "come");
    }

    private List<Block> blocks() {
        long followed = curve.observed().total();
        long notFollowed = in.summary().count(Topic.BOUNCE_NOT_FOLLOWED, "", year);
        long noDays = in.summary().count(Topic.BOUNCE_NOT_FOLLOWED, "no_days", year);
        String which = all ? "Setbacks" : "First setbacks";
        page.count(new Entry("curve.followed", which + " with a later score", year), followed, "courses");
        page.count(new Entry("curve.not_followed", which + " without a later score", year), notFollowed, "courses");
        if (settings.clock() == CurveSettings.Clock.DAYS) {
            page.count(new Entry("curve.no_days", which + " whose days are not known", year), noDays, "courses");
        }
        if (!curve.drawable()) {
            return List.of(new Block.Paragraph("", tooFew(followed, noDays)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Chart(Curves.of(text(followed), curve), reading(notFollowed, noDays)));
        blocks.addAll(CurveGroups.blocks(in, year, page));
        return blocks;
    }

    private String tooFew(long followed, long noDays) {
        if (noDays > 0) {
            return "The curve was asked for in days, and of " + page.some(noDays, one, one + "s")
                    + " the days are not known: too few others for a curve.";
        }
        return Written.sentence(page.some(followed, one + " has", one + "s have"))
                + " a later score: too few for a curve.";
    }

    private Curves.Text text(long followed) {
        boolean scores = settings.clock() == CurveSettings.Clock.SCORES;
        return new Curves.Text(
                "bounce-back",
                "How soon scores " + event(settings),
                (all ? "All setbacks" : "First setback of each course") + ", " + Written.period(year) + "; "
                        + page.said(followed) + (all ? " setbacks" : " courses"),
                event(settings),
                (scores ? "scores" : "days") + " after the setback was confirmed",
                one + "s",
                scores ? "score" : "day");
    }

    private String reading(long notFollowed, long noDays) {
        String what = settings.back() == CurveSettings.Back.HALF
                ? "Share that regained at least half of the lost ground. "
                : "Share that came within half a step of the best score before, or better. ";
        String median = CurveWords.median(
                curve.estimate(),
                settings.clock(),
                "curve.median",
                "Median " + CurveWords.unit(settings.clock()) + " to "
                        + event(settings).replace("came ", ""),
                year,
                page);
        String middle = median.isEmpty()
                ? "The point at which half of them have " + done() + " is not reached"
                        + CurveWords.limits(curve.estimate()) + "."
                : "Half of them had " + done() + " within " + median + ".";
        return what
                + CurveWords.reading(curve, all, "measurement noise alone", page)
                + middle
                + CurveWords.left(
                        curve,
                        "they had " + done(),
                        new Entry("curve.ended", "Courses that ended before scores " + event(settings), year),
                        page)
                + CurveWords.endings(
                        curve,
                        event(settings),
                        year,
                        in.instruments().settings().setbackWindow(),
                        page)
                + " " + withoutLater(notFollowed) + withoutDays(noDays);
    }

    private String withoutLater(long notFollowed) {
        return notFollowed == 0
                ? "Every " + one + " has a later score."
                : Written.sentence(page.some(notFollowed, one + " has", one + "s have")) + " no later score and "
                        + (page.one(notFollowed) ? "is" : "are") + " not in the curve.";
    }

    private String withoutDays(long noDays) {
        return noDays == 0
                ? ""
                : " " + Written.sentence(page.some(noDays, one + " has", one + "s have")) + " no dates and "
                        + (page.one(noDays) ? "is" : "are") + " not in it either.";
    }
}
