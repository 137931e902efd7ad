package mendline.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;
import mendline.model.AnxietyMeasures;
import mendline.model.DetectionSettings;
import mendline.model.EpisodeRules;
import mendline.model.MeasureKind;
import mendline.model.Vocabulary;

/** Reads from a profile how findings are made: dips, setbacks, sudden gains, fixed assessments. */
final class DetectionYaml {
    private DetectionYaml() {}

    static DetectionSettings read(Map<String, Yaml> entries, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        DetectionSettings usual = DetectionSettings.DEFAULT;
        double dipK = usual.dipK();
        int dipWindow = usual.dipWindow();
        int setbackWindow = usual.setbackWindow();
        int landmark = usual.landmark();
        EpisodeRules rules = usual.rules();
        SortedMap<String, Double> scales = new TreeMap<>();
        if (entries.containsKey("detection")) {
            Map<String, Yaml> parts = entries.get("detection")
                    .entries("dip", "setback", "check_ins", "sudden", "rupture", "not_on_track", "landmark");
            if (parts.containsKey("dip")) {
                Map<String, Yaml> dip = parts.get("dip").entries("detector", "rater", "k", "window", "scale");
                rules = EpisodeRulesYaml.dips(dip, rules, entries.containsKey("alliance"));
                dipK = dip.containsKey("k")
                        ? dip.get("k").number("between 0.5 and 10", n -> n >= 0.5 && n <= 10)
                        : dipK;
                dipWindow = dip.containsKey("window") ? dip.get("window").whole(1, 100) : dipWindow;
                if (dip.containsKey("scale")) {
                    scales.putAll(scales(dip.get("scale"), measures));
                }
            }
            if (parts.containsKey("not_on_track")) {
                rules = EpisodeRulesYaml.expected(parts.get("not_on_track"), rules);
            }
            if (parts.containsKey("setback")) {
                Map<String, Yaml> setback = parts.get("setback").entries("rule", "window", "also");
                setbackWindow =
                        setback.containsKey("window") ? setback.get("window").whole(1, 100) : setbackWindow;
                rules = EpisodeRulesYaml.setback(setback, rules);
            }
            if (parts.containsKey("check_ins")) {
                rules = rules.withCheckIns(parts.get("check_ins").flag());
            }
            if (parts.containsKey("sudden")) {
                rules = rules.withGains(EpisodeRulesYaml.gains(parts.get("sudden")));
            }
            if (parts.containsKey("landmark")) {
                landmark = parts.get("landmark").whole(2, 100);
            }
            if (parts.containsKey("rupture")) {
                rules = rules.withRuptures(EpisodeRulesYaml.ruptures(parts.get("rupture")));
            }
        }
        AnxietyMeasures anxiety = AnxietyMeasures.GAD7;
        OptionalInt first = OptionalInt.empty();
        OptionalInt last = OptionalInt.empty();
        if (entries.containsKey("outcome")) {
            Yaml outcome = entries.get("outcome");
            Map<String, Yaml> parts = outcome.entries("first", "last", "anxiety");
            if (parts.containsKey("anxiety")) {
                anxiety = anxiety(parts.get("anxiety"), measures);
            }
            if (parts.containsKey("first") != parts.containsKey("last") || parts.isEmpty()) {
                throw outcome.problem("needs both first and last, such as {first: 1, last: 4}");
            }
            if (parts.containsKey("first")) {
                first = OptionalInt.of(parts.get("first").whole(1, 10_000));
                last = OptionalInt.of(parts.get("last").whole(1, 10_000));
                if (first.getAsInt() >= last.getAsInt()) {
                    throw outcome.problem("needs a first session before the last one");
                }
            }
        }
        return new DetectionSettings(
                dipK,
                dipWindow,
                scales,
                setbackWindow,
                usual.returnDays(),
                landmark,
                first,
                last,
                rules,
                ReportYaml.curves(entries),
                anxiety);
    }

    /** {@code {by: group_problem, measures: {OCD: oci}}}: the measure that service outcomes pair with the PHQ-9. */
    private static AnxietyMeasures anxiety(Yaml yaml, SortedMap<String, Measure> measures) throws ProfileProblem {
        Map<String, Yaml> parts = yaml.entries("by", "measures");
        if (parts.size() != 2) {
            throw yaml.problem("needs both by and measures, such as {by: group_problem, measures: {OCD: oci}}");
        }
        String by = parts.get("by").text();
        if (!by.startsWith("group_")) {
            throw parts.get("by").problem("should be a column group_..., was \"" + by + "\"");
        }
        SortedMap<String, String> byProblem = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : parts.get("measures").entries().entrySet()) {
            String text = entry.getValue().text();
            String key = Vocabulary.folded(text);
            if (!measures.containsKey(key)) {
                throw entry.getValue().unknown("measure", text, measures.keySet());
            }
            if (measures.get(key).kind() != MeasureKind.OUTCOME) {
                throw entry.getValue().problem("should be a measure of outcome, but " + key + " is not one");
            }
            byProblem.put(Vocabulary.folded(entry.getKey()), key);
        }
        return new AnxietyMeasures(Optional.of(by), byProblem);
    }

    private static SortedMap<String, Double> scales(Yaml yaml, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        SortedMap<String, Double> scales = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String key = Vocabulary.folded(entry.getKey());
            if (!measures.containsKey(key)) {
                throw entry.getValue().unknown("measure", entry.getKey(), measures.keySet());
            }
            scales.put(key, entry.getValue().number("a number of points above 0", n -> n > 0));
        }
        return scales;
    }
}
