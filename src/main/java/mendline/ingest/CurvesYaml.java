package mendline.ingest;

import java.util.Map;
import java.util.Optional;
import mendline.model.CurveSettings;

/** Reads from a profile what the curves of coming back show. */
final class CurvesYaml {
    private CurvesYaml() {}

    /** {@code curves: {back: full, clock: days, which: all, endings: competing, by: group_gender}}. */
    static CurveSettings curves(Yaml yaml) throws ProfileProblem {
        CurveSettings usual = CurveSettings.DEFAULT;
        Map<String, Yaml> parts = yaml.entries("back", "clock", "which", "endings", "by");
        CurveSettings.Setbacks which =
                parts.containsKey("which") ? parts.get("which").word(CurveSettings.Setbacks.class) : usual.setbacks();
        Optional<String> by = parts.containsKey("by") ? by(parts.get("by")) : usual.by();
        if (by.isPresent() && which == CurveSettings.Setbacks.ALL) {
            throw parts.get("by").problem("needs which: first, since the test of groups counts every person once");
        }
        return new CurveSettings(
                parts.containsKey("back") ? parts.get("back").word(CurveSettings.Back.class) : usual.back(),
                parts.containsKey("clock") ? parts.get("clock").word(CurveSettings.Clock.class) : usual.clock(),
                which,
                parts.containsKey("endings") ? parts.get("endings").word(CurveSettings.Endings.class) : usual.endings(),
                by);
    }

    private static Optional<String> by(Yaml value) throws ProfileProblem {
        String text = value.filledText();
        if (text.equals(CurveSettings.ONSET) || text.equals(CurveSettings.SITE)) {
            return Optional.of(text);
        }
        if (text.equals("none")) {
            return Optional.empty();
        }
        Optional<String> group = Header.group(text);
        if (group.isPresent()) {
            return group;
        }
        throw value.problem("should be none, " + CurveSettings.ONSET + ", " + CurveSettings.SITE
                + " or a recorded group such as group_gender, was \"" + text + "\"");
    }
}
