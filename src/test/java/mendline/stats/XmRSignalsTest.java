package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule alone, as NHSRplotthedots tests them. */
class XmRSignalsTest {
    private static int[] ints(String values) {
        return Arrays.stream(values.trim().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1 2 3 4 5 6 7,                 1 1 1 1 1 1 1
            7 6 5 4 3 2 1,                 -1 -1 -1 -1 -1 -1 -1
            1 2 3 3 4 5 6,                 0 0 0 0 0 0 0
            1 2 3 4 5 6,                   0 0 0 0 0 0
            2 1 2 3 4 5 6 7 3,             0 1 1 1 1 1 1 1 0
            2 7 6 5 4 3 2 1 3,             0 -1 -1 -1 -1 -1 -1 -1 0
            1 2 3 4 5 6 7 8,               1 1 1 1 1 1 1 1
            1 2 3 4 5 6 7 6 5 4 3 2 1,     1 1 1 1 1 1 -1 -1 -1 -1 -1 -1 -1
            1 2 3 4 5 6 7 1 2 3 4 5 6 7,   1 1 1 1 1 1 1 1 1 1 1 1 1 1
            """)
    void sevenPointsRisingOrFallingAreATrend(String values, String expected) {
        double[] y = Arrays.stream(ints(values)).asDoubleStream().toArray();
        boolean[] present = new boolean[y.length];
        Arrays.fill(present, true);
        assertThat(XmRSignals.trend(y, present, 7)).containsExactly(ints(expected));
    }

    @Test
    void aGapBreaksATrend() {
        double[] y = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean[] present = {true, true, true, false, true, true, true, true};
        assertThat(XmRSignals.trend(y, present, 7)).containsOnly(0);
        assertThat(XmRSignals.trend(y, present, 4)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1 1 1 1 1 1,                 0 0 0 0 0 0
            1 1 1 1 1 1 -1,              0 0 0 0 0 0 0
            1 1 1 1 1 1 1,               1 1 1 1 1 1 1
            1 1 1 1 1 1 1 1 -1,          1 1 1 1 1 1 1 1 0
            -1 -1 -1 -1 -1 -1 -1 -1 1,   -1 -1 -1 -1 -1 -1 -1 -1 0
            1 1 1 0 1 1 1 1,             0 0 0 0 0 0 0 0
            0 0 0 0 0 0 0 0,             0 0 0 0 0 0 0 0
            """)
    void sevenPointsOnOneSideAreAShift(String side, String expected) {
        assertThat(XmRSignals.shift(ints(side), 7)).containsExactly(ints(expected));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1 1 1,        1 0 1,         1 0 1
            1 1 1,        0 1 1,         0 1 1
            1 1 1,        1 1 0,         1 1 0
            -1 -1 -1,     1 0 1,         -1 0 -1
            1 -1 1,       1 0 1,         0 0 0
            1 1 -1,       1 1 0,         0 0 0
            1 0 1,        1 0 1,         0 0 0
            1 1 1 1,      1 0 0 1,       0 0 0 0
            1 1 1 1 1,    1 0 0 1 1,     0 0 0 1 1
            1 1,          1 1,           0 0
            """)
    void twoOfThreeNearOnOneSideAreSignals(String side, String near, String expected) {
        int[] flags = ints(near);
        boolean[] nearPoints = new boolean[flags.length];
        for (int i = 0; i < flags.length; i++) {
            nearPoints[i] = flags[i] == 1;
        }
        assertThat(XmRSignals.twoInThree(ints(side), nearPoints)).containsExactly(ints(expected));
    }
}
