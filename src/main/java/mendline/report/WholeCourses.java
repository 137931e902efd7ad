package mendline.report;

import static mendline.report.LandmarkGroups.POINT;
import static mendline.report.LandmarkGroups.entry;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.aggregate.LandmarkComparison;
import mendline.aggregate.Topic;
import mendline.detect.LandmarkGroup;
import mendline.report.Block.Row;
import mendline.stats.Interval;
import mendline.stats.LinearEstimate;
import mendline.stats.MeanDifference;
import mendline.stats.Moments;

/**
 * The naive comparison beside the one at the landmark: whole courses grouped by their last dip, from first to last score.
 * It is biased by time, since a course must last in order to have a dip and its repair, and it is there to show by how much.
 */
final class WholeCourses {
    /** Estimates further apart than this share of the one at the landmark disagree. */
    private static final double APART = 0.5;

    private final ReportInput in;
    private final LandmarkGroups groups;
    private final Ledger ledger;

    private WholeCourses(ReportInput in, LandmarkGroups groups, Ledger ledger) {
        this.in = in;
        this.groups = groups;
        this.ledger = ledger;
    }

    /** A table and what is to be made of it; nothing where a group of whole courses is too small. */
    static List<Block> of(ReportInput in, LandmarkGroups groups, Ledger ledger, LandmarkComparison found) {
        return new WholeCourses(in, groups, ledger).blocks(found);
    }

    private List<Block> blocks(LandmarkComparison found) {
        for (LandmarkGroup group : LandmarkGroup.values()) {
            if (improvement(group).n() < groups.fewest()) {
                return List.of();
            }
        }
        List<Row> rows = new ArrayList<>();
        List<String> disagree = new ArrayList<>();
        for (LandmarkContrast contrast : LandmarkContrast.values()) {
            LinearEstimate landmark =
                    found.contrast(contrast.first(), contrast.second()).difference();
            Optional<MeanDifference> whole =
                    MeanDifference.welch(improvement(contrast.first()), improvement(contrast.second()));
            rows.add(row(
                    contrast.words(),
                    Written.decimal(landmark.value() / POINT, 1),
                    naive(contrast, whole),
                    sizes(contrast),
                    sessions(contrast)));
            if (whole.isPresent() && disagrees(landmark.value(), whole.get().difference())) {
                disagree.add(contrast.smallWords());
            }
        }
        Block table = new Block.Table(
                "The naive comparison beside it: whole courses by their last dip, first to last score (biased by time)",
                List.of(
                        words("First against second", 36),
                        numbers("At session " + groups.landmark() + ", points", 12),
                        numbers("Whole courses, points", 22),
                        numbers("Whole courses", 13),
                        numbers("Their sessions, mean", 17)),
                rows);
        String reason = "A course must last in order to have a dip and its repair, and whoever stays longer has more "
                + "time to improve. ";
        return List.of(
                table,
                new Block.Paragraph(
                        "Biased by time.",
                        disagree.isEmpty()
                                ? reason + "Here the two comparisons say much the same."
                                : reason + "The two differ in sign or by more than half for "
                                        + Written.list(disagree)
                                        + ": go by the comparison at session " + groups.landmark()
                                        + ", which stands first."));
    }

    static boolean disagrees(double landmark, double whole) {
        return landmark * whole < 0 || Math.abs(whole - landmark) > APART * Math.abs(landmark);
    }

    private Moments improvement(LandmarkGroup group) {
        return in.summary().moments(Topic.WHOLE_COURSE_IMPROVEMENT, group.key(), LandmarkGroups.ALL);
    }

    private String naive(LandmarkContrast contrast, Optional<MeanDifference> whole) {
        Ledger.Entry entry = entry("naive_difference", contrast, "Difference of whole courses, biased by time");
        if (whole.isEmpty()) {
            return ledger.notMeasured(entry, "points");
        }
        double value = whole.get().difference() / POINT;
        Interval interval = LandmarkGroups.points(whole.get().interval());
        long n = improvement(contrast.first()).n()
                + improvement(contrast.second()).n();
        ledger.estimate(entry, n, value, Optional.of(interval), "points");
        return Written.decimal(value, 1) + " (" + Written.interval(interval.lower(), interval.upper(), 1) + ")";
    }

    private String sizes(LandmarkContrast contrast) {
        return count(contrast, contrast.first(), "first") + " / " + count(contrast, contrast.second(), "second");
    }

    private String count(LandmarkContrast contrast, LandmarkGroup group, String place) {
        return ledger.count(
                entry("naive_courses_" + place, contrast, "Whole courses of the " + place),
                improvement(group).n(),
                "courses");
    }

    private String sessions(LandmarkContrast contrast) {
        return mean(contrast, contrast.first(), "first") + " / " + mean(contrast, contrast.second(), "second");
    }

    private String mean(LandmarkContrast contrast, LandmarkGroup group, String place) {
        Moments attended = in.summary().moments(Topic.WHOLE_COURSE_SESSIONS, group.key(), LandmarkGroups.ALL);
        double mean = attended.mean().orElseThrow();
        Ledger.Entry entry = entry("naive_sessions_" + place, contrast, "Mean attended sessions of the " + place);
        if (!ledger.enough(attended.n())) {
            return ledger.withheld(entry, "sessions");
        }
        ledger.estimate(entry, attended.n(), mean, Optional.empty(), "sessions");
        return Written.decimal(mean, 1);
    }
}
