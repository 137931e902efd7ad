package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.aggregate.ScorePairs;
import mendline.aggregate.Topic;
import mendline.measure.ChangeIndex;
import mendline.measure.ChangeMethod;
import mendline.measure.Cutoff;
import mendline.measure.Measure;
import mendline.measure.SlopeTest;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.model.Scores;
import mendline.stats.Histogram;
import mendline.stats.Seeds;

/** The picture of first and last scores: one dot a course, with the band of measurement error and the cut-offs. */
final class BeforeAfter {
    private static final double Z = 1.96;

    private BeforeAfter() {}

    /** The picture; empty where fewer courses than a percentage needs stand behind it, or where two scores do not tell. */
    static Optional<Figure> of(ReportInput in, Yardstick primary, Period year) {
        Measure measure = primary.measure();
        Histogram pairs = in.summary().histogram(Topic.PAIRS, primary.key(), year);
        if (pairs.total() < SmallNumbers.FEWEST_FOR_PERCENT || primary.test() instanceof SlopeTest) {
            return Optional.empty();
        }
        Map<String, List<Point>> groups = new TreeMap<>();
        List<String> names = List.of("improved reliably", "no reliable change", "moved the other way reliably");
        names.forEach(name -> groups.put(name, new ArrayList<>()));
        pairs.counts().forEach((packed, count) -> {
            int first = ScorePairs.first(measure, packed);
            int last = ScorePairs.last(measure, packed);
            String name = primary.improvedReliably(first, last)
                    ? names.get(0)
                    : primary.worsenedReliably(first, last) ? names.get(2) : names.get(1);
            for (int i = 0; i < count; i++) {
                groups.get(name).add(jittered(measure, first, last, i));
            }
        });
        List<Series> series = new ArrayList<>(guides(primary));
        List<Tone> tones = List.of(Tone.MAIN, Tone.COMMON, Tone.FOURTH);
        for (int i = 0; i < names.size(); i++) {
            if (!groups.get(names.get(i)).isEmpty()) {
                series.add(new Series(names.get(i), Mark.DOT, tones.get(i), false, groups.get(names.get(i))));
            }
        }
        double min = Scores.points(measure.min());
        double max = Scores.points(measure.max());
        return Optional.of(new Figure(
                "before-after",
                Figure.Layout.XY,
                "First and last score of " + Written.count(pairs.total()) + " courses",
                measure.name() + ", points; " + Written.period(year),
                "Scatter of first against last score: "
                        + groups.get(names.get(0)).size() + " improved reliably, "
                        + groups.get(names.get(1)).size() + " without reliable change, "
                        + groups.get(names.get(2)).size() + " moved the other way.",
                Axis.between("first score", Axis.Scale.NUMBER, min, max),
                Axis.between("last score", Axis.Scale.NUMBER, min, max),
                series,
                List.of(),
                List.of(),
                300));
    }

    private static Point jittered(Measure measure, int first, int last, int copy) {
        long bits = Seeds.of("jitter", Integer.toString(first), Integer.toString(last), Integer.toString(copy));
        double wide = 0.7 * measure.step() / 100.0;
        double x = ((bits & 0xffff) / 65535.0 - 0.5) * wide;
        double y = ((bits >>> 16 & 0xffff) / 65535.0 - 0.5) * wide;
        return new Point(
                Scores.text(first),
                Scores.points(first) + x,
                OptionalDouble.of(Scores.points(last) + y),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                PointState.OK);
    }

    private static List<Series> guides(Yardstick primary) {
        Measure measure = primary.measure();
        double min = Scores.points(measure.min());
        double max = Scores.points(measure.max());
        List<Series> guides = new ArrayList<>();
        band(primary, min, max)
                .ifPresent(
                        band -> guides.add(new Series("within measurement error", Mark.BAND, Tone.NOISE, false, band)));
        guides.add(new Series(
                "no change", Mark.GUIDE, Tone.REFERENCE, false, List.of(Point.at(min, min), Point.at(max, max))));
        primary.cutoff().map(Cutoff::points).ifPresent(cut -> {
            guides.add(new Series(
                    "cut-off, first score",
                    Mark.GUIDE,
                    Tone.MUTED,
                    false,
                    List.of(Point.at(cut, min), Point.at(cut, max))));
            guides.add(new Series(
                    "cut-off, last score",
                    Mark.GUIDE,
                    Tone.MUTED,
                    false,
                    List.of(Point.at(min, cut), Point.at(max, cut))));
        });
        return guides;
    }

    /** Last scores that are no reliable change, by first score; its edges turn where they meet an end of the scale. */
    private static Optional<List<Point>> band(Yardstick primary, double min, double max) {
        if (!primary.judges()) {
            return Optional.empty();
        }
        ChangeIndex index = primary.test() instanceof ChangeIndex own
                ? own
                : new ChangeIndex(
                        ChangeMethod.JACOBSON_TRUAX,
                        1,
                        1,
                        0,
                        primary.reliableChange().orElseThrow() / Z);
        double critical = index.method().critical();
        SortedSet<Double> turns = new TreeSet<>(List.of(min, max));
        for (double edge : List.of(-critical, critical)) {
            double slope = index.lastAt(1, edge) - index.lastAt(0, edge);
            for (double end : List.of(min, max)) {
                double x = (end - index.lastAt(0, edge)) / slope;
                if (x > min && x < max) {
                    turns.add(x);
                }
            }
        }
        List<Point> band = new ArrayList<>();
        for (double x : turns) {
            double lower = Math.min(max, Math.max(min, index.lastAt(x, -critical)));
            double upper = Math.min(max, Math.max(min, index.lastAt(x, critical)));
            band.add(Point.between(x, lower, upper));
        }
        return Optional.of(band);
    }
}
