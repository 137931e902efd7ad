package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossSumsTest {
    @Test
    void sumsAndProductsOfTwoRows() {
        CrossSums sums = CrossSums.none(2).with(2, -3).with(5, 7);
        assertThat(sums.rows()).isEqualTo(2);
        assertThat(sums.sum(1)).isEqualTo(7);
        assertThat(sums.sum(2)).isEqualTo(4);
        assertThat(sums.product(1, 1)).isEqualTo(29);
        assertThat(sums.product(1, 2)).isEqualTo(-6 + 35).isEqualTo(sums.product(2, 1));
        assertThat(sums.product(2, 2)).isEqualTo(9 + 49);
    }

    @Test
    void everySplitGivesTheSame() {
        Random random = new Random(1);
        CrossSums whole = CrossSums.none(3);
        CrossSums[] parts = {CrossSums.none(3), CrossSums.none(3), CrossSums.none(3)};
        for (int i = 0; i < 200; i++) {
            int a = random.nextInt(4000) - 2000;
            int b = random.nextInt(60);
            int c = random.nextInt(4000);
            int part = random.nextInt(3);
            whole = whole.with(a, b, c);
            parts[part] = parts[part].with(a, b, c);
        }
        assertThat(parts[2].plus(parts[0]).plus(parts[1])).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(parts[0].plus(parts[1])).isNotEqualTo(whole).isNotEqualByComparingTo(whole);
        assertThat(whole.plus(CrossSums.none(3))).isEqualTo(whole);
    }

    /** A model of a design made of the variables is that of the rows themselves. */
    @Test
    void aDesignMadeOfTheVariablesIsThatOfTheRows() {
        Random random = new Random(2);
        CrossSums sums = CrossSums.none(2);
        double[][] design = new double[30][];
        double[] response = new double[30];
        for (int i = 0; i < 30; i++) {
            int t = random.nextInt(20);
            int y = random.nextInt(2000);
            sums = sums.with(t, y);
            design[i] = new double[] {1, t - 3.5, 2};
            response[i] = -y;
        }
        GroupSums made = sums.group(new double[][] {{1, 0, 0}, {-3.5, 1, 0}, {2, 0, 0}}, new double[] {0, 0, -1});
        GroupSums direct = GroupSums.of(design, response);
        assertThat(made.rows()).isEqualTo(30);
        for (int j = 0; j < 3; j++) {
            assertThat(made.designResponse(j)).isCloseTo(direct.designResponse(j), within(1e-6));
            for (int k = 0; k < 3; k++) {
                assertThat(made.designDesign(j, k))
                        .isCloseTo(direct.designDesign(j, k), within(1e-9))
                        .isEqualTo(made.designDesign(k, j));
            }
        }
        assertThat(made.responseResponse()).isCloseTo(direct.responseResponse(), within(1e-6));
    }

    @Test
    void takesAsManyValuesAsThereAreVariables() {
        CrossSums two = CrossSums.none(2);
        assertThatThrownBy(() -> two.with(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> two.plus(CrossSums.none(3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> two.group(new double[][] {{1, 0}}, new double[] {0, 0, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
