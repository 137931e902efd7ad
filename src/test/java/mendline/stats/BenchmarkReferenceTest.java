package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noncentral t, benchmark bounds and severity-adjusted effect sizes against base R. */
class BenchmarkReferenceTest {
    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    @Test
    void theDistributionFunctionOfNoncentralTAgreesWithR() {
        List<String[]> rows = Reference.cells("noncentral-t");
        Agreement agreement = new Agreement();
        for (String[] row : rows) {
            agreement.compare(
                    NoncentralT.cdf(number(row[0]), number(row[1]), number(row[2])), number(row[3]), 1, row[0]);
            assertThat(NoncentralT.cdf(number(row[0]), number(row[1]), number(row[2])))
                    .as(String.join(" ", row))
                    .isCloseTo(number(row[3]), within(1e-10));
        }
        assertThat(rows).hasSize(336);
        ReferenceTable.holds("Noncentral t distribution (absolute)", 1e-9, agreement);
    }

    @Test
    void lowerBoundsOfEffectSizesAgreeWithR() {
        List<String[]> rows = Reference.cells("benchmark-bounds");
        Agreement agreement = new Agreement();
        for (String[] row : rows) {
            agreement.compare(
                    BenchmarkBound.of(number(row[0]), (long) number(row[1])).orElseThrow(), number(row[2]), 1, row[0]);
            assertThat(BenchmarkBound.of(number(row[0]), (long) number(row[1])).orElseThrow())
                    .as(String.join(" ", row))
                    .isCloseTo(number(row[2]), within(1e-9 * Math.max(1, Math.abs(number(row[2])))));
        }
        assertThat(rows).hasSizeGreaterThan(40);
        ReferenceTable.holds("Lower bounds of benchmarked effect sizes", 1e-9, agreement);
    }

    @Test
    void boundsOfManyCoursesStayBetweenTheEffectAndItsNormalApproximation() {
        // R's own pt gives up exactness above a noncentrality of 37.62; the normal approximation of the bound is close
        // there.
        double d = 1.1;
        long n = 5_000;
        double normal = d - 1.6448536 * Math.sqrt((1 + d * d / 2) / n);

        assertThat(BenchmarkBound.of(d, n).orElseThrow()).isCloseTo(normal, within(2e-4));
    }

    @ParameterizedTest(name = "bound {0}: trials {1}, waiting {2}")
    @CsvSource(textBlock = """
            0.61, true,  true
            0.60, false, true
            0.36, false, true
            0.35, false, false
            """)
    void equivalenceAndBeingBeyondWaitingAreStrict(double bound, boolean equivalent, boolean beyond) {
        assertThat(BenchmarkBound.equivalent(bound, 0.8)).isEqualTo(equivalent);
        assertThat(BenchmarkBound.beyondWaiting(bound, 0.15)).isEqualTo(beyond);
    }

    @Test
    void thereIsNoBoundBelowTwoPairsOrWithoutAnEffect() {
        assertThat(BenchmarkBound.of(1, 0)).isEmpty();
        assertThat(BenchmarkBound.of(1, 1)).isEmpty();
        assertThat(BenchmarkBound.of(Double.NaN, 50)).isEmpty();
        assertThat(BenchmarkBound.of(1, 2).orElseThrow()).isFinite();
        assertThat(BenchmarkBound.of(0, 30).orElseThrow()).isNegative();
    }

    @Test
    void severityAdjustedEffectSizesAgreeWithR() {
        Map<String, PairedMoments> sets = new HashMap<>();
        for (String[] row : Reference.cells("reliable-change-pairs")) {
            sets.merge(
                    row[0],
                    PairedMoments.NONE.with(Math.round(100 * number(row[1])), Math.round(100 * number(row[2]))),
                    PairedMoments::plus);
        }
        List<String[]> rows = Reference.cells("severity-adjusted");
        Agreement agreement = new Agreement();
        for (String[] row : rows) {
            SeverityAdjusted.Reference reference =
                    new SeverityAdjusted.Reference(100 * number(row[2]), number(row[3]), 100 * number(row[4]), 0.9);
            SeverityAdjusted adjusted = SeverityAdjusted.of(sets.get(row[0]), reference, (int) number(row[1]))
                    .orElseThrow();
            assertThat(adjusted.n()).isEqualTo((long) number(row[5]));
            agreement.compare(adjusted.effect(), number(row[6]), 1e-3, row[0]);
            assertThat(adjusted.interval().isEmpty()).as(row[0]).isEqualTo(row[7].isEmpty());
            if (adjusted.interval().isPresent()) {
                agreement.compare(adjusted.interval().get().lower(), number(row[7]), 1e-3, row[0]);
                agreement.compare(adjusted.interval().get().upper(), number(row[8]), 1e-3, row[0]);
            }
        }
        assertThat(rows).hasSize(10);
        ReferenceTable.holds("Severity-adjusted effect sizes", 1e-9, agreement);
    }

    @Test
    void severityAdjustmentNeedsAPairAndASpreadInTheReference() {
        PairedMoments one = PairedMoments.NONE.with(1400, 900);

        assertThat(SeverityAdjusted.of(PairedMoments.NONE, new SeverityAdjusted.Reference(0, 1, 500, 0), -1))
                .isEmpty();
        assertThat(SeverityAdjusted.of(one, new SeverityAdjusted.Reference(0, 1, 0, 0), -1))
                .isEmpty();
        // Expected 14, observed 9: one reference SD of 5 points better.
        assertThat(SeverityAdjusted.of(one, new SeverityAdjusted.Reference(0, 1, 500, 0), -1))
                .contains(new SeverityAdjusted(1, 1, Optional.empty()));
    }
}
