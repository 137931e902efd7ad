package mendline.model;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a finding is, as the profile may set it; defaults are those of the methods page.
 *
 * @param dipK threshold of an alliance dip in units of the scale of differences
 * @param dipWindow valid scores after the lowest one in which a repair is looked for
 * @param dipScales scale of differences pinned by the profile, points by measure key
 * @param setbackWindow valid scores within which half-way back counts in monthly figures
 * @param returnDays days within which a missed session counts as returned
 * @param landmark attended session at which groups are fixed
 * @param firstAssessment session number of the first score where assessments are fixed
 * @param lastAssessment session number of the last score where assessments are fixed
 * @param rules which rules find episodes
 * @param curves what the curves of coming back show
 * @param anxiety which measure of anxiety service outcomes pair with the PHQ-9
 */
public record DetectionSettings(
        double dipK,
        int dipWindow,
        SortedMap<String, Double> dipScales,
        int setbackWindow,
        int returnDays,
        int landmark,
        OptionalInt firstAssessment,
        OptionalInt lastAssessment,
        EpisodeRules rules,
        CurveSettings curves,
        AnxietyMeasures anxiety) {

    /** The defaults of the methods page. */
    public static final DetectionSettings DEFAULT =
            new DetectionSettings(2.5, 5, new TreeMap<>(), 6, 28, 8, OptionalInt.empty(), OptionalInt.empty());

    /** With the usual rules and curves. */
    public DetectionSettings(
            double dipK,
            int dipWindow,
            SortedMap<String, Double> dipScales,
            int setbackWindow,
            int returnDays,
            int landmark,
            OptionalInt firstAssessment,
            OptionalInt lastAssessment) {
        this(
                dipK,
                dipWindow,
                dipScales,
                setbackWindow,
                returnDays,
                landmark,
                firstAssessment,
                lastAssessment,
                EpisodeRules.DEFAULT,
                CurveSettings.DEFAULT,
                AnxietyMeasures.GAD7);
    }

    public DetectionSettings {
        if (!(dipK > 0) || dipWindow < 1 || setbackWindow < 1 || returnDays < 1 || landmark < 2) {
            throw new IllegalArgumentException("detection settings need k > 0, windows >= 1, landmark >= 2, was k "
                    + dipK + ", windows " + dipWindow + " and " + setbackWindow + ", landmark " + landmark);
        }
        if (firstAssessment.isPresent() != lastAssessment.isPresent()) {
            throw new IllegalArgumentException("fixed assessments need both a first and a last session number");
        }
        dipScales = Collections.unmodifiableSortedMap(new TreeMap<>(dipScales));
    }

    /** The same settings with other rules. */
    public DetectionSettings with(EpisodeRules others) {
        return new DetectionSettings(
                dipK,
                dipWindow,
                dipScales,
                setbackWindow,
                returnDays,
                landmark,
                firstAssessment,
                lastAssessment,
                others,
                curves,
                anxiety);
    }

    /** The same settings with other curves. */
    public DetectionSettings with(CurveSettings others) {
        return new DetectionSettings(
                dipK,
                dipWindow,
                dipScales,
                setbackWindow,
                returnDays,
                landmark,
                firstAssessment,
                lastAssessment,
                rules,
                others,
                anxiety);
    }

    /** The same settings with dips looked for by another detector and threshold. */
    public DetectionSettings withDips(DipDetector detector, double k) {
        return new DetectionSettings(
                k,
                dipWindow,
                dipScales,
                setbackWindow,
                returnDays,
                landmark,
                firstAssessment,
                lastAssessment,
                rules.withDips(detector),
                curves,
                anxiety);
    }

    /** The same settings with groups fixed at another attended session. */
    public DetectionSettings withLandmark(int session) {
        return new DetectionSettings(
                dipK,
                dipWindow,
                dipScales,
                setbackWindow,
                returnDays,
                session,
                firstAssessment,
                lastAssessment,
                rules,
                curves,
                anxiety);
    }

    /** The same settings with another choice of the measure of anxiety. */
    public DetectionSettings with(AnxietyMeasures others) {
        return new DetectionSettings(
                dipK,
                dipWindow,
                dipScales,
                setbackWindow,
                returnDays,
                landmark,
                firstAssessment,
                lastAssessment,
                rules,
                curves,
                others);
    }

    /** Whether the profile fixes the sessions of the first and last score. */
    public boolean fixedAssessments() {
        return firstAssessment.isPresent();
    }
}
