package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiscriminationTest {
    /** Of the six pairs one with the outcome scores higher in four, as high in one. */
    @Test
    void theShareOfPairsInOrderWithTiesCountedHalf() {
        double[] scores = {1, 2, 3, 2, 4};
        boolean[] outcomes = {false, false, false, true, true};
        assertThat(Discrimination.area(scores, outcomes)).hasValue(4.5 / 6);
    }

    @Test
    void allInOrderIsOneAllTheOtherWayZeroAndAllAlikeOneHalf() {
        boolean[] outcomes = {false, true};
        assertThat(Discrimination.area(new double[] {1, 2}, outcomes)).hasValue(1);
        assertThat(Discrimination.area(new double[] {2, 1}, outcomes)).hasValue(0);
        assertThat(Discrimination.area(new double[] {2, 2}, outcomes)).hasValue(0.5);
    }

    @Test
    void withOneOutcomeOnlyThereIsNone() {
        assertThat(Discrimination.area(new double[] {1, 2}, new boolean[] {true, true}))
                .isEmpty();
        assertThat(Discrimination.area(new double[0], new boolean[0])).isEmpty();
        assertThatThrownBy(() -> Discrimination.area(new double[1], new boolean[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
