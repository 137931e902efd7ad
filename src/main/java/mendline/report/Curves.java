package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import mendline.model.CurveSettings;
import mendline.stats.AalenJohansen;
import mendline.stats.KaplanMeier;
import mendline.stats.SurvivalPoint;

/** Draws curves of the share that has come back, with what noise alone gives and what else ended the waiting. */
final class Curves {
    private Curves() {}

    /** What a curve is about, in words; {@code unit} is what a point of its time axis is called. */
    record Text(String id, String title, String subtitle, String event, String xLabel, String who, String unit) {}

    /** The curve as a figure. */
    static Figure of(Text text, Curve curve) {
        int last = curve.last();
        List<Series> series = new ArrayList<>();
        if (curve.noiseKnown()) {
            series.add(new Series("noise alone", Mark.STEP_BAND, Tone.NOISE, true, noise(curve, last)));
        }
        boolean endings = curve.endings().isPresent();
        series.add(new Series(
                endings ? text.event() + ", if all were followed on" : text.event(),
                Mark.STEP,
                Tone.MAIN,
                true,
                steps(curve, last)));
        curve.endings().ifPresent(incidence -> series.addAll(endings(text, curve, incidence, last)));
        List<Point> censored = censored(curve.estimate(), last);
        if (!censored.isEmpty()) {
            series.add(new Series("followed no further", Mark.DOT, Tone.MUTED, false, censored));
        }
        return new Figure(
                text.id(),
                Figure.Layout.XY,
                text.title(),
                text.subtitle(),
                alt(text, curve, last),
                Axis.between(text.xLabel(), Axis.Scale.WHOLE_NUMBER, 0, last),
                Axis.between("", Axis.Scale.SHARE, 0, 1),
                series,
                List.of(new Figure.UnderAxis("followed", followed(curve, last))),
                List.of(),
                165);
    }

    private static List<Figure.UnderAxis.Entry> followed(Curve curve, int last) {
        int every = curve.clock() == CurveSettings.Clock.SCORES ? 1 : last <= 60 ? 10 : last <= 120 ? 20 : 50;
        List<Figure.UnderAxis.Entry> entries = new ArrayList<>();
        for (int t = 0; t <= last; t += every) {
            entries.add(
                    new Figure.UnderAxis.Entry(t, Long.toString(curve.observed().atRisk(t))));
        }
        return entries;
    }

    /** Every score; of days those at which somebody left. */
    private static List<Integer> times(Curve curve, int last) {
        TreeSet<Integer> times = new TreeSet<>(List.of(0, last));
        if (curve.clock() == CurveSettings.Clock.SCORES) {
            for (int t = 1; t < last; t++) {
                times.add(t);
            }
        } else {
            times.addAll(curve.observed().exits().headMap(last).keySet());
        }
        return List.copyOf(times);
    }

    private static List<Point> steps(Curve curve, int last) {
        List<Point> points = new ArrayList<>();
        for (int t : times(curve, last)) {
            SurvivalPoint at = latest(curve.estimate(), t);
            if (t == 0 && (at == null || at.survival() == 1)) {
                points.add(Point.at(0, 0));
                continue;
            }
            points.add(new Point(
                    Integer.toString(t),
                    t,
                    OptionalDouble.of(1 - curve.estimate().survivalAt(t)),
                    at == null ? OptionalDouble.empty() : complement(at.upper()),
                    at == null ? OptionalDouble.empty() : complement(at.lower()),
                    OptionalLong.of(curve.observed().atRisk(t)),
                    PointState.OK));
        }
        return points;
    }

    private static OptionalDouble complement(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(1 - share.getAsDouble()) : share;
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

    private static List<Point> noise(Curve curve, int last) {
        KaplanMeier a = KaplanMeier.of(curve.independent());
        KaplanMeier b = KaplanMeier.of(curve.correlated());
        List<Point> points = new ArrayList<>();
        // Every day, not those at which somebody left, which are nobody's business here.
        for (int t = 0; t <= last; t++) {
            double one = 1 - a.survivalAt(t);
            double other = 1 - b.survivalAt(t);
            points.add(Point.between(t, Math.min(one, other), Math.max(one, other)));
        }
        return points;
    }

    private static List<Series> endings(Text text, Curve curve, AalenJohansen incidence, int last) {
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                text.event() + ", endings counted",
                Mark.STEP,
                Tone.SECOND,
                true,
                incidence(curve, incidence, last, t -> incidence.eventBy(t).share())));
        if (incidence.competingBy(last).share() > 0) {
            series.add(new Series(
                    "course ended first",
                    Mark.STEP,
                    Tone.THIRD,
                    true,
                    incidence(
                            curve,
                            incidence,
                            last,
                            t -> incidence.competingBy(t).share())));
        }
        if (incidence.otherBy(last).share() > 0) {
            series.add(new Series(
                    "changed direction",
                    Mark.STEP,
                    Tone.FOURTH,
                    true,
                    incidence(curve, incidence, last, t -> incidence.otherBy(t).share())));
        }
        return series;
    }

    private static List<Point> incidence(Curve curve, AalenJohansen incidence, int last, IntToDoubleFunction share) {
        TreeSet<Integer> times = new TreeSet<>(List.of(0, last));
        incidence.points().stream()
                .mapToInt(point -> point.time())
                .filter(t -> t < last)
                .forEach(times::add);
        return times.stream()
                .map(t ->
                        Point.at(t, share.applyAsDouble(t)).of(curve.observed().atRisk(t)))
                .toList();
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

    private static String alt(Text text, Curve curve, int last) {
        String middle = curve.estimate().median().isPresent()
                ? "half of them by " + text.unit() + " "
                        + curve.estimate().median().getAsInt()
                : "half of them is not reached";
        String endings = curve.endings()
                .map(incidence -> "; with endings counted "
                        + Written.percent(incidence.eventBy(last).share())
                        + " have, and of "
                        + Written.percent(incidence.competingBy(last).share())
                        + " the course ended first")
                .orElse("");
        return "Step curve of " + Written.count(curve.observed().total()) + " " + text.who() + ": share that "
                + text.event() + " rises to "
                + Written.percent(1 - curve.estimate().survivalAt(last)) + " by " + text.unit() + " " + last + "; "
                + middle + endings + ".";
    }
}
