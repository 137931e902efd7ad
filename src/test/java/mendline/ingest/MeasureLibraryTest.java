package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import mendline.measure.Band;
import mendline.measure.Constant;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Yardsticks;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MeasureLibraryTest {
    private static final SortedMap<String, Measure> LIBRARY = MeasureLibrary.read();

    static Stream<Measure> measures() {
        return LIBRARY.values().stream();
    }

    @Test
    void theLibraryHoldsAtLeastTheMeasuresThatAreAskedFor() {
        assertThat(LIBRARY.keySet())
                .contains(
                        "phq9", "gad7", "core10", "coreom", "oq45", "ors", "srs", "waisr", "wais", "arm5", "wsas",
                        "pcl5", "wemwbs", "swemwbs", "k10", "gbo", "oci", "spin", "pdss", "iesr", "hai", "mi", "pswq",
                        "oasis", "ocir", "aai", "pss10", "dass21d", "dass21a", "dass21s");
    }

    @ParameterizedTest(name = "{0}: {1} to {2} by {3}, {4} is better, caseness {5}, reliable change {6}")
    @CsvSource(nullValues = "-", textBlock = """
            phq9,    0,  27,  1,    LOWER,  10,   6
            gad7,    0,  21,  1,    LOWER,  8,    4
            core10,  0,  40,  1,    LOWER,  11,   6
            coreom,  0,  40,  0.01, LOWER,  10,   5
            oq45,    0,  180, 1,    LOWER,  64,   14
            ors,     0,  40,  0.1,  HIGHER, 25,   5
            srs,     0,  40,  0.1,  HIGHER, -,    -
            waisr,   12, 60,  1,    HIGHER, -,    -
            wais,    12, 84,  1,    HIGHER, -,    -
            arm5,    1,  7,   0.01, HIGHER, -,    -
            wsas,    0,  40,  1,    LOWER,  -,    -
            pcl5,    0,  80,  1,    LOWER,  32,   10
            k10,     10, 50,  1,    LOWER,  20,   -
            swemwbs, 7,  35,  0.01, HIGHER, 21,   3
            mi,      1,  5,   0.01, LOWER,  2.31, 0.73
            gbo,     0,  10,  1,    HIGHER, -,    3
            wemwbs,  14, 70,  1,    HIGHER, 43.5, 8
            oasis,   0,  20,  1,    LOWER,  8,    5
            oci,     0,  168, 1,    LOWER,  40,   32
            ocir,    0,  72,  1,    LOWER,  21,   -
            spin,    0,  68,  1,    LOWER,  19,   10
            pdss,    0,  28,  1,    LOWER,  8,    5
            iesr,    0,  88,  1,    LOWER,  33,   9
            hai,     0,  54,  1,    LOWER,  18,   4
            aai,     0,  40,  1,    LOWER,  20,   9
            pswq,    16, 80,  1,    LOWER,  45,   10
            pss10,   0,  40,  1,    LOWER,  -,    -
            dass21d, 0,  42,  2,    LOWER,  -,    -
            dass21a, 0,  42,  2,    LOWER,  -,    -
            dass21s, 0,  42,  2,    LOWER,  -,    -
            """)
    void theNumbersAreThoseOfTheLiterature(
            String key, double min, double max, double step, Direction better, Double caseness, Double reliableChange) {
        Measure measure = LIBRARY.get(key);

        assertThat(measure.min() / 100.0).isEqualTo(min);
        assertThat(measure.max() / 100.0).isEqualTo(max);
        assertThat(measure.step() / 100.0).isEqualTo(step);
        assertThat(measure.better()).isEqualTo(better);
        assertThat(measure.caseness().map(Constant::value)).isEqualTo(Optional.ofNullable(caseness));
        assertThat(measure.reliableChange().map(MeasureLibraryTest::points))
                .isEqualTo(Optional.ofNullable(reliableChange));
    }

    /** Only what somebody has looked up may call itself so. */
    @Test
    void theseConstantsAndNoOthersWereLookedUp() {
        assertThat(measures()
                        .filter(measure ->
                                measure.caseness().filter(Constant::verified).isPresent())
                        .map(Measure::key))
                .containsExactlyInAnyOrder("phq9", "gad7", "core10", "coreom", "wemwbs", "oasis");
        assertThat(measures()
                        .filter(measure -> measure.reliableChange()
                                .filter(rule ->
                                        rule.match(points -> points.points().verified(), truax -> truax.verified()))
                                .isPresent())
                        .map(Measure::key))
                .containsExactlyInAnyOrder("phq9", "gad7", "core10", "oq45", "swemwbs", "oasis");
        assertThat(measures()
                        .filter(measure -> measure.clinical()
                                        .filter(Norm::verified)
                                        .isPresent()
                                || measure.functional().filter(Norm::verified).isPresent())
                        .map(Measure::key))
                .containsExactly("swemwbs");
    }

    private static Double points(ReliableChangeRule rule) {
        return rule.match(points -> points.points().value(), truax -> Double.NaN);
    }

    @Test
    void theGad7HasALargerStepForRepeatedUse() {
        Measure gad7 = LIBRARY.get("gad7");

        assertThat(gad7.stepChange().orElseThrow().value()).isEqualTo(6);
        assertThat(gad7.stepChange().orElseThrow().source())
                .contains("Bischoff")
                .contains("2020");
        assertThat(Yardsticks.settle(gad7, OptionalDouble.empty(), OptionalDouble.empty())
                        .stepChange())
                .hasValue(6);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void everyConstantHasASourceOfItsOwnInPlainWords(Measure measure) {
        Stream<String> sources = Stream.of(
                        measure.caseness().map(Constant::source),
                        measure.stepChange().map(Constant::source),
                        measure.functional().map(norm -> norm.source()),
                        measure.clinical().map(norm -> norm.source()),
                        measure.reliableChange()
                                .map(rule ->
                                        rule.match(points -> points.points().source(), truax -> truax.source())),
                        Optional.of(measure.source()))
                .flatMap(Optional::stream);

        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source)
                        .hasSizeGreaterThan(5)
                        .doesNotContain("as given in the profile")
                        .doesNotContain(".md"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void cutOffsNormsAndBandsLieInTheRange(Measure measure) {
        double min = measure.min() / 100.0;
        double max = measure.max() / 100.0;

        measure.caseness().ifPresent(caseness -> assertThat(caseness.value()).isBetween(min, max));
        measure.functional().ifPresent(norm -> assertThat(norm.mean()).isBetween(min, max));
        measure.clinical().ifPresent(norm -> assertThat(norm.mean()).isBetween(min, max));
        double above = min;
        for (Band band : measure.bands()) {
            assertThat(band.from()).as(band.name()).isBetween(above, max);
            assertThat(band.to()).as(band.name()).isBetween(band.from(), max);
            above = band.to();
        }
        if (!measure.bands().isEmpty()) {
            assertThat(measure.bands().get(0).from()).isEqualTo(min);
            assertThat(above).isEqualTo(max);
        }
    }

    @Test
    void noAllianceMeasureClaimsAReliableChange() {
        assertThat(measures().filter(measure -> measure.kind() == MeasureKind.ALLIANCE))
                .isNotEmpty()
                .allMatch(measure ->
                        measure.reliableChange().isEmpty() && measure.caseness().isEmpty());
    }
}
