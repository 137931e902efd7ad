package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNumbersTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "QQ 12 34 56 C, false",
        "AB123456C, true",
        "ab 12 34 56 c, true",
        "AB123456E, false",
        "GB123456A, false",
        "078-05-1120, true",
        "666-05-1120, false",
        "078-00-1120, false",
        "2026-03-31, false",
        "GB82 WEST 1234 5698 7654 32, true",
        "DE89370400440532013000, true",
        "DE89370400440532013001, false",
        "C-0012, false",
        "AB12, false"
    })
    void numbersOfInsurancesAndBanksAreTold(String text, boolean certain) {
        assertThat(PersonalNumbers.certain(text)).isEqualTo(certain);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "SW1A 1AA, true",
        "m1 1ae, true",
        "CR26XH, true",
        "DN551PT, true",
        "C-12, false",
        "12, false",
        "A12, false"
    })
    void postcodesAreTold(String text, boolean postcode) {
        assertThat(PersonalNumbers.postcode(text)).isEqualTo(postcode);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "AS170571, true",
        "as-17051971, true",
        "AS19710517, true",
        "AS051771, true",
        "AS710517, true",
        "AS999999, false",
        "AS1234, false",
        "ASDF170571, false",
        "170571, false"
    })
    void initialsWithADateOfBirthAreTold(String text, boolean told) {
        assertThat(PersonalNumbers.initialsAndBirth(text)).isEqualTo(told);
    }
}
