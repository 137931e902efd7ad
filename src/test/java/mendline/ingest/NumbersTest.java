package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {
    @ParameterizedTest(name = "{0} is {1} hundredths, rounded: {2}")
    @CsvSource(textBlock = """
            12,         1200, false
            012,        1200, false
            12.,        1200, false
            .5,         50,   false
            12.3,       1230, false
            12.30,      1230, false
            12.340000,  1234, false
            12.345,     1234, true
            12.355,     1236, true
            12.3450001, 1235, true
            12.3449999, 1234, true
            12.346,     1235, true
            -12.345,    -1234, true
            -12.346,    -1235, true
            +3,         300,  false
            0,          0,    false
            99.995,     10000, true
            99999999999999999999, 99999999900, false
            """)
    void numbersBecomeHundredthsRoundedHalfToEven(String text, long hundredths, boolean rounded) {
        long read = Numbers.read(text, '.');

        assertThat(Numbers.hundredths(read)).isEqualTo(hundredths);
        assertThat(Numbers.rounded(read)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e3", "12,5", "1 000", "NaN", "twelve", "12a", "0x1F", "3-Apr", "--1"})
    void othersAreNoNumbers(String text) {
        assertThat(Numbers.read(text, '.')).isEqualTo(Numbers.NOT_A_NUMBER);
    }

    @Test
    void aDecimalCommaIsReadWhereTheProfileSaysSo() {
        assertThat(Numbers.hundredths(Numbers.read("12,5", ','))).isEqualTo(1250);
        assertThat(Numbers.read("12.5", ',')).isEqualTo(Numbers.NOT_A_NUMBER);
    }

    @Test
    void roundingAgreesWithBigDecimalOnRandomNumbers() {
        SplittableRandom random = new SplittableRandom(20260301);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(-10_000_000, 10_000_000), random.nextInt(0, 6));
            long read = Numbers.read(number.toPlainString(), '.');

            BigDecimal rounded = number.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN);
            assertThat(Numbers.hundredths(read)).as(number.toPlainString()).isEqualTo(rounded.longValueExact());
            assertThat(Numbers.rounded(read))
                    .as(number.toPlainString())
                    .isEqualTo(rounded.compareTo(number.movePointRight(2)) != 0);
        }
    }
}
