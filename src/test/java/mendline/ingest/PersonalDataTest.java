package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Anna Smith        | true
            anna smith        | true
            SMITH ANNA        | true
            Smith, Anna       | true
            Smith,A           | true
            O'Neil Mary-Jane  | true
            Müller Jürgen     | true
            Anna.Smith        | true
            anna_smith        | true
            AnnaSmith         | true
            Anna Smith 1970   | true
            Mrs Smith 3       | true
            C-0012            | false
            C 12              | false
            ABC 12            | false
            Client 12         | false
            A                 | false
            AB                | false
            a b               | false
            REF-A12           | false
            Anna              | false
            12,5              | false
            """)
    void fullNamesAreToldFromCodes(String text, boolean name) {
        assertThat(PersonalData.fullName(text)).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            anna@example.org          | true
            ring anna@example.org now | true
            @anna                     | false
            3 @ 20.5                  | false
            07700 900123              | true
            07700900123               | true
            (01632) 960123            | true
            ring 01632-960-123        | true
            +44 7700 900123           | true
            0049 30 1234567           | true
            0770090012                | true
            007700900                 | false
            1234567890                | false
            2026-03-31 10:00:00       | false
            01/03/2026 10:30          | false
            000000012345              | false
            """)
    void addressesAndPhoneNumbersAreToldFromOtherText(String text, boolean contact) {
        assertThat(PersonalData.contact(text)).isEqualTo(contact);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "943 476 5919, true",
        "9434765919, true",
        "943-476-5919, true",
        "9434765918, false",
        "943476591, false",
        "94347659190, false",
        "4010232137, true",
        "9876543210, true",
        "1234567890, false"
    })
    void theLastDigitOfAHealthNumberChecksTheOthers(String text, boolean valid) {
        assertThat(PersonalData.healthNumber(text)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Date of Birth, true",
        "DOB, true",
        "Client Name, true",
        "first_name, true",
        "Surname, true",
        "NHS Number, true",
        "Session Notes, true",
        "E-Mail, true",
        "Measure Name, false",
        "Site Name, false",
        "Room, false",
        "Invoice, false",
        "birthweight, false"
    })
    void headersTellOfPersonalData(String header, boolean telling) {
        assertThat(PersonalData.tellingHeader(header)).isEqualTo(telling);
    }
}
