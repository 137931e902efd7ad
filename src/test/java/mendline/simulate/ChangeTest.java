package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
          straight down and back          | 1 0           | 4 | 4 | 5
          back in two steps               | 1 0.4 0       | 4 | 4 | 6
          just above the share            | 1 0.26 0.25   | 4 | 4 | 6
          down over three sessions        | 0.35 0.7 1 0  | 6 | 6 | 7
          it stays                        | 1 1 0.9 0.8   | 4 | 5 | -1
        """)
    void findsTheDepthAndTheWayBack(String name, String factors, int deepest, int lastDeepest, int back) {
        List<Double> shares =
                Arrays.stream(factors.split(" ")).map(Double::valueOf).toList();
        Change change = new Change(PlantedKind.DIP, 4, 8, shares);

        assertThat(change.deepest()).isEqualTo(deepest);
        assertThat(change.lastDeepest()).isEqualTo(lastDeepest);
        assertThat(change.backTo(0.25).orElse(-1)).isEqualTo(back);
        assertThat(change.factor(3)).isZero();
        assertThat(change.factor(4)).isEqualTo(shares.get(0));
        assertThat(change.factor(100)).isEqualTo(shares.get(shares.size() - 1));
    }

    @Test
    void aChangeNeedsASessionBeforeIt() {
        assertThatThrownBy(() -> new Change(PlantedKind.DIP, 0, 8, List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was 0");
    }
}
