package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceWordsTest {
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "7.2, 10.9, about 7 to 11",
        "7.2, 7.4, about 7",
        "0.5, 0.5, about 1",
        "0.5, 1.6, about 1 to 2",
        "0.49, 1.6, at most about 2",
        "0, 0.5, at most about 1",
        "0, 0.49, fewer than 1",
        "0.1, 0.3, fewer than 1",
        "0, 0, none",
        "1200, 3400, 'about 1,200 to 3,400'"
    })
    void aRangeReadsWellAfterChanceAloneWouldGive(double lower, double upper, String words) {
        assertThat(ChanceWords.range(lower, upper)).isEqualTo(words);
    }
}
