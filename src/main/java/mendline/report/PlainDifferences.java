package mendline.report;

import static mendline.report.LandmarkGroups.ALL;
import static mendline.report.LandmarkGroups.POINT;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mendline.detect.LandmarkGroup;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Interval;
import mendline.stats.MeanDifference;
import mendline.stats.Refusal;

/** What followed the landmark as plain means, where groups could not be set at the same score there. */
final class PlainDifferences {
    private final LandmarkGroups groups;
    private final Ledger ledger;

    private PlainDifferences(LandmarkGroups groups, Ledger ledger) {
        this.groups = groups;
        this.ledger = ledger;
    }

    /** Adds the blocks; gives the title of the page. */
    static String addTo(List<Block> blocks, LandmarkGroups groups, Ledger ledger, Refusal why) {
        return new PlainDifferences(groups, ledger).add(blocks, why);
    }

    private String add(List<Block> blocks, Refusal why) {
        int landmark = groups.landmark();
        LandmarkGroups.Described described = groups.described();
        blocks.add(new Block.Chart(
                figure(described),
                "Dot: mean. Line: 95 % interval. Further right is better. Groups are fixed at session " + landmark
                        + ", before what is measured."));
        blocks.add(described.table());
        blocks.add(new Block.Paragraph(
                "Not adjusted.",
                "The groups could not be set at the same score at session " + landmark + ": " + why.words() + "."));
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
            return groups.notApart();
        }
        Map<LandmarkGroup, String> means = described.means();
        return "Points of improvement after session " + landmark + ": " + means.get(LandmarkGroup.DIP_REPAIRED)
                + " with a dip repaired, " + means.get(LandmarkGroup.NO_DIP) + " without a dip, "
                + means.get(LandmarkGroup.DIP_NOT_YET_REPAIRED) + " with a dip not yet repaired";
    }

    private Figure figure(LandmarkGroups.Described described) {
        List<String> names = described.points().stream().map(Point::x).toList();
        return new Figure(
                "repairs-and-outcomes",
                Figure.Layout.DOT_INTERVALS,
                "Improvement after session " + groups.landmark() + " by what had happened until then",
                groups.outcome().name() + ", mean improvement in points with 95 % interval, all courses in the data",
                "Mean improvement in points after session " + groups.landmark() + ": "
                        + String.join("; ", described.said()) + ".",
                Axis.places("", Axis.Scale.CATEGORIES, names),
                LandmarkGroups.valuesAxis("points of improvement", described.points()),
                List.of(new Series("mean improvement", Mark.INTERVAL, Tone.MAIN, false, described.points())),
                List.of(),
                List.of(),
                105);
    }

    /** Adds the table of differences; gives those whose interval leaves out zero, in words. */
    private List<String> differences(List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (LandmarkContrast contrast : LandmarkContrast.values()) {
            Optional<MeanDifference> welch =
                    MeanDifference.welch(groups.improvement(contrast.first()), groups.improvement(contrast.second()));
            String difference = Written.NOT_MEASURED;
            String limits = Written.NOT_MEASURED;
            Entry entry =
                    new Entry("difference_" + contrast.id(), "Difference in mean improvement", ALL, contrast.words());
            if (welch.isPresent()) {
                double value = welch.get().difference() / POINT;
                Interval interval = LandmarkGroups.points(welch.get().interval());
                long n = groups.n(contrast.first()) + groups.n(contrast.second());
                ledger.estimate(entry, n, value, Optional.of(interval), "points");
                difference = Written.decimal(value, 1);
                limits = Written.interval(interval.lower(), interval.upper(), 1);
                if (!interval.contains(0)) {
                    apart.add(contrast.smallWords() + " (" + difference + " points, 95 % interval " + limits + ")");
                }
            } else {
                ledger.notMeasured(entry, "points");
            }
            rows.add(row(contrast.words(), difference, limits, groups.detectable(contrast)));
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
}
