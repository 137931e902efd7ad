package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void nothingHasNoMeanAndNoSpread() {
        assertThat(Moments.NONE.mean()).isEmpty();
        assertThat(Moments.NONE.variance()).isEmpty();
        assertThat(Moments.of()).isEqualTo(Moments.NONE);
    }

    @Test
    void oneValueHasAMeanButNoSpread() {
        assertThat(Moments.of(42).mean()).hasValue(42);
        assertThat(Moments.of(42).sd()).isEmpty();
    }

    @Test
    void twoValuesHaveBoth() {
        assertThat(Moments.of(1, 4).mean()).hasValue(2.5);
        assertThat(Moments.of(1, 4).variance()).hasValue(4.5);
        assertThat(Moments.of(1, 4).sd()).hasValue(Math.sqrt(4.5));
    }

    @Test
    void equalValuesHaveASpreadOfExactlyZero() {
        assertThat(Moments.of(7, 7, 7).variance()).hasValue(0);
    }

    @Test
    void smallSpreadAroundALargeLevelIsNotLost() {
        long level = 3_000_000_000_000L;
        assertThat(Moments.of(level + 1, level + 2, level + 3).variance()).hasValue(1);
    }

    @Test
    void squaresBeyondALongAreKeptExactly() {
        Moments moments = Moments.of(Long.MAX_VALUE, -Long.MAX_VALUE);
        assertThat(moments.sumOfSquares())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).pow(2).multiply(BigInteger.TWO));
        assertThat(moments.mean()).hasValue(0);
    }

    @Test
    void aSumBeyondALongIsAnErrorNotAWrongNumber() {
        assertThatThrownBy(() -> Moments.of(Long.MAX_VALUE).with(1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addingOneByOneIsTheSameAsAllAtOnce() {
        assertThat(Moments.NONE.with(3).with(-5).with(8)).isEqualTo(Moments.of(8, 3, -5));
    }

    @Test
    void pairsHaveTwoMeansAndACorrelation() {
        PairedMoments pairs =
                PairedMoments.NONE.with(1, 2).with(2, 1).with(3, 4).with(4, 3);
        assertThat(pairs.n()).isEqualTo(4);
        assertThat(pairs.first().mean()).hasValue(2.5);
        assertThat(pairs.correlation().orElseThrow()).isEqualTo(0.6, within(1e-15));
    }

    @Test
    void pairsOnALineCorrelatePerfectly() {
        assertThat(PairedMoments.NONE.with(1, 7).with(2, 5).with(4, 1).correlation())
                .hasValue(-1);
    }

    @Test
    void aSideThatDoesNotVaryHasNoCorrelation() {
        assertThat(PairedMoments.NONE.correlation()).isEmpty();
        assertThat(PairedMoments.NONE.with(1, 2).correlation()).isEmpty();
        assertThat(PairedMoments.NONE.with(1, 2).with(1, 3).correlation()).isEmpty();
    }
}
