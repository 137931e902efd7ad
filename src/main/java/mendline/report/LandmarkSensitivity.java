package mendline.report;

import static mendline.report.LandmarkGroups.ALL;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.aggregate.LandmarkComparison;
import mendline.aggregate.LandmarkRow;
import mendline.detect.LandmarkGroup;
import mendline.detect.LandmarkVariant;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Interval;
import mendline.stats.LinearEstimate;
import mendline.stats.Moments;

/** The contrast repaired against not yet by other landmarks and other rules for dips, as one small table. */
final class LandmarkSensitivity {
    private final ReportInput in;
    private final LandmarkGroups groups;
    private final Ledger ledger;

    private LandmarkSensitivity(ReportInput in, LandmarkGroups groups, Ledger ledger) {
        this.in = in;
        this.groups = groups;
        this.ledger = ledger;
    }

    static Block of(ReportInput in, LandmarkGroups groups, Ledger ledger) {
        return new LandmarkSensitivity(in, groups, ledger).table();
    }

    private Block table() {
        DetectionSettings main = in.instruments().settings();
        List<Row> rows = new ArrayList<>();
        for (LandmarkVariant variant : LandmarkVariant.values()) {
            variant.of(main)
                    .ifPresent(settings -> rows.add(line(variant, name(variant, settings), variant.key(), false)));
            if (variant == LandmarkVariant.MAIN) {
                rows.add(line(variant, "The same, number of sessions allowed for", "sessions_allowed_for", true));
            }
        }
        return new Block.Table(
                "Other choices: dip repaired against not yet repaired, at the same score",
                List.of(
                        words("Session and rule for dips", 36),
                        numbers("Courses: no dip, repaired, not yet", 18),
                        numbers("Sessions, mean of each", 19),
                        numbers("In SDs", 9),
                        numbers("95 % interval", 18)),
                rows);
    }

    /**
     * @param key of the choice in {@code figures.csv}
     * @param allowing whether the number of attended sessions is a column of the model
     */
    private Row line(LandmarkVariant variant, String name, String key, boolean allowing) {
        List<LandmarkRow> all = in.summary().landmarkRows(variant);
        List<String> courses = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        long fewest = Long.MAX_VALUE;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            Moments attended = all.stream()
                    .filter(course -> course.group() == group)
                    .mapToLong(LandmarkRow::attended)
                    .mapToObj(Moments::of)
                    .reduce(Moments.NONE, Moments::plus);
            fewest = Math.min(fewest, attended.n());
            courses.add(ledger.count(
                    entry(key, "courses_" + group.key(), "Courses, " + groupWords(group), name),
                    attended.n(),
                    "courses"));
            sessions.add(mean(key, group, name, attended));
        }
        String value = Written.NOT_MEASURED;
        String limits = "too few";
        Entry difference = entry(key, "difference_in_sds", "Dip repaired against not yet, in SDs", name);
        if (fewest < groups.fewest()) {
            ledger.tooFew(difference, all.size(), "sd");
        } else {
            Optional<Interval> interval = Optional.empty();
            Optional<LandmarkComparison> found = (allowing
                            ? LandmarkComparison.allowingForSessions(all, better())
                            : LandmarkComparison.of(all, better()))
                    .value();
            if (found.isPresent()) {
                double sd = found.get().sdAtLandmark();
                LinearEstimate estimate = found.get()
                        .contrast(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED)
                        .difference();
                interval = Optional.of(new Interval(
                        estimate.interval().lower() / sd, estimate.interval().upper() / sd));
                ledger.estimate(difference, all.size(), estimate.value() / sd, interval, "sd");
                value = Written.decimal(estimate.value() / sd, 2);
                limits = Written.interval(interval.get().lower(), interval.get().upper(), 2);
            } else {
                ledger.notMeasured(difference, "sd");
                limits = Written.NOT_MEASURED;
            }
        }
        return row(name, String.join(" / ", courses), String.join(" / ", sessions), value, limits);
    }

    private Direction better() {
        return in.instruments().primary().orElseThrow().better();
    }

    private String mean(String key, LandmarkGroup group, String name, Moments attended) {
        Entry entry = entry(key, "sessions_" + group.key(), "Mean attended sessions, " + groupWords(group), name);
        if (attended.n() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            ledger.tooFew(entry, attended.n(), "sessions");
            return Written.NOT_MEASURED;
        }
        if (!ledger.enough(attended.n())) {
            return ledger.withheld(entry, "sessions");
        }
        ledger.estimate(entry, attended.n(), attended.mean().orElseThrow(), Optional.empty(), "sessions");
        return Written.decimal(attended.mean().orElseThrow(), 1);
    }

    private static String groupWords(LandmarkGroup group) {
        return LandmarkContrast.small(LandmarkContrast.named(group));
    }

    private static Entry entry(String key, String id, String label, String name) {
        return new Entry("other_choice_" + key + "_" + id, label, ALL, name);
    }

    private static String name(LandmarkVariant variant, DetectionSettings settings) {
        String at = "Session " + settings.landmark() + ", ";
        String rule = switch (settings.rules().dips()) {
            case A -> String.format(Locale.ROOT, "detector A, k = %.1f", settings.dipK());
            case B -> "detector B (own control chart)";
        };
        return at + rule + (variant == LandmarkVariant.MAIN ? " (as above)" : "");
    }
}
