package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCodesTest {
    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void begin() {
        exports = new Exports(folder);
    }

    private static List<String> clients(SessionData data) {
        List<String> clients = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            clients.add(data.course(i).id());
        }
        return clients;
    }

    private static List<String> codes(SessionData data) {
        return data.localCodes().stream()
                .map(code -> code + " = " + code.original())
                .toList();
    }

    @Test
    void namesBecomeCodesInTheOrderOfTheNamesWhateverTheOrderOfRows() throws Exception {
        List<String> rows = new ArrayList<>(List.of(
                "Zoe Young,2026-01-05,9",
                "Anna Smith,2026-01-05,8",
                "ben,2026-01-06,7",
                "C-12,2026-01-07,7",
                "Anna Smith,2026-01-12,6"));
        for (int turn = 0; turn < rows.size(); turn++) {
            Collections.rotate(rows, 1);
            List<String> lines = new ArrayList<>(List.of("client_id,session_date,phq9"));
            lines.addAll(rows);
            SessionData data =
                    exports.with("a.csv", lines.toArray(new String[0])).read();
            assertThat(clients(data)).containsExactly("C-12#1", "P001#1", "P002#1", "P003#1");
            assertThat(codes(data))
                    .containsExactly(
                            "client_id P001 = Anna Smith", "client_id P002 = Zoe Young", "client_id P003 = ben");
        }
    }

    @Test
    void codesAreLeftAlone() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date",
                        "C-1,2026-01-05",
                        "a,2026-01-05",
                        "AB 12,2026-01-05",
                        "kx,2026-01-05")
                .read();
        assertThat(data.localCodes()).isEmpty();
        assertThat(data.intake().problemCounts()).doesNotContainKey(ProblemCode.ID_REPLACED);
    }

    @Test
    void firstNamesAloneAreNamesWhereMostIdsAre() throws Exception {
        SessionData data = exports.with(
                        "a.csv", "client_id,session_date", "Anna,2026-01-05", "Ben,2026-01-05", "X1,2026-01-05")
                .read();
        assertThat(clients(data)).containsExactly("P001#1", "P002#1", "X1#1");
    }

    @Test
    void aCodeThatTheDataHaveAlreadyIsNotGivenAgain() throws Exception {
        SessionData data = exports.with("a.csv", "client_id,session_date", "P001,2026-01-05", "Anna Smith,2026-01-05")
                .read();
        assertThat(clients(data)).containsExactly("P001#1", "PX001#1");
    }

    @Test
    void coursesAndTherapistsGetCodesTooAndASiteOnlyWhereOneClientHasIt() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "Client ID,session_date,course_id,therapist_id,site",
                        "Anna Smith,2026-01-05,smith-1,Dr Jane Moore,North Street",
                        "Ben Young,2026-01-05,77,9,North Street",
                        "Cy Hall,2026-01-05,78,9,Dora Lake",
                        "Di Hill,2026-01-05,79,9,west@example.org")
                .read();
        assertThat(codes(data))
                .contains(
                        "course_id K001 = smith-1",
                        "therapist_id T001 = Dr Jane Moore",
                        "site S001 = Dora Lake",
                        "site S002 = west@example.org")
                .hasSize(8);
        assertThat(data.course(0).site()).contains("North Street");
        assertThat(data.intake().problems())
                .contains(new Problem(ProblemCode.ID_REPLACED, "a.csv", 0, "Client ID"))
                .filteredOn(problem -> problem.code() == ProblemCode.ID_REPLACED)
                .hasSize(4);
    }

    @Test
    void aSuspectedColumnIsNamedOnceAndNothingOfItIsKept() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,room,setback",
                        "a,2026-01-05,3,anna@example.org",
                        "a,2026-01-12,07700 900123,")
                .with(
                        "b.csv",
                        "client_id,session_date,room,Colour",
                        "b,2026-01-05,07700 900124,red",
                        "c,2026-01-05,4,blue")
                .read();
        assertThat(data.intake().problems())
                .filteredOn(problem -> problem.code() == ProblemCode.PERSONAL_DATA_SUSPECTED)
                .containsExactly(
                        new Problem(ProblemCode.PERSONAL_DATA_SUSPECTED, "a.csv", 0, "room"),
                        new Problem(ProblemCode.PERSONAL_DATA_SUSPECTED, "a.csv", 0, "setback"));
    }

    @Test
    void aHeaderThatIsAnAddressIsNotRepeated() throws Exception {
        SessionData data = exports.with("a.csv", "client_id,session_date,anna@example.org", "a,2026-01-05,3")
                .read();
        assertThat(data.intake().ignoredColumns()).hasSize(1).noneMatch(header -> header.contains("anna"));
    }
}
