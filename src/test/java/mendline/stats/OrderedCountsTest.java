package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quantiles with values left out are those of a histogram that never had them. */
class OrderedCountsTest {
    @Test
    void leavingOutIsAsIfTheValuesHadNeverBeen() {
        Random random = new Random(20_260_901);
        for (int run = 0; run < 300; run++) {
            List<Integer> values = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(40); i++) {
                values.add(random.nextInt(12) - 4);
            }
            int out = random.nextInt(values.size());
            int[] without =
                    values.subList(0, out).stream().mapToInt(Integer::intValue).toArray();
            OrderedCounts counts = OrderedCounts.of(
                    Histogram.of(values.stream().mapToInt(Integer::intValue).toArray()));
            Histogram left = Histogram.of(values.subList(out, values.size()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
            for (double p : new double[] {0, 0.1, 0.5, 0.84, 0.9, 1}) {
                assertThat(counts.quantile(p, without))
                        .as("%s without the first %s at %s", values, out, p)
                        .isEqualTo(left.quantile(p).orElseThrow());
            }
            assertThat(counts.total()).isEqualTo(values.size());
        }
    }

    @Test
    void nothingLeftHasNoQuantile() {
        assertThatThrownBy(() -> OrderedCounts.of(Histogram.NONE).quantile(0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OrderedCounts.of(Histogram.of(3)).quantile(0.5, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
