package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import mendline.model.CurveSettings;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.AalenJohansen;
import mendline.stats.IncidencePoint;
import mendline.stats.IncidencePoint.Incidence;
import mendline.stats.KaplanMeier;

/** What is said under a curve of coming back: the median with its limits, who left before, and endings of their own. */
final class CurveWords {
    /** Up to which day endings are told, or the last day drawn. */
    private static final int DAYS_TOLD = 84;

    private CurveWords() {}

    /** {@code 3 scores}, {@code 1 day}. */
    static String time(int time, CurveSettings.Clock clock) {
        return clock == CurveSettings.Clock.SCORES
                ? Written.some(time, "score", "scores")
                : Written.some(time, "day", "days");
    }

    static String unit(CurveSettings.Clock clock) {
        return clock == CurveSettings.Clock.SCORES ? "scores" : "days";
    }

    /** The median with its limits, written down: {@code 3 scores (95 % interval 2 to 4)}; empty where it is not reached. */
    static String median(
            KaplanMeier curve, CurveSettings.Clock clock, String id, String label, Period period, Ledger page) {
        return median(curve, clock, new Entry(id, label, period), page);
    }

    /** The same of a group. */
    static String median(KaplanMeier curve, CurveSettings.Clock clock, Entry entry, Ledger page) {
        write(page, entry, curve.median(), clock);
        write(page, part(entry, "lower"), curve.medianLower(), clock);
        write(page, part(entry, "upper"), curve.medianUpper(), clock);
        return curve.median().isEmpty() ? "" : time(curve.median().getAsInt(), clock) + limits(curve);
    }

    private static Entry part(Entry entry, String limit) {
        return new Entry(
                entry.id() + "." + limit, entry.label() + ", " + limit + " limit", entry.period(), entry.group());
    }

    private static void write(Ledger page, Entry entry, OptionalInt time, CurveSettings.Clock clock) {
        if (time.isPresent()) {
            page.number(entry, time.getAsInt(), 0, unit(clock));
        } else {
            page.notMeasured(entry, unit(clock));
        }
    }

    /** {@code  (95 % interval 2 to 4)}, from where on if the upper limit is not reached; empty without a lower one. */
    static String limits(KaplanMeier curve) {
        if (curve.medianLower().isEmpty()) {
            return "";
        }
        String from = " (95 % interval " + curve.medianLower().getAsInt();
        return curve.medianUpper().isPresent()
                ? from + " to " + curve.medianUpper().getAsInt() + ")"
                : from + " or more, no upper limit)";
    }

    /** How many courses ended before it was known; nothing where there are none. */
    static String left(Curve curve, String what, Entry entry, Ledger page) {
        long left = curve.observed().competing();
        String count = page.count(entry, left, "courses");
        if (left == 0 && page.shown(0).isPresent()) {
            return "";
        }
        return " In " + count + " of these " + page.said(curve.observed().total()) + " the course ended before " + what
                + (curve.endings().isPresent() ? "." : ", which counts as followed no further.");
    }

    /** What competing endings come to, as one sentence; nothing where they are not shown. */
    static String endings(Curve curve, String event, Period period, int window, Ledger page) {
        if (curve.endings().isEmpty()) {
            return "";
        }
        AalenJohansen incidence = curve.endings().get();
        int by = Math.min(curve.last(), curve.clock() == CurveSettings.Clock.SCORES ? window : DAYS_TOLD);
        String within = " within " + time(by, curve.clock());
        long n = curve.observed().total();
        List<String> parts = new ArrayList<>();
        Entry back = new Entry("ending.back", Written.sentence(event + within), period);
        parts.add(share(page, back, incidence, IncidencePoint::event, by, n) + " " + event);
        Entry ended = new Entry("ending.course", "Course ended first," + within, period);
        parts.add(share(page, ended, incidence, IncidencePoint::competing, by, n) + " had ended the course first");
        if (incidence.otherBy(by).share() > 0) {
            Entry direction = new Entry("ending.direction", "Changed direction first," + within, period);
            parts.add(share(page, direction, incidence, IncidencePoint::other, by, n) + " had changed direction first");
        }
        return n < SmallNumbers.FEWEST_FOR_PERCENT || !page.enough(n)
                ? " Lines with endings counted take the end of a course as an ending of its own."
                : " With the end of a course" + (parts.size() > 2 ? " and a changed direction" : "")
                        + " counted as an ending of its own," + within + " " + Written.list(parts) + ".";
    }

    private static String share(
            Ledger page, Entry entry, AalenJohansen curve, Function<IncidencePoint, Incidence> kind, int by, long n) {
        if (n < SmallNumbers.FEWEST_FOR_PERCENT) {
            page.tooFew(entry, n, "share");
            return "";
        }
        Incidence incidence = Incidence.NONE;
        double had = 0;
        for (IncidencePoint point : curve.points()) {
            if (point.time() <= by) {
                had += point.atRisk() * (kind.apply(point).share() - incidence.share());
                incidence = kind.apply(point);
            }
        }
        // So many had it at least: a share of nearly none of a known number is a small count.
        long fewest = (long) Math.floor(had + 1e-9);
        if (!page.enough(fewest) || fewest == 0 && incidence.share() > 0 && !page.exact()) {
            return page.withheld(entry, "share");
        }
        page.estimate(entry, n, incidence.share(), incidence.interval(), "share");
        return Written.percent(incidence.share())
                + incidence
                        .interval()
                        .map(i -> " (" + Written.percentInterval(i.lower(), i.upper()) + ")")
                        .orElse("");
    }

    /** How to read the limits and the band. */
    static String reading(Curve curve, boolean severalOfOne, String noise, Ledger page) {
        return "Dashed: 95 % interval"
                + (severalOfOne ? ", which allows for clients who are counted more than once. " : ". ")
                + (curve.noiseKnown() ? "Grey: what " + noise + " would give. " : "")
                + (curve.all() > curve.observed().total()
                        ? "Of " + page.said(curve.all()) + " in all, a random sample of the people is drawn. "
                        : "");
    }
}
