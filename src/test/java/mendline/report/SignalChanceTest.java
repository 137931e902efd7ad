package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often chance alone lights up the last point, beside the rules written out once more in a plainer way. */
class SignalChanceTest {
    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {12, 24})
    void isNearWhatTheRulesGiveWhenTheyAreWrittenOutAgain(int points) {
        Random random = new Random(points);
        int signals = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] y = random.doubles(points).map(u -> random.nextGaussian()).toArray();
            signals += lastIsASignal(y) ? 1 : 0;
        }
        double expected = (double) signals / DRAWS;
        assertThat(expected).isBetween(0.01, 0.10);
        assertThat(SignalChance.ofLatest(points)).isCloseTo(expected, within(4 * Math.sqrt(expected / 2_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 22})
    void isTheSameEveryTime(int points) {
        assertThat(SignalChance.ofLatest(points))
                .isEqualTo(SignalChance.ofLatest(points))
                .isBetween(0.0, 0.2);
    }

    private static boolean lastIsASignal(double[] y) {
        int n = y.length;
        double mean = 0;
        double ranges = 0;
        for (int i = 0; i < n; i++) {
            mean += y[i] / n;
            ranges += i == 0 ? 0 : Math.abs(y[i] - y[i - 1]) / (n - 1);
        }
        double screened = 0;
        int kept = 0;
        for (int i = 1; i < n; i++) {
            if (Math.abs(y[i] - y[i - 1]) < 3.267 * ranges) {
                screened += Math.abs(y[i] - y[i - 1]);
                kept++;
            }
        }
        double limit = 2.66 * screened / kept;
        double last = y[n - 1] - mean;
        if (Math.abs(last) > limit) {
            return true;
        }
        boolean rising = true;
        boolean falling = true;
        boolean oneSide = true;
        for (int i = n - 7; i < n; i++) {
            rising &= i == n - 7 || y[i] > y[i - 1];
            falling &= i == n - 7 || y[i] < y[i - 1];
            oneSide &= (y[i] - mean) * last > 0;
        }
        boolean lastNear = near(last, limit);
        boolean twoNear = lastNear
                && (y[n - 2] - mean) * last > 0
                && (y[n - 3] - mean) * last > 0
                && (near(y[n - 2] - mean, limit) || near(y[n - 3] - mean, limit));
        return rising || falling || oneSide || twoNear;
    }

    private static boolean near(double distance, double limit) {
        return Math.abs(distance) > limit * 2 / 3 && Math.abs(distance) <= limit;
    }
}
