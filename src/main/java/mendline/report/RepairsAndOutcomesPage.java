package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.LandmarkComparison;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.detect.LandmarkGroup;
import mendline.measure.Measure;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Answer;
import mendline.stats.DetectableDifference;
import mendline.stats.Interval;
import mendline.stats.LinearEstimate;
import mendline.stats.MeanDifference;
import mendline.stats.MeanInterval;
import mendline.stats.Moments;
import mendline.stats.Refusal;

/**
 * Page 7, repairs and outcomes: what followed the landmark session, by what had happened to the alliance until then.
 * Groups are fixed at the landmark, so that nobody has to stay longer to count as repaired; even so it is an
 * association and no more.
 */
final class RepairsAndOutcomesPage {
    private static final Period ALL = Period.everything();

    /** An adjusted p below this is said to stand out. */
    private static final double STANDS_OUT = 0.05;

    private static final double POINT = 100;

    private final ReportInput in;
    private final Ledger ledger;
    private final int landmark;
    private final Map<LandmarkGroup, Moments> improvement = new EnumMap<>(LandmarkGroup.class);
    private final Answer<LandmarkComparison> comparison;

    private RepairsAndOutcomesPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.landmark = in.instruments().settings().landmark();
        for (LandmarkGroup group : LandmarkGroup.values()) {
            improvement.put(group, in.summary().moments(Topic.LANDMARK_IMPROVEMENT, group.key(), ALL));
        }
        comparison = in.instruments()
                .primary()
                .map(primary -> LandmarkComparison.of(in.summary().landmarkRows(), primary.better()))
                .orElse(Answer.refused(Refusal.TOO_FEW_ROWS));
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new RepairsAndOutcomesPage(in, ledger.of("repairs_outcomes")).page();
    }

    /** Two groups whose means are set against each other, first minus second. */
    private enum Contrast {
        REPAIRED_NO_DIP(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP),
        NOT_YET_NO_DIP(LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP),
        REPAIRED_NOT_YET(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED);

        private final LandmarkGroup first;
        private final LandmarkGroup second;

        Contrast(LandmarkGroup first, LandmarkGroup second) {
            this.first = first;
            this.second = second;
        }

        String words() {
            return named(first) + " against " + small(named(second));
        }

        String id() {
            return first.key() + "_v_" + second.key();
        }
    }

    private static String named(LandmarkGroup group) {
        return switch (group) {
            case NO_DIP -> "No dip";
            case DIP_REPAIRED -> "Dip, repaired";
            case DIP_NOT_YET_REPAIRED -> "Dip, not yet repaired";
        };
    }

    private Page page() {
        List<Block> blocks = new ArrayList<>();
        Optional<String> missing = missing();
        String title;
        if (missing.isPresent()) {
            title = "Repairs cannot be set beside outcomes in these data";
            blocks.add(new Block.Paragraph("", missing.get()));
        } else if (enough()) {
            title = comparison.value().isPresent() ? adjusted(comparison.orElseThrow(), blocks) : compared(blocks);
        } else {
            title = countsOnly(blocks);
        }
        if (missing.isEmpty()) {
            blocks.add(new Block.Box("Read with care", caveats()));
        }
        blocks.add(new Block.Box("What published studies found", published()));
        return new Page("repairs_outcomes", 7, "Repairs and outcomes", title, subtitle(), blocks);
    }

    private Optional<String> missing() {
        if (in.instruments().primary().isEmpty()) {
            return Optional.of(
                    "The data hold no outcome measure, so what followed a dip or a repair cannot be measured.");
        }
        if (in.instruments().alliance().isEmpty()) {
            return Optional.of("The data hold no alliance measure, so no dips and no repairs can be found in scores.");
        }
        if (in.instruments().allianceScale().isEmpty()) {
            return Optional.of(
                    "There are too few alliance scores to tell a dip from ordinary ups and downs (at least 10 courses "
                            + "and 40 differences between neighbouring scores are needed), so courses cannot be put "
                            + "into groups.");
        }
        return Optional.empty();
    }

    private long fewest() {
        return Math.max(in.settings().minimumN(), SmallNumbers.FEWEST_FOR_INTERVAL);
    }

    private boolean enough() {
        return improvement.values().stream().allMatch(group -> group.n() >= fewest());
    }

    private Measure outcome() {
        return in.instruments().primary().orElseThrow().measure();
    }

    private String subtitle() {
        return in.instruments()
                .primary()
                .map(yardstick -> yardstick.measure().name() + ", improvement in points after attended session "
                        + landmark + ", all courses in the data")
                .orElse("All courses in the data");
    }

    // Every group has enough courses.

    private String adjusted(LandmarkComparison found, List<Block> blocks) {
        List<Point> points = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Contrast contrast : Contrast.values()) {
            LandmarkComparison.Contrast result = found.contrast(contrast.first, contrast.second);
            LinearEstimate estimate = result.difference();
            long n = improvement.get(contrast.first).n()
                    + improvement.get(contrast.second).n();
            double value = estimate.value() / POINT;
            Interval interval = points(estimate.interval());
            Interval inSds = new Interval(
                    estimate.interval().lower() / found.sdAtLandmark(),
                    estimate.interval().upper() / found.sdAtLandmark());
            ledger.estimate(
                    entry("adjusted_difference", contrast, "Difference at the same score at the landmark"),
                    n,
                    value,
                    Optional.of(interval),
                    "points");
            ledger.estimate(
                    entry("adjusted_difference_in_sds", contrast, "The same in SDs of the score at the landmark"),
                    n,
                    estimate.value() / found.sdAtLandmark(),
                    Optional.of(inSds),
                    "sd");
            String p = ledger.number(
                    entry("adjusted_p", contrast, "p of the difference, adjusted after Holm"),
                    result.adjustedP(),
                    3,
                    "p");
            String difference = Written.decimal(value, 1);
            String limits = Written.interval(interval.lower(), interval.upper(), 1);
            rows.add(row(
                    contrast.words(),
                    difference,
                    limits,
                    Written.decimal(estimate.value() / found.sdAtLandmark(), 2),
                    result.adjustedP() < 0.001 ? "<0.001" : p,
                    detectable(contrast)));
            said.add(small(contrast.words()) + " " + difference + " (95 % interval " + limits + ")");
            points.add(new Point(
                    contrast.words(),
                    contrast.ordinal(),
                    OptionalDouble.of(value),
                    OptionalDouble.of(interval.lower()),
                    OptionalDouble.of(interval.upper()),
                    OptionalLong.of(n),
                    PointState.OK));
            if (result.adjustedP() < STANDS_OUT) {
                apart.add(withA(contrast.first) + " went with " + Written.decimal(Math.abs(value), 1) + " points "
                        + (value > 0 ? "more" : "less") + " than " + withA(contrast.second));
            }
        }
        blocks.add(new Block.Chart(
                adjustedFigure(points, said),
                "Dot: difference at the same score at session " + landmark
                        + ", first minus second. Line: 95 % interval; "
                        + "where it crosses zero, either group may be the better one."));
        blocks.add(new Block.Table(
                "Differences at the same score at session " + landmark + " (analysis of covariance)",
                List.of(
                        words("First against second", 34),
                        numbers("Points, first minus second", 14),
                        numbers("95 % interval", 17),
                        numbers("In SDs of that score", 11),
                        numbers("p (Holm)", 10),
                        numbers("Smallest difference to be seen, in SDs", 14)),
                rows));
        groupTable(blocks, new EnumMap<>(LandmarkGroup.class), new ArrayList<>(), new ArrayList<>());
        blocks.add(new Block.Paragraph(
                "What can be told apart.",
                apart.isEmpty()
                        ? "None of the three differences stands out (p below 0.05 after Holm's adjustment for three "
                                + "looks). That is not the same as no difference; the last column says how large one "
                                + "would have to be, in standard deviations, to be seen four times in five."
                        : Written.sentence(Written.list(apart)) + ", at the same score at session " + landmark
                                + ". This holds after Holm's adjustment for three looks, and says nothing on why groups "
                                + "differ."));
        return apart.isEmpty() ? notApart() : "At the same score at session " + landmark + ", " + Written.list(apart);
    }

    private static String withA(LandmarkGroup group) {
        return switch (group) {
            case NO_DIP -> "no dip";
            case DIP_REPAIRED -> "a dip repaired";
            case DIP_NOT_YET_REPAIRED -> "a dip not yet repaired";
        };
    }

    private Figure adjustedFigure(List<Point> points, List<String> said) {
        return new Figure(
                "repairs-and-outcomes",
                Figure.Layout.DOT_INTERVALS,
                "Differences in what followed session " + landmark + ", at the same score there",
                outcome().name() + ", difference in points with 95 % interval; further right: the first did better",
                "Differences in points at the same score at session " + landmark + ": " + String.join("; ", said) + ".",
                Axis.places(
                        "", Axis.Scale.CATEGORIES, points.stream().map(Point::x).toList()),
                valuesAxis("points, first minus second", points),
                List.of(new Series("adjusted difference", Mark.INTERVAL, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                105);
    }

    private String notApart() {
        return "What followed session " + landmark + " cannot be told apart: " + courses(LandmarkGroup.NO_DIP)
                + " courses without a dip, " + courses(LandmarkGroup.DIP_REPAIRED) + " with a dip repaired, "
                + courses(LandmarkGroup.DIP_NOT_YET_REPAIRED) + " not yet";
    }

    private String compared(List<Block> blocks) {
        Map<LandmarkGroup, String> means = new EnumMap<>(LandmarkGroup.class);
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Block> table = new ArrayList<>();
        groupTable(table, means, points, said);
        blocks.add(new Block.Chart(
                figure(points, said),
                "Dot: mean. Line: 95 % interval. Further right is better. Groups are fixed at session " + landmark
                        + ", before what is measured."));
        blocks.addAll(table);
        blocks.add(new Block.Paragraph(
                "Not adjusted.",
                "The groups could not be set at the same score at session " + landmark + ": "
                        + comparison.refusal().map(Refusal::words).orElseThrow() + "."));
        List<String> apart = differences(blocks);
        blocks.add(new Block.Paragraph(
                "What can be told apart.",
                apart.isEmpty()
                        ? "No interval leaves out zero: these data do not tell the groups apart. That is not the same "
                                + "as no difference; the last column says how large one would have to be, in standard "
                                + "deviations, to be seen four times in five."
                        : "The interval leaves out zero for " + Written.list(apart)
                                + ". These are three looks at the same courses, so one of them can stand out by "
                                + "chance, and none of this says why groups differ."));
        if (apart.isEmpty()) {
            return notApart();
        }
        return "Points of improvement after session " + landmark + ": " + means.get(LandmarkGroup.DIP_REPAIRED)
                + " with a dip repaired, " + means.get(LandmarkGroup.NO_DIP) + " without a dip, "
                + means.get(LandmarkGroup.DIP_NOT_YET_REPAIRED) + " with a dip not yet repaired";
    }

    /** Adds the table of groups; fills in their means in words, their points and what a listener hears. */
    private void groupTable(
            List<Block> blocks, Map<LandmarkGroup, String> means, List<Point> points, List<String> said) {
        List<Row> rows = new ArrayList<>();
        for (LandmarkGroup group : LandmarkGroup.values()) {
            Moments moments = improvement.get(group);
            double mean = moments.mean().orElseThrow() / POINT;
            Optional<Interval> interval = MeanInterval.of(moments).map(RepairsAndOutcomesPage::points);
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
                    plainMean("sessions", group, Topic.LANDMARK_SESSIONS, 1, "Mean attended sessions", "sessions")));
        }
        blocks.add(new Block.Table(
                "Groups at session " + landmark + " and what followed",
                List.of(
                        words("Until session " + landmark, 24),
                        numbers("Courses", 12),
                        numbers("Score at session " + landmark + ", mean", 17),
                        numbers("Improvement after it, mean", 17),
                        numbers("95 % interval", 15),
                        numbers("Sessions attended, mean", 15)),
                rows));
    }

    private String courses(LandmarkGroup group) {
        return ledger.said(improvement.get(group).n());
    }

    /** Reaches zero where all lie on one side of it. */
    private static Axis valuesAxis(String label, List<Point> points) {
        boolean above = points.stream().allMatch(p -> p.lower().orElse(p.y().orElseThrow()) >= 0);
        boolean below = points.stream().allMatch(p -> p.upper().orElse(p.y().orElseThrow()) <= 0);
        return new Axis(
                label,
                Axis.Scale.NUMBER,
                above ? OptionalDouble.of(0) : OptionalDouble.empty(),
                below ? OptionalDouble.of(0) : OptionalDouble.empty(),
                List.of());
    }

    private Figure figure(List<Point> points, List<String> said) {
        List<String> names = points.stream().map(Point::x).toList();
        return new Figure(
                "repairs-and-outcomes",
                Figure.Layout.DOT_INTERVALS,
                "Improvement after session " + landmark + " by what had happened until then",
                outcome().name() + ", mean improvement in points with 95 % interval, all courses in the data",
                "Mean improvement in points after session " + landmark + ": " + String.join("; ", said) + ".",
                Axis.places("", Axis.Scale.CATEGORIES, names),
                valuesAxis("points of improvement", points),
                List.of(new Series("mean improvement", Mark.INTERVAL, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                105);
    }

    /** Adds the table of differences; gives those whose interval leaves out zero, in words. */
    private List<String> differences(List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Contrast contrast : Contrast.values()) {
            Moments first = improvement.get(contrast.first);
            Moments second = improvement.get(contrast.second);
            Optional<MeanDifference> welch = MeanDifference.welch(first, second);
            String difference = Written.NOT_MEASURED;
            String limits = Written.NOT_MEASURED;
            Entry entry =
                    new Entry("difference_" + contrast.id(), "Difference in mean improvement", ALL, contrast.words());
            if (welch.isPresent()) {
                double value = welch.get().difference() / POINT;
                Interval interval = points(welch.get().interval());
                ledger.estimate(entry, first.n() + second.n(), value, Optional.of(interval), "points");
                difference = Written.decimal(value, 1);
                limits = Written.interval(interval.lower(), interval.upper(), 1);
                if (!interval.contains(0)) {
                    apart.add(small(contrast.words()) + " (" + difference + " points, 95 % interval " + limits + ")");
                }
            } else {
                ledger.notMeasured(entry, "points");
            }
            rows.add(row(contrast.words(), difference, limits, detectable(contrast)));
        }
        blocks.add(new Block.Table(
                "Differences in mean improvement (Welch)",
                List.of(
                        words("First against second", 46),
                        numbers("Points, first minus second", 18),
                        numbers("95 % interval", 18),
                        numbers("Smallest difference to be seen, in SDs", 18)),
                rows));
        return apart;
    }

    // At least one group has too few.

    private String countsOnly(List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        long all = 0;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            long n = improvement.get(group).n();
            all += n;
            String text = ledger.count(entry("courses", group, "Courses at the landmark"), n, "courses");
            rows.add(row(named(group), text));
        }
        if (all == 0) {
            blocks.add(new Block.Paragraph(
                    "",
                    "No course yet has an outcome score both by its attended session " + landmark
                            + " and after it, so there is nothing to set " + "side by side."));
            return "No course has scores on both sides of session " + landmark + " yet";
        }
        blocks.add(new Block.Paragraph(
                "Too few to compare.",
                "Means are shown only when each of the three groups has at least " + fewest()
                        + " courses. Until then the counts stand alone."));
        blocks.add(new Block.Table(
                "Courses with scores on both sides of session " + landmark,
                List.of(words("Until session " + landmark, 70), numbers("Courses", 30)),
                rows));
        List<Row> detectable = new ArrayList<>();
        for (Contrast contrast : Contrast.values()) {
            long first = improvement.get(contrast.first).n();
            long second = improvement.get(contrast.second).n();
            if (first >= 2 && second >= 2 && ledger.enough(first) && ledger.enough(second)) {
                detectable.add(row(contrast.words(), detectable(contrast)));
            }
        }
        if (!detectable.isEmpty()) {
            blocks.add(new Block.Table(
                    "How large a difference would have to be to be seen",
                    List.of(words("First against second", 60), numbers("Standard deviations of improvement", 40)),
                    detectable));
        }
        blocks.add(new Block.Note(
                "With 10 courses against 10, a difference of about 1.3 standard deviations is the smallest that would "
                        + "be seen four times in five. That would be unusually large."));
        return "Too few courses to set repairs beside outcomes";
    }

    private String detectable(Contrast contrast) {
        double smallest = DetectableDifference.between(
                        improvement.get(contrast.first).n(),
                        improvement.get(contrast.second).n())
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

    // Words for both.

    private List<String> caveats() {
        List<String> all = new ArrayList<>();
        all.add(chance());
        all.add("The groups differ in how long therapy lasted. Whoever stays longer has more time for a dip, for its "
                + "repair and for improvement; fixing the groups at session " + landmark
                + " lessens that advantage and does not remove it.");
        if (enough() && comparison.value().isPresent()) {
            all.addAll(adjustment(comparison.orElseThrow()));
        } else if (enough()) {
            all.add("The groups need not start level. One with better scores at session " + landmark
                    + " has less room to improve; the means above are not adjusted for that.");
        }
        all.add("Only courses with a score after session " + landmark
                + " are here. Courses that ended earlier, or without a later score, are not, and may have gone "
                + "another way.");
        all.add("This is one practice without a comparison group. The client's own ratings stand behind both scores, "
                + "often from the same sitting, so a good or a hard day shows in both.");
        all.add("This is an association. It does not say that a repair brings improvement, and it is not meant for "
                + "judging a client or a therapist.");
        return all;
    }

    private List<String> adjustment(LandmarkComparison found) {
        List<String> all = new ArrayList<>();
        all.add("The differences are taken at the same score at session " + landmark
                + ", since whoever stands better there has less room to improve; the means of the groups are not adjusted. "
                + "Nothing else is adjusted for, and groups may differ in other ways that matter.");
        all.add(
                found.therapists() > 0
                        ? "Intervals and p allow for courses of one therapist being alike ("
                                + ledger.said(found.therapists())
                                + " therapists, errors CR2 with Satterthwaite's degrees of freedom)."
                        : "Intervals and p take courses as independent (errors HC3): the data do not name at least "
                                + LandmarkComparison.FEWEST_THERAPISTS
                                + " therapists with one for every course, so courses of one therapist being alike is not allowed "
                                + "for.");
        long courses = improvement.values().stream().mapToLong(Moments::n).sum();
        if (found.courses() < courses) {
            all.add("The differences come from a random sample of " + ledger.said(found.courses()) + " of these "
                    + ledger.said(courses) + " courses.");
        }
        return all;
    }

    private String chance() {
        long found = in.summary().count(Topic.NUMERATOR, Metric.DIPS_PER_100.key(), ALL);
        String dips = ledger.count(new Entry("dips", "Alliance dips in all of the data", ALL), found, "dips");
        String start = "A dip is worked out from scores: a possible strain, seen by nobody. ";
        if (!in.chance().known()) {
            return start + "The data hold " + dips + (ledger.one(found) ? " dip." : " dips.")
                    + " How many chance alone would give is not known here.";
        }
        ExpectedByChance.Range range = in.chance().dips(ALL);
        String low = ledger.number(
                new Entry("dips_by_chance_low", "Dips by chance alone, low", ALL), range.lower(), 0, "dips");
        String high = ledger.number(
                new Entry("dips_by_chance_high", "Dips by chance alone, high", ALL), range.upper(), 0, "dips");
        String about = low.equals(high) ? "about " + low : "about " + low + " to " + high;
        return start + "The data hold " + dips + (ledger.one(found) ? " dip" : " dips") + "; chance alone would give "
                + about
                + " in the same courses, and half to three quarters of such chance dips look repaired soon after.";
    }

    private static List<String> published() {
        return List.of(
                "Repaired against unrepaired ruptures: better outcome where repaired, r = 0.29 (95 % interval 0.10 to "
                        + "0.47), 11 studies with 1,314 clients (Eubanks, Muran and Safran 2018). An earlier review: "
                        + "r = 0.24 (0.09 to 0.39), 3 studies with 148 clients (Safran and others 2011).",
                "Teaching therapists to repair: r = 0.11 (−0.09 to 0.30), 6 studies; the interval holds zero "
                        + "(Eubanks, Muran and Safran 2018). The level of the alliance itself: r = 0.278 (0.256 to "
                        + "0.299), 295 studies (Flückiger and others 2018).",
                "A repair better than no rupture at all was seen only in longer therapies (Larsson and others 2018, "
                        + "605 clients); one study of 44 courses saw no link between such episodes and outcome "
                        + "(Stevens and others 2007).",
                "These figures come from other methods, other measures and other people. They are there for "
                        + "orientation and are not targets.");
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

    private static Entry entry(String id, LandmarkGroup group, String label) {
        return new Entry(id + "_" + group.key(), label, ALL, named(group));
    }

    private static Entry entry(String id, Contrast contrast, String label) {
        return new Entry(id + "_" + contrast.id(), label, ALL, contrast.words());
    }

    private static Interval points(Interval hundredths) {
        return new Interval(hundredths.lower() / POINT, hundredths.upper() / POINT);
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
