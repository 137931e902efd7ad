package mendline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.model.Scores;
import mendline.stats.Agreement;
import mendline.stats.PairedMoments;
import mendline.stats.Reference;
import mendline.stats.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reliable-change indices against base R, and the counts printed for the example data of the R package clinicalsignificance. */
class ReliableChangeReferenceTest {
    private static final Map<String, ChangeMethod> CODES = Map.of(
            "JT", ChangeMethod.JACOBSON_TRUAX,
            "GLN", ChangeMethod.GULLIKSEN,
            "EN", ChangeMethod.EDWARDS_NUNNALLY,
            "NK", ChangeMethod.NUNNALLY_KOTSCH,
            "HA", ChangeMethod.HAGEMAN_ARRINDELL,
            "HLL", ChangeMethod.HSU_LINN_LORD);

    private static Map<String, List<int[]>> sets() {
        Map<String, List<int[]>> sets = new LinkedHashMap<>();
        for (String[] row : Reference.cells("reliable-change-pairs")) {
            sets.computeIfAbsent(row[0], key -> new ArrayList<>()).add(new int[] {
                Scores.hundredths(Double.parseDouble(row[1])), Scores.hundredths(Double.parseDouble(row[2]))
            });
        }
        return sets;
    }

    private static PairedMoments moments(List<int[]> pairs) {
        PairedMoments moments = PairedMoments.NONE;
        for (int[] pair : pairs) {
            moments = moments.with(pair[0], pair[1]);
        }
        return moments;
    }

    private static ChangeTest settled(ChangeMethod method, double r, double post, PairedMoments pairs) {
        return ChangeIndices.settle(
                method,
                new ChangeIndices.Numbers(
                        r, OptionalDouble.of(post), OptionalDouble.empty(), OptionalDouble.empty(), pairs));
    }

    @Test
    void everyIndexAndEveryVerdictAgreesWithR() {
        Map<String, List<int[]>> sets = sets();
        Map<String, Agreement> agreements = new TreeMap<>();
        int refused = 0;
        int compared = 0;
        for (String[] row : Reference.cells("reliable-change")) {
            List<int[]> pairs = sets.get(row[0]);
            int[] pair = pairs.get(Integer.parseInt(row[5]) - 1);
            Direction better = row[4].equals("1") ? Direction.HIGHER : Direction.LOWER;
            ChangeTest test =
                    settled(CODES.get(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3]), moments(pairs));
            String where = String.join(" ", row);
            if (row[6].isEmpty()) {
                assertThat(test).as(where).isInstanceOf(ChangeTest.Refused.class);
                refused++;
            } else {
                ChangeIndex index = (ChangeIndex) test;
                double expected = Double.parseDouble(row[6]);
                agreements
                        .computeIfAbsent(row[1], code -> new Agreement())
                        .compare(index.of(pair[0] / 100.0, pair[1] / 100.0), expected, 1e-3, where);
                assertThat(Verdicts.index(index, better, pair[0], pair[1]))
                        .as(where)
                        .hasToString(row[7]);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(400);
        assertThat(agreements.keySet()).isEqualTo(new TreeMap<>(CODES).keySet());
        agreements.forEach((code, agreement) ->
                ReferenceTable.holds("Reliable change index, " + CODES.get(code).key(), 1e-9, agreement));
    }

    @Test
    void anchorPercentageAndCutOffCountAsInR() {
        Map<String, List<int[]>> sets = sets();
        List<String[]> rows = Reference.cells("outcome-verdicts");
        for (String[] row : rows) {
            Direction better = row[2].equals("1") ? Direction.HIGHER : Direction.LOWER;
            Measure measure = new Measure(
                    "test",
                    "Test",
                    0,
                    0,
                    10_000,
                    1,
                    better,
                    MeasureKind.OUTCOME,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    CutoffRule.CASENESS,
                    List.of(),
                    "made up",
                    false,
                    "");
            Cutoff cutoff = new Cutoff(Double.parseDouble(row[3]), false, better);
            int[] counts = new int[4];
            for (int[] pair : sets.get(row[0])) {
                Optional<Verdict> verdict = switch (row[1]) {
                    case "anchor" -> Optional.of(Verdicts.anchor(new Thresholds(5, 3), better, pair[0], pair[1]));
                    case "percentage" -> Verdicts.percentage(new Thresholds(0.5, 0.3), measure, pair[0], pair[1]);
                    default -> Optional.of(Verdicts.statistical(cutoff, pair[0], pair[1]));
                };
                counts[verdict.map(Verdict::ordinal).orElse(3)]++;
            }
            assertThat(counts)
                    .as(row[0] + " " + row[1])
                    .containsExactly(
                            Stream.of(row).skip(4).mapToInt(Integer::parseInt).toArray());
        }
        assertThat(rows).hasSize(30);
    }

    @ParameterizedTest(name = "HAM-D by {0}: {1} improved, {2} unchanged, {3} deteriorated")
    @CsvSource(textBlock = """
            JT,  29, 10, 1
            GLN, 29, 10, 1
            EN,  32, 5,  3
            NK,  28, 11, 1
            HLL, 12, 16, 12
            HA,  32, 7,  1
            """)
    void theFortyHamdPairsByEachMethod(String code, int improved, int unchanged, int deteriorated) {
        List<int[]> pairs = sets().get("hamd");
        ChangeIndex index = (ChangeIndex) settled(CODES.get(code), 0.8, 0.5, moments(pairs));
        int[] counts = new int[3];
        for (int[] pair : pairs) {
            counts[Verdicts.index(index, Direction.LOWER, pair[0], pair[1]).ordinal()]++;
        }

        assertThat(counts).containsExactly(improved, unchanged, deteriorated);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(textBlock = """
            90.5, 97,   1.1220
            74,   124,  8.6306
            97,   97.5, 0.0863
            """)
    void theFirstThreeDasPairsByJacobsonAndTruax(double first, double last, double rci) {
        ChangeIndex index = (ChangeIndex) ChangeIndices.settle(
                ChangeMethod.JACOBSON_TRUAX,
                new ChangeIndices.Numbers(
                        0.88,
                        OptionalDouble.empty(),
                        OptionalDouble.of(11.82566),
                        OptionalDouble.empty(),
                        PairedMoments.NONE));

        assertThat(index.of(first, last)).isCloseTo(rci, within(5e-5));
        assertThat(index.standardError()).isCloseTo(5.793367, within(1e-6));
    }

    @Test
    void hagemanAndArrindellAreOneSided() {
        assertThat(ChangeMethod.HAGEMAN_ARRINDELL.critical()).isEqualTo(1.645);
        ChangeIndex index =
                (ChangeIndex) settled(ChangeMethod.HAGEMAN_ARRINDELL, 0.8, 0.8, moments(sets().get("hamd")));
        double line = index.lastAt(25, -1.645);

        assertThat(index.improved(Direction.LOWER, 2500, (int) Math.floor(100 * line)))
                .isTrue();
        assertThat(index.improved(Direction.LOWER, 2500, (int) Math.ceil(100 * line)))
                .isFalse();
    }

    @Test
    void theSampleMeansOfHsuLinnAndLordCallHalfOfAnySampleWorseThanItsAverage() {
        ChangeIndex index = (ChangeIndex) settled(ChangeMethod.HSU_LINN_LORD, 0.8, 0.8, moments(sets().get("hamd")));

        // From the mean of first scores to the mean of last ones: nothing, although it is ten points better.
        assertThat(index.of(24.85, 14.975)).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ChangeMethod.class)
    void aMethodIsRefusedOneCourseBelowWhatItNeedsAndWhereNothingVaries(ChangeMethod method) {
        int fewest = Math.max(2, method.fewestPairs());
        PairedMoments pairs = PairedMoments.NONE;
        for (int i = 0; i < fewest - 1; i++) {
            pairs = pairs.with(1000 + 100 * (i % 7), 900 + 100 * (i * i % 11));
        }
        assertThat(settled(method, 0.8, 0.8, PairedMoments.NONE)).isInstanceOf(ChangeTest.Refused.class);
        assertThat(settled(method, 0.8, 0.8, pairs)).isInstanceOf(ChangeTest.Refused.class);
        pairs = pairs.with(1700, 400);
        assertThat(settled(method, 0.8, 0.8, pairs)).isInstanceOf(ChangeIndex.class);

        PairedMoments equal = PairedMoments.NONE;
        for (int i = 0; i < 40; i++) {
            equal = equal.with(1500, 1500);
        }
        assertThat(settled(method, 0.8, 0.8, equal)).isInstanceOf(ChangeTest.Refused.class);
    }

    @Test
    void regressionMethodsUseTheMeanAndSdOfTheProfileWhereItGivesBoth() {
        ChangeIndices.Numbers own = new ChangeIndices.Numbers(
                0.8, OptionalDouble.empty(), OptionalDouble.of(5), OptionalDouble.of(20), PairedMoments.NONE);

        ChangeIndex index = (ChangeIndex) ChangeIndices.settle(ChangeMethod.EDWARDS_NUNNALLY, own);

        // Expected after 30: 20 + 0.8 · 10 = 28; SEM = 5 · √0.2.
        assertThat(index.of(30, 28)).isCloseTo(0, within(1e-12));
        assertThat(index.of(30, 24)).isCloseTo(-4 / (5 * Math.sqrt(0.2)), within(1e-12));
        assertThat(ChangeIndices.settle(ChangeMethod.HSU_LINN_LORD, own)).isInstanceOf(ChangeTest.Refused.class);
    }
}
