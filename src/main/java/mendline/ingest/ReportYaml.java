package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.CurveSettings;
import mendline.model.LimitsSettings;
import mendline.model.ReportSettings;
import mendline.model.SuppressionScheme;

/** Reads from a profile what the report shows. */
final class ReportYaml {
    private static final int LAST_PAGE = 12;
    /** Shares for which more (or less) is better; nothing about setbacks, ruptures or dips may have a target. */
    private static final List<String> TARGETS = List.of(
            "missed_share",
            "returned_after_missed",
            "unplanned_endings_share",
            "recovery",
            "reliable_recovery",
            "reliable_improvement",
            "reliable_deterioration",
            "outcome_completion",
            "alliance_completion");

    private static final String[] KEYS = {
        "minimum_n", "pages", "targets", "therapist_in_files", "notes", "case_mix", "models", "suppression", "curves"
    };

    private ReportYaml() {}

    /** What curves show stands where a reader looks for it, and says what is counted of each course. */
    static CurveSettings curves(Map<String, Yaml> entries) throws ProfileProblem {
        if (!entries.containsKey("report")) {
            return CurveSettings.DEFAULT;
        }
        Map<String, Yaml> report = entries.get("report").entries(KEYS);
        return report.containsKey("curves") ? CurvesYaml.curves(report.get("curves")) : CurveSettings.DEFAULT;
    }

    static ReportSettings read(Map<String, Yaml> entries) throws ProfileProblem {
        ReportSettings usual = ReportSettings.DEFAULT;
        String practice = entries.containsKey("name") ? entries.get("name").filledText() : usual.practice();
        LimitsSettings limits = entries.containsKey("limits") ? LimitsYaml.read(entries.get("limits")) : usual.limits();
        SuppressionScheme suppression = usual.suppression();
        boolean caseMix = usual.caseMix();
        int minimumN = usual.minimumN();
        List<Integer> pages = new ArrayList<>();
        SortedMap<String, Double> targets = new TreeMap<>();
        SortedMap<Integer, String> notes = new TreeMap<>();
        boolean therapists = usual.therapistInFiles();
        boolean models = usual.models();
        if (entries.containsKey("report")) {
            Map<String, Yaml> report = entries.get("report").entries(KEYS);
            suppression = report.containsKey("suppression")
                    ? report.get("suppression").word(SuppressionScheme.class)
                    : suppression;
            caseMix = report.containsKey("case_mix") ? report.get("case_mix").flag() : caseMix;
            models = report.containsKey("models") ? report.get("models").flag() : models;
            minimumN = report.containsKey("minimum_n") ? report.get("minimum_n").whole(5, 1_000_000) : minimumN;
            therapists = report.containsKey("therapist_in_files")
                    ? report.get("therapist_in_files").flag()
                    : therapists;
            if (report.containsKey("pages")) {
                SortedSet<Integer> sorted = new TreeSet<>();
                for (Yaml page : report.get("pages").list()) {
                    sorted.add(page.whole(1, LAST_PAGE));
                }
                pages.addAll(sorted);
            }
            if (report.containsKey("targets")) {
                targets = targets(report.get("targets"));
            }
            if (report.containsKey("notes")) {
                for (Map.Entry<String, Yaml> note :
                        report.get("notes").entries().entrySet()) {
                    notes.put(
                            LimitsYaml.month(note.getValue(), note.getKey()),
                            note.getValue().filledText());
                }
            }
        }
        return new ReportSettings(
                practice, minimumN, pages, targets, therapists, limits, notes, caseMix, models, suppression);
    }

    private static SortedMap<String, Double> targets(Yaml yaml) throws ProfileProblem {
        SortedMap<String, Double> targets = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String metric = entry.getKey();
            if (metric.contains("setback")
                    || metric.contains("bounce")
                    || metric.contains("dip")
                    || metric.contains("rupture")
                    || metric.contains("repair")) {
                throw entry.getValue()
                        .problem(
                                "cannot be: setbacks, ruptures, dips and what follows them have no targets, since a target "
                                        + "would teach people not to record them");
            }
            if (!TARGETS.contains(metric)) {
                throw entry.getValue().unknown("metric that can have a target", metric, TARGETS);
            }
            targets.put(metric, entry.getValue().number("a share between 0 and 1", n -> n >= 0 && n <= 1));
        }
        return targets;
    }
}
