package mendline.ingest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import mendline.model.DipDetector;
import mendline.model.EpisodeRules;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.model.SetbackRule;

/** Reads from a profile which rules find episodes. */
final class EpisodeRulesYaml {
    private EpisodeRulesYaml() {}

    /** {@code rule: S1} is counted everywhere; {@code also: [S2, S5]} are listed beside. */
    static EpisodeRules setback(Map<String, Yaml> setback, EpisodeRules usual) throws ProfileProblem {
        SetbackRule rule = setback.containsKey("rule") ? setback.get("rule").word(SetbackRule.class) : usual.setback();
        if (!rule.countable()) {
            throw setback.get("rule")
                    .problem("cannot be " + rule.id() + ", which has no half-way back to count; list it with also: ["
                            + rule.id() + "]");
        }
        EnumSet<SetbackRule> also = EnumSet.noneOf(SetbackRule.class);
        if (setback.containsKey("also")) {
            Yaml list = setback.get("also");
            for (Yaml item : list.isScalar() ? List.of(list) : list.list()) {
                SetbackRule other = item.word(SetbackRule.class);
                if (other == rule) {
                    throw item.problem("names " + rule.id() + ", which is the rule that is counted already");
                }
                if (other == SetbackRule.S7 && usual.expectedBands().isEmpty()) {
                    throw item.problem("names S7, which needs not_on_track: on under detection");
                }
                also.add(other);
            }
        }
        return usual.withSetbacks(rule, also);
    }

    /** {@code not_on_track: on}, or {@code {bands: 4}}; off leaves the expected course out. */
    static EpisodeRules expected(Yaml notOnTrack, EpisodeRules usual) throws ProfileProblem {
        if (notOnTrack.isScalar()) {
            return notOnTrack.flag() ? usual.withExpectedBands(EpisodeRules.USUAL_BANDS) : usual;
        }
        Map<String, Yaml> parts = notOnTrack.entries("bands");
        return usual.withExpectedBands(
                parts.containsKey("bands") ? parts.get("bands").whole(1, 20) : EpisodeRules.USUAL_BANDS);
    }

    /** {@code detector: A} or {@code B}. */
    static EpisodeRules dips(Map<String, Yaml> dip, EpisodeRules usual) throws ProfileProblem {
        return dip.containsKey("detector") ? usual.withDips(dip.get("detector").word(DipDetector.class)) : usual;
    }

    /** What a sudden gain is; {@code mode: suddengains} follows the R package of that name. */
    static GainRules gains(Yaml sudden) throws ProfileProblem {
        Map<String, Yaml> parts = sudden.entries(
                "mode", "criteria", "points", "percent", "stability", "critical_value", "identify_1_to_2");
        GainRules usual = GainRules.DEFAULT;
        Set<Integer> criteria = new TreeSet<>(List.of(1, 2, 3));
        if (parts.containsKey("criteria")) {
            criteria.clear();
            for (Yaml item : parts.get("criteria").list()) {
                criteria.add(item.whole(1, 3));
            }
            if (!criteria.contains(1) && !criteria.contains(2)) {
                throw parts.get("criteria").problem("needs criterion 1 or 2");
            }
        }
        GainStability stability =
                parts.containsKey("stability") ? parts.get("stability").word(GainStability.class) : usual.stability();
        return new GainRules(
                criteria.contains(1),
                parts.containsKey("points")
                        ? OptionalDouble.of(parts.get("points").number("a number of points above 0", n -> n > 0))
                        : usual.points(),
                criteria.contains(2),
                parts.containsKey("percent")
                        ? parts.get("percent").number("above 0 and at most 1", n -> n > 0 && n <= 1)
                        : usual.percent(),
                criteria.contains(3) ? stability : GainStability.OFF,
                oneOf(parts, "critical_value", "adjusted", "unadjusted"),
                !oneOf(parts, "mode", "mendline", "suddengains"),
                parts.containsKey("identify_1_to_2")
                        && parts.get("identify_1_to_2").flag());
    }

    /** Whether a value is the first of two words, which is also what it is when it is not there. */
    private static boolean oneOf(Map<String, Yaml> parts, String key, String first, String second)
            throws ProfileProblem {
        if (!parts.containsKey(key) || parts.get(key).text().equals(first)) {
            return true;
        }
        if (parts.get(key).text().equals(second)) {
            return false;
        }
        throw parts.get(key)
                .problem("should be " + first + " or " + second + ", was \""
                        + parts.get(key).text() + "\"");
    }
}
