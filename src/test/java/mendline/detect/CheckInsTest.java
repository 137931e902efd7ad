package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            36          | [LOW]
            36.01       | [NONE]
            39 38       | [NONE, FALL]
            39 38.01    | [NONE, NONE]
            37 36       | [NONE, BOTH]
            36 36       | [LOW, LOW]
            39 - 37     | [NONE, NONE]
            30 38 40    | [LOW, NONE, NONE]
            """)
    void promptsFromBothSidesOfEachBoundary(String scores, String expected) {
        assertThat(CheckIns.in(Sketches.series(Sketches.SRS, scores))).hasToString(expected);
    }
}
