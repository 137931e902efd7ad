package mendline.report;

import static mendline.report.LandmarkContrast.named;
import static mendline.report.LandmarkContrast.small;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.LandmarkGroup;
import mendline.measure.Measure;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.DetectableDifference;
import mendline.stats.Interval;
import mendline.stats.MeanInterval;
import mendline.stats.Moments;

/** The three groups at the landmark: how many, where they stood, what followed, and how large a difference would be seen. */
final class LandmarkGroups {
    static final Period ALL = Period.everything();

    /** Hundredths in a point. */
    static final double POINT = 100;

    private final ReportInput in;
    private final Ledger ledger;
    private final int landmark;
    private final Map<LandmarkGroup, Moments> improvement = new EnumMap<>(LandmarkGroup.class);

    LandmarkGroups(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.landmark = in.instruments().settings().landmark();
        for (LandmarkGroup group : LandmarkGroup.values()) {
            improvement.put(group, in.summary().moments(Topic.LANDMARK_IMPROVEMENT, group.key(), ALL));
        }
    }

    int landmark() {
        return landmark;
    }

    /** Improvement from the landmark to the last score, in hundredths. */
    Moments improvement(LandmarkGroup group) {
        return improvement.get(group);
    }

    long n(LandmarkGroup group) {
        return improvement.get(group).n();
    }

    long courses() {
        return improvement.values().stream().mapToLong(Moments::n).sum();
    }

    /** Courses that each group must have before anything but counts is shown. */
    long fewest() {
        return Math.max(in.settings().minimumN(), SmallNumbers.FEWEST_FOR_INTERVAL);
    }

    boolean enough() {
        return improvement.values().stream().allMatch(group -> group.n() >= fewest());
    }

    Measure outcome() {
        return in.instruments().primary().orElseThrow().measure();
    }

    /** The title of a page on which no difference stands out. */
    String notApart() {
        return "What followed session " + landmark + " cannot be told apart: " + count(LandmarkGroup.NO_DIP)
                + " courses without a dip, " + count(LandmarkGroup.DIP_REPAIRED) + " with a dip repaired, "
                + count(LandmarkGroup.DIP_NOT_YET_REPAIRED) + " not yet";
    }

    private String count(LandmarkGroup group) {
        return ledger.said(n(group));
    }

    /**
     * The groups as a table, as points of a figure and as words.
     *
     * @param means in words, by group
     * @param said what a listener hears of the points
     */
    record Described(Block.Table table, Map<LandmarkGroup, String> means, List<Point> points, List<String> said) {}

    Described described() {
        List<Row> rows = new ArrayList<>();
        Map<LandmarkGroup, String> means = new EnumMap<>(LandmarkGroup.class);
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (LandmarkGroup group : LandmarkGroup.values()) {
            Moments moments = improvement.get(group);
            double mean = moments.mean().orElseThrow() / POINT;
            Optional<Interval> interval = MeanInterval.of(moments).map(LandmarkGroups::points);
            ledger.estimate(
                    entry("improvement", group, "Mean improvement after the landmark"),
                    moments.n(),
                    mean,
                    interval,
                    "points");
            String meanText = Written.decimal(mean, 1);
            String limits =
                    interval.map(i -> Written.interval(i.lower(), i.upper(), 1)).orElse(Written.NOT_MEASURED);
            means.put(group, meanText);
            said.add(small(named(group)) + " " + meanText
                    + interval.map(i -> " (95 % interval " + limits + ")").orElse("") + ", n = "
                    + ledger.said(moments.n()));
            points.add(new Point(
                    named(group),
                    group.ordinal(),
                    OptionalDouble.of(mean),
                    interval.map(i -> OptionalDouble.of(i.lower())).orElse(OptionalDouble.empty()),
                    interval.map(i -> OptionalDouble.of(i.upper())).orElse(OptionalDouble.empty()),
                    OptionalLong.of(moments.n()),
                    PointState.OK));
            rows.add(row(
                    named(group),
                    ledger.said(moments.n()),
                    plainMean("start", group, Topic.LANDMARK_START, POINT, "Mean score at the landmark", "points"),
                    meanText,
                    limits,
                    plainMean("sessions", group, Topic.LANDMARK_SESSIONS, 1, "Mean attended sessions", "sessions"),
                    withoutLater(group)));
        }
        Block.Table table = new Block.Table(
                "Groups at session " + landmark + " and what followed (means)",
                List.of(
                        words("Until session " + landmark, 22),
                        numbers("Courses", 9),
                        numbers("Score at session " + landmark, 14),
                        numbers("Improvement after it", 15),
                        numbers("95 % interval", 13),
                        numbers("Sessions attended", 12),
                        numbers("Ended without a later score", 15)),
                rows);
        return new Described(table, means, points, said);
    }

    /** Of the ended courses that reached the landmark: how many have no later score, and so are not among these. */
    private String withoutLater(LandmarkGroup group) {
        long with = in.summary().count(Topic.LANDMARK_FOLLOWED, group.key() + ":yes", ALL);
        long without = in.summary().count(Topic.LANDMARK_FOLLOWED, group.key() + ":no", ALL);
        return ledger.counts(
                entry("no_later_score", group, "Ended courses at the landmark without a later score"),
                new Ratio(without, with + without));
    }

    private String plainMean(String id, LandmarkGroup group, Topic topic, double unit, String label, String unitName) {
        Moments moments = in.summary().moments(topic, group.key(), ALL);
        if (moments.n() == 0) {
            return ledger.notMeasured(entry(id, group, label), unitName);
        }
        double mean = moments.mean().orElseThrow() / unit;
        ledger.estimate(
                entry(id, group, label),
                moments.n(),
                mean,
                MeanInterval.of(moments).map(i -> new Interval(i.lower() / unit, i.upper() / unit)),
                unitName);
        return Written.decimal(mean, 1);
    }

    /** The smallest difference between two groups that so many courses would show, in SDs, in words. */
    String detectable(LandmarkContrast contrast) {
        double smallest = DetectableDifference.between(n(contrast.first()), n(contrast.second()))
                .orElseThrow();
        return ledger.number(
                new Entry(
                        "detectable_" + contrast.id(),
                        "Smallest difference that would be seen four times in five",
                        ALL,
                        contrast.words()),
                smallest,
                1,
                "sd");
    }

    static Entry entry(String id, LandmarkGroup group, String label) {
        return new Entry(id + "_" + group.key(), label, ALL, named(group));
    }

    static Entry entry(String id, LandmarkContrast contrast, String label) {
        return new Entry(id + "_" + contrast.id(), label, ALL, contrast.words());
    }

    static Interval points(Interval hundredths) {
        return new Interval(hundredths.lower() / POINT, hundredths.upper() / POINT);
    }

    /** An axis for points with intervals; reaches zero where all lie on one side of it. */
    static Axis valuesAxis(String label, List<Point> points) {
        boolean above = points.stream().allMatch(p -> p.lower().orElse(p.y().orElseThrow()) >= 0);
        boolean below = points.stream().allMatch(p -> p.upper().orElse(p.y().orElseThrow()) <= 0);
        return new Axis(
                label,
                Axis.Scale.NUMBER,
                above ? OptionalDouble.of(0) : OptionalDouble.empty(),
                below ? OptionalDouble.of(0) : OptionalDouble.empty(),
                List.of());
    }
}
