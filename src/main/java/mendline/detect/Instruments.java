package mendline.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Benchmark;
import mendline.measure.ExpectedBand;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.measure.Yardsticks;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.ScoreSeries;

/**
 * The measures of a run with every number settled: what detection needs beside a course.
 *
 * @param primary the primary outcome
 * @param alliance the alliance measure
 * @param outcomes all outcome measures found in the data, by key
 * @param allianceScale scale of differences of the alliance measure in points, of the rater whose scores are
 *     looked at; empty refuses dips
 * @param allianceScalePinned whether the profile pinned it
 * @param allianceNoise scale of differences from which the noise simulation takes the alliance noise, in points
 * @param allianceRho pooled autocorrelation of the alliance noise, 0 to 0.8
 * @param outcomeNoise the same of the primary outcome
 * @param outcomeRho pooled autocorrelation of the primary outcome's noise, 0 to 0.8
 * @param asOf epoch day of the as-of date; empty without dates
 * @param expected what courses on the primary outcome are held against, session by session; empty where the profile does not ask for it
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
        DetectionSettings settings,
        Optional<ResponseReference> expected) {

    /** Without an expected course. */
    public Instruments(
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
        this(
                primary,
                alliance,
                outcomes,
                allianceScale,
                allianceScalePinned,
                allianceNoise,
                allianceRho,
                outcomeNoise,
                outcomeRho,
                asOf,
                settings,
                Optional.empty());
    }

    public Instruments {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Settles the numbers of a run by what the sample says. A scale that the profile pins goes before that of the
     * sample.
     *
     * @param outcomes all outcome measures found in the data, the primary one among them
     * @param sample the tally of all courses over the alliance measure and the outcomes
     */
    public static Instruments settle(
            Optional<Measure> primary,
            Optional<Measure> alliance,
            List<Measure> outcomes,
            SampleTally sample,
            OptionalInt asOf,
            DetectionSettings settings) {
        List<Yardstick> yardsticks = outcomes.stream()
                .sorted(Comparator.comparing(Measure::key))
                .map(measure -> yardstick(measure, sample))
                .toList();
        Optional<Yardstick> main = primary.map(measure -> yardsticks.stream()
                .filter(yardstick -> yardstick.measure().equals(measure))
                .findFirst()
                .orElseGet(() -> yardstick(measure, sample)));
        return new Instruments(
                main,
                alliance,
                yardsticks,
                alliance.isPresent() ? scale(alliance.get(), sample, settings) : OptionalDouble.empty(),
                alliance.isPresent()
                        && settings.dipScales().containsKey(alliance.get().key()),
                alliance.isPresent() ? noise(alliance.get(), sample, settings) : OptionalDouble.empty(),
                alliance.isPresent() ? sample.measure(alliance.get().key()).rho() : OptionalDouble.empty(),
                primary.isPresent() ? noise(primary.get(), sample, settings) : OptionalDouble.empty(),
                primary.isPresent() ? sample.measure(primary.get().key()).rho() : OptionalDouble.empty(),
                asOf,
                settings,
                main.flatMap(yardstick -> expected(yardstick, sample, settings)));
    }

    /** The table that the profile supplies for the measure, else the practice's own courses. */
    private static Optional<ResponseReference> expected(
            Yardstick primary, SampleTally sample, DetectionSettings settings) {
        OptionalInt bands = settings.rules().expectedBands();
        if (bands.isEmpty()) {
            return Optional.empty();
        }
        List<ExpectedBand> table =
                primary.measure().benchmark().map(Benchmark::responses).orElse(List.of());
        if (table.isEmpty()) {
            return Optional.of(
                    OwnCourses.settle(sample.measure(primary.key()).responses(), bands.getAsInt(), primary.better()));
        }
        return primary.stepChange().isPresent()
                ? Optional.of(new SuppliedCourses(table, primary.stepChange().getAsDouble(), primary.better()))
                : Optional.empty();
    }

    private static Yardstick yardstick(Measure measure, SampleTally sample) {
        MeasureTally tally = sample.measure(measure.key());
        return Yardsticks.settle(measure, tally.pairs(), tally.lines());
    }

    private static OptionalDouble scale(Measure measure, SampleTally sample, DetectionSettings settings) {
        Double pinned = settings.dipScales().get(measure.key());
        return pinned != null
                ? OptionalDouble.of(pinned)
                : sample.measure(measure.key()).scale();
    }

    private static OptionalDouble noise(Measure measure, SampleTally sample, DetectionSettings settings) {
        OptionalDouble noise = sample.measure(measure.key()).noiseScale();
        return noise.isPresent() ? noise : scale(measure, sample, settings);
    }

    /** The same instruments with other settings; the scales stay. */
    public Instruments with(DetectionSettings others) {
        return new Instruments(
                primary,
                alliance,
                outcomes,
                allianceScale,
                allianceScalePinned,
                allianceNoise,
                allianceRho,
                outcomeNoise,
                outcomeRho,
                asOf,
                others);
    }

    /** The alliance scores of a course in which dips are looked for. */
    public Optional<ScoreSeries> allianceSeries(Course course) {
        return alliance.flatMap(a -> course.series(a.key(), settings.rules().dipRater()));
    }

    /** The outcome measure of a key, where it is among those of the run. */
    public Optional<Yardstick> outcome(String key) {
        return outcomes.stream().filter(y -> y.key().equals(key)).findFirst();
    }
}
