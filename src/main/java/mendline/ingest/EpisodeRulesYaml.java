package mendline.ingest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import mendline.model.DipDetector;
import mendline.model.EpisodeRules;
import mendline.model.SetbackRule;

/** Reads from a profile which rules find episodes. */
final class EpisodeRulesYaml {
    private EpisodeRulesYaml() {}

    /** {@code rule: S1} is counted everywhere; {@code also: [S2, S5]} are listed beside. */
    static EpisodeRules setback(Map<String, Yaml> setback, EpisodeRules usual) throws ProfileProblem {
        SetbackRule rule =
                setback.containsKey("rule") ? setback.get("rule").word(SetbackRule.class) : usual.setback();
        EnumSet<SetbackRule> also = EnumSet.noneOf(SetbackRule.class);
        if (setback.containsKey("also")) {
            Yaml list = setback.get("also");
            for (Yaml item : list.isScalar() ? List.of(list) : list.list()) {
                SetbackRule other = item.word(SetbackRule.class);
                if (other == rule) {
                    throw item.problem("names " + rule.id() + ", which is the rule that is counted already");
                }
                also.add(other);
            }
        }
        return usual.withSetbacks(rule, also);
    }

    /** {@code detector: A} or {@code B}. */
    static EpisodeRules dips(Map<String, Yaml> dip, EpisodeRules usual) throws ProfileProblem {
        return dip.containsKey("detector") ? usual.withDips(dip.get("detector").word(DipDetector.class)) : usual;
    }
}
