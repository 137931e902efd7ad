package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EValueTest {
    /** The example of VanderWeele and Ding 2017: risk ratio 3.9 with limits 1.8 and 8.7. */
    @Test
    void theExampleOfTheAuthors() {
        EValue value = EValue.ofRiskRatio(3.9, new Interval(1.8, 8.7));
        assertThat(value.estimate()).isCloseTo(7.26, within(0.005));
        assertThat(value.limit()).isCloseTo(3.0, within(0.005));
    }

    @Test
    void aRatioBelowOneIsTurnedRound() {
        EValue below = EValue.ofRiskRatio(1 / 3.9, new Interval(1 / 8.7, 1 / 1.8));
        assertThat(below.estimate()).isCloseTo(7.26, within(0.005));
        assertThat(below.limit()).isCloseTo(3.0, within(0.005));
    }

    @Test
    void anIntervalThatHoldsNoAssociationNeedsNothingToExplainIt() {
        assertThat(EValue.ofRiskRatio(1.2, new Interval(0.9, 1.6)).limit()).isEqualTo(1);
        assertThat(EValue.ofRiskRatio(1, new Interval(0.9, 1.6)).estimate()).isEqualTo(1);
        assertThat(EValue.ofStandardisedDifference(0.3, 0.2).limit()).isEqualTo(1);
    }

    @Test
    void aStandardisedDifferenceIsTakenAsARatio() {
        EValue value = EValue.ofStandardisedDifference(-0.5, 0.1);
        double ratio = Math.exp(0.455);
        assertThat(value.estimate()).isCloseTo(ratio + Math.sqrt(ratio * (ratio - 1)), within(1e-12));
        assertThat(value.limit()).isGreaterThan(1).isLessThan(value.estimate());
    }

    @Test
    void aRatioLiesInsideItsInterval() {
        assertThatThrownBy(() -> EValue.ofRiskRatio(2, new Interval(0.5, 1.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EValue.ofRiskRatio(0, new Interval(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
