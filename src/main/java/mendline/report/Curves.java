package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.stats.KaplanMeier;
import mendline.stats.SurvivalPoint;
import mendline.stats.SurvivalTally;

/** Curves of the share that has come back by so many scores, from survival tallies, with what noise alone gives. */
final class Curves {
    /** Longest time drawn, in scores. */
    private static final int LONGEST = 12;

    private Curves() {}

    /** What a curve is about, in words. */
    record Text(String id, String title, String subtitle, String event, String xLabel, String who) {}

    /** Whether enough are followed for a curve. */
    static boolean drawable(SurvivalTally tally) {
        return tally.total() >= SmallNumbers.FEWEST_AT_RISK && tally.events() > 0;
    }

    /** Whether the band of what noise alone gives can be drawn. */
    static boolean noiseKnown(SurvivalTally independent, SurvivalTally correlated) {
        return independent.total() > 0 && correlated.total() > 0;
    }

    /** The curve as a figure. */
    static Figure of(Text text, SurvivalTally observed, SurvivalTally independent, SurvivalTally correlated) {
        KaplanMeier curve = KaplanMeier.of(observed);
        int last = lastDrawn(curve, observed);
        List<Series> series = new ArrayList<>();
        if (noiseKnown(independent, correlated)) {
            series.add(new Series(
                    "noise alone",
                    Mark.STEP_BAND,
                    Tone.NOISE,
                    true,
                    noise(KaplanMeier.of(independent), KaplanMeier.of(correlated), last)));
        }
        series.add(new Series(text.event(), Mark.STEP, Tone.MAIN, true, steps(curve, last)));
        List<Point> censored = censored(curve, last);
        if (!censored.isEmpty()) {
            series.add(new Series("followed no further", Mark.DOT, Tone.MUTED, false, censored));
        }
        List<Figure.UnderAxis.Entry> atRisk = new ArrayList<>();
        for (int t = 0; t <= last; t++) {
            atRisk.add(new Figure.UnderAxis.Entry(t, Long.toString(t == 0 ? observed.total() : curve.atRisk(t))));
        }
        return new Figure(
                text.id(),
                Figure.Layout.XY,
                text.title(),
                text.subtitle(),
                alt(text, curve, last, observed),
                Axis.between(text.xLabel(), Axis.Scale.WHOLE_NUMBER, 0, last),
                Axis.between("", Axis.Scale.SHARE, 0, 1),
                series,
                List.of(new Figure.UnderAxis("followed", atRisk)),
                List.of(),
                210);
    }

    private static int lastDrawn(KaplanMeier curve, SurvivalTally tally) {
        int last = 1;
        for (int t = 1; t <= LONGEST; t++) {
            if (tally.atRisk(t) >= SmallNumbers.FEWEST_AT_RISK) {
                last = t;
            }
        }
        return last;
    }

    private static List<Point> steps(KaplanMeier curve, int last) {
        List<Point> points = new ArrayList<>();
        points.add(Point.at(0, 0));
        for (int t = 1; t <= last; t++) {
            double back = 1 - curve.survivalAt(t);
            SurvivalPoint at = latest(curve, t);
            OptionalDouble lower = at == null || at.upper().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(1 - at.upper().getAsDouble());
            OptionalDouble upper = at == null || at.lower().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(1 - at.lower().getAsDouble());
            points.add(new Point(
                    Integer.toString(t),
                    t,
                    OptionalDouble.of(back),
                    lower,
                    upper,
                    OptionalLong.of(curve.atRisk(t)),
                    PointState.OK));
        }
        return points;
    }

    private static SurvivalPoint latest(KaplanMeier curve, int time) {
        SurvivalPoint found = null;
        for (SurvivalPoint point : curve.points()) {
            if (point.time() <= time) {
                found = point;
            }
        }
        return found;
    }

    private static List<Point> noise(KaplanMeier a, KaplanMeier b, int last) {
        List<Point> points = new ArrayList<>();
        for (int t = 0; t <= last; t++) {
            double one = t == 0 ? 0 : 1 - a.survivalAt(t);
            double other = t == 0 ? 0 : 1 - b.survivalAt(t);
            points.add(Point.between(t, Math.min(one, other), Math.max(one, other)));
        }
        return points;
    }

    private static List<Point> censored(KaplanMeier curve, int last) {
        List<Point> points = new ArrayList<>();
        for (SurvivalPoint point : curve.points()) {
            if (point.censored() > 0 && point.time() <= last && point.time() > 0) {
                points.add(Point.at(point.time(), 1 - point.survival())
                        .of(point.censored())
                        .in(PointState.CENSORED));
            }
        }
        return points;
    }

    private static String alt(Text text, KaplanMeier curve, int last, SurvivalTally observed) {
        String middle = curve.median().isPresent()
                ? "half of them by score " + curve.median().getAsInt()
                : "half of them is not reached";
        return "Step curve of " + Written.count(observed.total()) + " " + text.who() + ": share that " + text.event()
                + " rises to " + Written.percent(1 - curve.survivalAt(last)) + " by score " + last + "; " + middle
                + ".";
    }
}
