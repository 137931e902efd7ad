package mendline.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.DetectionSettings;

/**
 * The measures of a run with every number settled: what detection needs beside a course.
 *
 * @param primary the primary outcome
 * @param alliance the alliance measure
 * @param outcomes all outcome measures found in the data, by key
 * @param allianceScale scale of differences of the client-rated alliance measure in points; empty refuses dips
 * @param allianceScalePinned whether the profile pinned it
 * @param allianceNoise scale of differences from which the noise simulation takes the alliance noise, in points
 * @param allianceRho pooled autocorrelation of the alliance noise, 0 to 0.8
 * @param outcomeNoise the same of the primary outcome
 * @param outcomeRho pooled autocorrelation of the primary outcome's noise, 0 to 0.8
 * @param asOf epoch day of the as-of date; empty without dates
 */
public record Instruments(
        Optional<Yardstick> primary,
        Optional<Measure> alliance,
        List<Yardstick> outcomes,
        OptionalDouble allianceScale,
        boolean allianceScalePinned,
        OptionalDouble allianceNoise,
        OptionalDouble allianceRho,
        OptionalDouble outcomeNoise,
        OptionalDouble outcomeRho,
        OptionalInt asOf,
        DetectionSettings settings) {

    public Instruments {
        outcomes = List.copyOf(outcomes);
    }

    /** The outcome measure of a key, where it is among those of the run. */
    public Optional<Yardstick> outcome(String key) {
        return outcomes.stream().filter(y -> y.key().equals(key)).findFirst();
    }
}
