package mendline.report;

import static mendline.report.LandmarkContrast.withA;
import static mendline.report.LandmarkGroups.POINT;
import static mendline.report.LandmarkGroups.entry;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.aggregate.LandmarkComparison;
import mendline.report.Block.Row;
import mendline.stats.EValue;
import mendline.stats.Interval;
import mendline.stats.LinearEstimate;

/** What followed the landmark at the same score there: the analysis of covariance as a figure, a table and a sentence. */
final class AdjustedDifferences {
    /** An adjusted p below this is said to stand out. */
    private static final double STANDS_OUT = 0.05;

    private final LandmarkGroups groups;
    private final Ledger ledger;
    private final LandmarkComparison found;
    private final List<Point> points = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> apart = new ArrayList<>();
    private final List<LandmarkContrast> standingOut = new ArrayList<>();

    private AdjustedDifferences(LandmarkGroups groups, Ledger ledger, LandmarkComparison found) {
        this.groups = groups;
        this.ledger = ledger;
        this.found = found;
    }

    /** Adds the blocks; gives the title of the page. */
    static String addTo(List<Block> blocks, LandmarkGroups groups, Ledger ledger, LandmarkComparison found) {
        return new AdjustedDifferences(groups, ledger, found).add(blocks);
    }

    private String add(List<Block> blocks) {
        int landmark = groups.landmark();
        for (LandmarkContrast contrast : LandmarkContrast.values()) {
            add(contrast);
        }
        blocks.add(new Block.Chart(
                figure(),
                "Dot: difference at the same score at session " + landmark
                        + ", first minus second. Line: 95 % interval; "
                        + "where it crosses zero, either group may be the better one."));
        blocks.add(new Block.Table(
                "Differences at the same score at session " + landmark + " (analysis of covariance)",
                List.of(
                        words("First against second", 36),
                        numbers("Points, first minus second", 15),
                        numbers("95 % interval", 15),
                        numbers("In SDs of that score", 11),
                        numbers("p (Holm)", 8),
                        numbers("Smallest to be seen, in SDs", 15)),
                rows));
        blocks.add(groups.described().table());
        blocks.add(new Block.Paragraph(
                "What can be told apart.",
                apart.isEmpty()
                        ? "None of the three differences stands out (p below 0.05 after Holm's adjustment for three "
                                + "looks). That is not the same as no difference; the last column says how large one "
                                + "would have to be, in standard deviations, to be seen four times in five."
                        : Written.sentence(Written.list(apart)) + ", at the same score at session " + landmark
                                + ". This holds after Holm's adjustment for three looks, and says nothing on why groups "
                                + "differ." + unmeasured()));
        return apart.isEmpty()
                ? groups.notApart()
                : "At the same score at session " + landmark + ", " + Written.list(apart);
    }

    /** The E-value of the first difference that stands out. */
    private String unmeasured() {
        LandmarkContrast contrast = standingOut.get(0);
        LinearEstimate estimate =
                found.contrast(contrast.first(), contrast.second()).difference();
        double sd = found.sdAtLandmark();
        EValue value = EValue.ofStandardisedDifference(estimate.value() / sd, estimate.standardError() / sd);
        return " Something unmeasured would have to go with both the group and what followed by a risk ratio of about "
                + ledger.number(
                        entry("e_value", contrast, "E-value: what could explain the difference away"),
                        value.estimate(),
                        1,
                        "risk ratio")
                + " each to explain "
                + (apart.size() == 1 ? "it" : "the first of them")
                + " away (E-value; "
                + ledger.number(
                        entry("e_value_limit", contrast, "E-value: what could bring the interval to no difference"),
                        value.limit(),
                        1,
                        "risk ratio")
                + " to bring its interval to zero).";
    }

    private void add(LandmarkContrast contrast) {
        LandmarkComparison.Contrast result = found.contrast(contrast.first(), contrast.second());
        LinearEstimate estimate = result.difference();
        long n = groups.n(contrast.first()) + groups.n(contrast.second());
        double value = estimate.value() / POINT;
        double inSds = estimate.value() / found.sdAtLandmark();
        Interval interval = LandmarkGroups.points(estimate.interval());
        ledger.estimate(
                entry("adjusted_difference", contrast, "Difference at the same score at the landmark"),
                n,
                value,
                Optional.of(interval),
                "points");
        ledger.estimate(
                entry("adjusted_difference_in_sds", contrast, "The same in SDs of the score at the landmark"),
                n,
                inSds,
                Optional.of(new Interval(
                        estimate.interval().lower() / found.sdAtLandmark(),
                        estimate.interval().upper() / found.sdAtLandmark())),
                "sd");
        String p = ledger.number(
                entry("adjusted_p", contrast, "p of the difference, adjusted after Holm"), result.adjustedP(), 3, "p");
        String difference = Written.decimal(value, 1);
        String limits = Written.interval(interval.lower(), interval.upper(), 1);
        rows.add(row(
                contrast.words(),
                difference,
                limits,
                Written.decimal(inSds, 2),
                result.adjustedP() < 0.001 ? "<0.001" : p,
                groups.detectable(contrast)));
        said.add(contrast.smallWords() + " " + difference + " (95 % interval " + limits + ")");
        points.add(new Point(
                contrast.words(),
                contrast.ordinal(),
                OptionalDouble.of(value),
                OptionalDouble.of(interval.lower()),
                OptionalDouble.of(interval.upper()),
                OptionalLong.of(n),
                PointState.OK));
        if (result.adjustedP() < STANDS_OUT) {
            standingOut.add(contrast);
            apart.add(withA(contrast.first()) + " went with " + Written.decimal(Math.abs(value), 1) + " points "
                    + (value > 0 ? "more" : "less") + " than " + withA(contrast.second()));
        }
    }

    private Figure figure() {
        return new Figure(
                "repairs-and-outcomes",
                Figure.Layout.DOT_INTERVALS,
                "Differences in what followed session " + groups.landmark() + ", at the same score there",
                groups.outcome().name()
                        + ", difference in points with 95 % interval; further right: the first did better",
                "Differences in points at the same score at session " + groups.landmark() + ": "
                        + String.join("; ", said) + ".",
                Axis.places(
                        "", Axis.Scale.CATEGORIES, points.stream().map(Point::x).toList()),
                LandmarkGroups.valuesAxis("points, first minus second", points),
                List.of(new Series("adjusted difference", Mark.INTERVAL, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                105);
    }
}
