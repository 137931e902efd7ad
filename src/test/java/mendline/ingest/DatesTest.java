package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mendline.model.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatesTest {
    @ParameterizedTest(name = "{0} in order {1} is {2}")
    @CsvSource(textBlock = """
            2026-03-31,                YMD, 2026-03-31
            2026/3/1,                  YMD, 2026-03-01
            2026-03-31T09:30,          YMD, 2026-03-31
            2026-03-31T23:59:59+11:00, YMD, 2026-03-31
            2026-03-31 09:30:00.000Z,  YMD, 2026-03-31
            2024-02-29,                YMD, 2024-02-29
            1900-01-01,                YMD, 1900-01-01
            31/03/2026,                DMY, 2026-03-31
            5.4.2026 2:30 PM,          DMY, 2026-04-05
            03/05/2026 12:00 AM,       MDY, 2026-03-05
            2026-03-01T23:30:00Z,      YMD, 2026-03-01
            2026-03-01T23:30:00Z,      DMY, 2026-03-01
            03/31/2026,                MDY, 2026-03-31
            2026-03-31,                DMY, 2026-03-31
            """)
    void datesAreRead(String text, DateOrder order, LocalDate date) {
        assertThat(Dates.read(text, order)).isEqualTo((int) date.toEpochDay());
    }

    @ParameterizedTest(name = "{0} in order {1}")
    @CsvSource(textBlock = """
            1899-12-31, YMD
            2025-02-29, YMD
            1900-02-29, YMD
            2026-13-01, YMD
            2026-04-31, YMD
            2026-00-10, YMD
            31/03/2026, YMD
            03/31/2026, DMY
            31/03/2026, MDY
            31/03/26,   DMY
            20260331,   YMD
            45231,      YMD
            2026-03,    YMD
            2026-03/31, YMD
            12026-03-31, YMD
            2026-03-31 with mother, YMD
            2026-03-311, YMD
            2026-03-31T, YMD
            yesterday,  YMD
            """)
    void othersAreNoDates(String text, DateOrder order) {
        assertThat(Dates.read(text, order)).isEqualTo(Session.NO_DAY);
    }

    @ParameterizedTest(name = "{0} in order {1} is {2}")
    @CsvSource(textBlock = """
            31032026,   DMY, 2026-03-31
            01042026,   DMY, 2026-04-01
            1042026,    DMY, 2026-04-01
            03312026,   MDY, 2026-03-31
            3312026,    MDY, 2026-03-31
            20260331,   YMD, 2026-03-31
            31/03/2026, DMY, 2026-03-31
            """)
    void datesWithoutSeparatorsAreReadWhereTheyAreConfigured(String text, DateOrder order, LocalDate date) {
        assertThat(Dates.read(text, order, true)).isEqualTo((int) date.toEpochDay());
    }

    @ParameterizedTest(name = "{0} in order {1}, compact {2}")
    @CsvSource(textBlock = """
            31032026,  DMY, false
            31032026,  MDY, true
            32012026,  DMY, true
            0042026,   DMY, true
            1042026,   YMD, true
            142026,    DMY, true
            310320260, DMY, true
            45231,     DMY, true
            """)
    void otherDigitsAreNoDates(String text, DateOrder order, boolean compact) {
        assertThat(Dates.read(text, order, compact)).isEqualTo(Session.NO_DAY);
    }
}
