package mendline.measure;

import static mendline.measure.MeasureFixtures.norm;
import static mendline.measure.MeasureFixtures.points;
import static mendline.measure.MeasureFixtures.truax;
import static mendline.measure.MeasureFixtures.truaxFromSample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import mendline.model.Direction;
import mendline.model.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YardsticksTest {
    /**
     * Depression scores (HAM-D) of 40 people before and after therapy, published with the R package
     * clinicalsignificance (data set claus_2020); lower is better.
     */
    private static final String HAMD =
            "25→13 15→11 28→4 30→25 21→9 26→17 31→15 21→2 27→8 28→7 23→13 24→30 28→9 26→8 27→14 32→27 27→20 "
                    + "25→28 28→14 25→24 22→10 24→18 24→22 21→8 18→20 27→2 25→13 27→18 22→2 23→16 25→16 25→24 26→8 22→6 24→22 23→20 26→18 28→24 "
                    + "24→9 21→25";

    private static Yardstick settled(Measure measure) {
        return Yardsticks.settle(measure, OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Test
    void theExampleOfJacobsonAndTruax() {
        Yardstick yardstick = settled(
                MeasureFixtures.with(Direction.HIGHER, CutoffRule.C, norm(60, 7.5), norm(40, 7.5), truax(0.80, 7.5)));

        assertThat(Yardsticks.standardErrorOfDifference(7.5, 0.80)).isCloseTo(4.743, within(5e-4));
        assertThat(yardstick.rci(4_750 - 3_250).getAsDouble()).isCloseTo(3.162, within(5e-4));
        assertThat(yardstick.inclusive()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            A, 55
            B, 45
            C, 50
            """)
    void theCutOffsOfJacobsonAndTruax(CutoffRule rule, double points) {
        Measure measure = MeasureFixtures.with(Direction.HIGHER, rule, norm(60, 7.5), norm(40, 7.5), null);

        Cutoff cutoff = Cutoffs.of(measure, Optional.empty()).orElseThrow();

        assertThat(cutoff.points()).isCloseTo(points, within(1e-9));
        assertThat(cutoff.published()).isFalse();
    }

    /**
     * Jacobson and others 1989 (marital therapy, DAS, n = 30): b takes the functional SD, where some packages take
     * the clinical one.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            A, 105.2347, 5e-5
            B, 79.2,     1e-9
            C, 94.84241, 1e-5
            """)
    void theCutOffsOfTheDasExample(CutoffRule rule, double points, double tolerance) {
        Measure measure = MeasureFixtures.with(Direction.HIGHER, rule, norm(114.8, 17.8), Optional.empty(), null);

        Optional<Cutoff> cutoff = Cutoffs.of(measure, norm(81.58333, 11.82566));

        assertThat(cutoff.orElseThrow().points()).isCloseTo(points, within(tolerance));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(textBlock = """
            90.5, 97,   1.1220, false
            74,   124,  8.6306, true
            97,   97.5, 0.0863, false
            """)
    void theFirstThreePairsOfTheDasExample(double before, double after, double rci, boolean reliable) {
        Measure measure = MeasureFixtures.with(
                Direction.HIGHER, CutoffRule.CASENESS, Optional.empty(), Optional.empty(), truaxFromSample(0.88));
        Yardstick yardstick = Yardsticks.settle(measure, OptionalDouble.of(81.58333), OptionalDouble.of(11.82566));
        int change = Scores.hundredths(after) - Scores.hundredths(before);

        assertThat(yardstick.reliableChange().getAsDouble()).isCloseTo(11.354998, within(1e-5));
        assertThat(yardstick.rci(change).getAsDouble()).isCloseTo(rci, within(5e-5));
        assertThat(yardstick.reliable(change)).isEqualTo(reliable);
    }

    @Test
    void theFortyHamdPairsAreImprovedUnchangedAndDeterioratedAsPublished() {
        String[] pairs = HAMD.split(" ");
        double sum = 0;
        double squares = 0;
        for (String pair : pairs) {
            double before = Double.parseDouble(pair.split("→")[0]);
            sum += before;
            squares += before * before;
        }
        double mean = sum / pairs.length;
        double sd = Math.sqrt((squares - pairs.length * mean * mean) / (pairs.length - 1));
        Measure measure = MeasureFixtures.with(
                Direction.LOWER, CutoffRule.C, norm(8, 8), Optional.empty(), truaxFromSample(0.80));
        Yardstick yardstick = Yardsticks.settle(measure, OptionalDouble.of(mean), OptionalDouble.of(sd));

        int improved = 0;
        int deteriorated = 0;
        for (String pair : pairs) {
            int before = 100 * Integer.parseInt(pair.split("→")[0]);
            int after = 100 * Integer.parseInt(pair.split("→")[1]);
            int improvement = Direction.LOWER.improvement(before, after);
            improved += yardstick.reliable(improvement) ? 1 : 0;
            deteriorated += yardstick.reliable(-improvement) ? 1 : 0;
        }

        assertThat(pairs).hasSize(40);
        assertThat(mean).isEqualTo(24.85);
        assertThat(sd).isCloseTo(3.340121, within(1e-6));
        assertThat(improved).isEqualTo(29);
        assertThat(deteriorated).isEqualTo(1);
        assertThat(yardstick.cutoff().orElseThrow().points()).isCloseTo(19.887, within(5e-4));
    }

    @ParameterizedTest(name = "SD {0}, reliability {1}: {2}")
    @CsvSource(textBlock = """
            10.5, 0.961, 5.747681
            10.5, 0.931, 7.645131
            """)
    void theReliableChangeOfTheSuddenGainsPackage(double sd, double reliability, double points) {
        Measure measure = MeasureFixtures.with(
                Direction.LOWER, CutoffRule.CASENESS, Optional.empty(), Optional.empty(), truax(reliability, sd));

        assertThat(settled(measure).reliableChange().getAsDouble()).isCloseTo(points, within(1e-6));
    }

    @Test
    void publishedPointsCountWhenReachedAndWorkedOutOnesOnlyWhenExceeded() {
        Yardstick published = settled(MeasureFixtures.with(
                Direction.LOWER, CutoffRule.CASENESS, Optional.empty(), Optional.empty(), points(6)));
        // 1.96 * sqrt(2) * sd * sqrt(1 - 0.5) = 1.96 * sd
        Yardstick workedOut = settled(MeasureFixtures.with(
                Direction.LOWER, CutoffRule.CASENESS, Optional.empty(), Optional.empty(), truax(0.5, 6 / 1.96)));

        assertThat(published.reliable(599)).isFalse();
        assertThat(published.reliable(600)).isTrue();
        assertThat(workedOut.reliable(600)).isFalse();
        assertThat(workedOut.reliable(601)).isTrue();
    }

    @Test
    void theStepChangeIsNeverLessThanTheReliableChange() {
        assertThat(settled(MeasureFixtures.withStep(points(4), MeasureFixtures.constant(6)))
                        .stepChange())
                .hasValue(6);
        assertThat(settled(MeasureFixtures.withStep(points(8), MeasureFixtures.constant(6)))
                        .stepChange())
                .hasValue(8);
        assertThat(settled(MeasureFixtures.withStep(null, MeasureFixtures.constant(6)))
                        .stepChange())
                .hasValue(6);
    }

    @Test
    void withoutAReliableChangeNothingIsReliable() {
        Yardstick yardstick = settled(
                MeasureFixtures.with(Direction.HIGHER, CutoffRule.CASENESS, Optional.empty(), Optional.empty(), null));

        assertThat(yardstick.reliableChange()).isEmpty();
        assertThat(yardstick.stepChange()).isEmpty();
        assertThat(yardstick.reliable(20_000)).isFalse();
        assertThat(yardstick.rci(500)).isEmpty();
    }

    @Test
    void whatTheSampleCannotGiveStaysEmpty() {
        Measure measure =
                MeasureFixtures.with(Direction.LOWER, CutoffRule.C, norm(8, 8), Optional.empty(), truaxFromSample(0.8));

        Yardstick noCourses = settled(measure);
        Yardstick noSpread = Yardsticks.settle(measure, OptionalDouble.of(20), OptionalDouble.of(0));

        assertThat(noCourses.reliableChange()).isEmpty();
        assertThat(noCourses.cutoff()).isEmpty();
        assertThat(noSpread.reliableChange()).isEmpty();
        assertThat(noSpread.baselineSd()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, published {1}, {2} against 10: clinical {3}, functional {4}")
    @CsvSource(textBlock = """
            LOWER,  true,  9.99,  false, true
            LOWER,  true,  10,    true,  false
            HIGHER, true,  10,    false, true
            HIGHER, true,  9.99,  true,  false
            LOWER,  false, 10,    false, false
            LOWER,  false, 10.01, true,  false
            LOWER,  false, 9.99,  false, true
            HIGHER, false, 10,    false, false
            HIGHER, false, 9.99,  true,  false
            HIGHER, false, 10.01, false, true
            """)
    void aScoreOnTheLineIsClinicalOrFunctionalByTheTradition(
            Direction better, boolean published, double score, boolean clinical, boolean functional) {
        Cutoff cutoff = new Cutoff(10, published, better);

        assertThat(cutoff.clinical(Scores.hundredths(score))).isEqualTo(clinical);
        assertThat(cutoff.functional(Scores.hundredths(score))).isEqualTo(functional);
    }
}
