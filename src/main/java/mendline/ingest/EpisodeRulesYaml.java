package mendline.ingest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import mendline.measure.Yardsticks;
import mendline.model.DipDetector;
import mendline.model.EpisodeRules;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.model.Rater;
import mendline.model.RuptureRules;
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

    /**
     * {@code detector: A} or {@code B}, {@code rater: client} or {@code therapist}.
     *
     * @param named whether the profile names the alliance measure: which one has most scores is counted in clients' ratings
     */
    static EpisodeRules dips(Map<String, Yaml> dip, EpisodeRules usual, boolean named) throws ProfileProblem {
        EpisodeRules rules =
                dip.containsKey("detector") ? usual.withDips(dip.get("detector").word(DipDetector.class)) : usual;
        if (!dip.containsKey("rater")) {
            return rules;
        }
        Rater rater = dip.get("rater").word(Rater.class);
        if (rater != Rater.CLIENT && !named) {
            throw dip.get("rater").problem("needs the alliance measure to be named, such as alliance: srs");
        }
        return rules.withDipRater(rater);
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

    /** What counts as a recorded rupture, and from which rating on it is repaired, or partly. */
    static RuptureRules ruptures(Yaml rupture) throws ProfileProblem {
        Map<String, Yaml> parts =
                rupture.entries("client_intensity", "observer_significance", "repaired_from", "partly_from");
        RuptureRules usual = RuptureRules.DEFAULT;
        int repaired = rating(parts, "repaired_from", usual.repairedFrom());
        int partly = rating(parts, "partly_from", Math.min(usual.partlyFrom(), repaired));
        if (partly > repaired) {
            throw parts.get("partly_from").problem("should be at most repaired_from, which is " + repaired);
        }
        return new RuptureRules(
                rating(parts, "client_intensity", usual.clientIntensity()),
                rating(parts, "observer_significance", usual.observerSignificance()),
                repaired,
                partly);
    }

    private static int rating(Map<String, Yaml> parts, String key, int usual) throws ProfileProblem {
        return parts.containsKey(key) ? parts.get(key).whole(1, 5) : usual;
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
                parts.containsKey("points") ? OptionalDouble.of(points(parts.get("points"))) : usual.points(),
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

    /** Points, or the SD and the reliability that the reliable change after Jacobson and Truax is worked out from. */
    private static double points(Yaml points) throws ProfileProblem {
        if (!points.isMapping()) {
            return points.number("a number of points above 0", n -> n > 0);
        }
        Map<String, Yaml> parts = points.entries("sd", "reliability");
        if (parts.size() != 2) {
            throw points.problem("needs both sd and reliability, such as {sd: 10.5, reliability: 0.93}");
        }
        return Yardsticks.reliableChange(
                parts.get("sd").number("a number of points above 0", n -> n > 0),
                parts.get("reliability").number("above 0 and below 1", n -> n > 0 && n < 1));
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
