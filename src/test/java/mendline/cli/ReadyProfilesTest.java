package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mendline.ingest.Profiles;
import mendline.ingest.ReadyProfiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Progress;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profiles that come with the program, each on a small invented export of its style. */
class ReadyProfilesTest {
    private static final Path EXPORTS = Path.of("src/test/resources/exports");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            simplepractice-style | 12 | 190 | 188 | {future_row=2}
            therapynotes-style   | 12 | 188 | 188 | {}
            jane-style           | 12 | 280 | 280 | {}
            cliniko-style        | 12 | 282 | 280 | {left_out_row=2}
            writeupp-style       | 12 | 188 | 188 | {}
            powerdiary-style     | 12 | 280 | 280 | {}
            iapt-style           | 12 | 96  | 96  | {}
            iapt-tables-style    | 12 | 293 | 292 | {unknown_measure=1}
            openfit-style        | 12 | 96  | 96  | {}
            rom-style            | 12 | 189 | 188 | {missing_score=1}
            mirah-style          | 12 | 193 | 188 | {left_out_row=5}
            greenspace-style     | 12 | 280 | 274 | {left_out_row=6}
            core-style           | 12 | 92  | 92  | {}
            redcap-style         | 12 | 196 | 184 | {not_a_session=12}
            qualtrics-style      | 12 | 96  | 96  | {}
            study-style          | 12 | 92  | 92  | {}
            openemr-style        | 12 | 184 | 182 | {bad_score=2}
            fhir-style           | 12 | 1060 | 952 | {bad_score=15, left_out_row=92, missing_score=1}
            synthea-style        | 12 | 368 | 276 | {left_out_row=92}
            pmhc-style           | 12 | 144 | 141 | {missing_score=3}
            cyp-style            | 12 | 188 | 187 | {missing_score=1}
            """)
    void aReadyProfileReadsItsStyle(String name, int courses, long read, long used, String setAside) throws Exception {
        SessionData data = read(name);
        Set<String> clients = new HashSet<>();
        for (int i = 0; i < data.size(); i++) {
            clients.add(data.course(i).client());
        }
        assertThat(clients).hasSize(courses);
        SortedMap<String, Long> aside = new TreeMap<>();
        data.intake().rows().setAside().forEach((code, count) -> aside.put(code.key(), count));
        assertThat(aside).hasToString(setAside);
        assertThat(data.intake().rows().read()).isEqualTo(read);
        assertThat(data.intake().rows().used()).isEqualTo(used);
    }

    private static SessionData read(String name) throws Exception {
        return SessionExports.read(
                List.of(EXPORTS.resolve(name)), Profiles.read(Path.of(name)), OptionalInt.empty(), Progress.SILENT);
    }

    /** The first course of each style: its first scores, in hundredths. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            simplepractice-style | phq9   | 1300 | 1300 | 1000
            cliniko-style        | srs    | 3100 | 3000 | 3000
            writeupp-style       | core10 | 1700 | 1700 | 1400
            powerdiary-style     | k10    | 2300 | 2300 | 2000
            iapt-tables-style    | gad7   | 1300 | 1300 | 1000
            mirah-style          | phq9   | 1300 | 1300 | 1000
            greenspace-style     | srs    | 3100 | 3000 | 3000
            core-style           | arm5   | 400  | 500  | 600
            redcap-style         | phq9   | 1300 | 1300 | 1000
            study-style          | srs    | 3100 | 3050 | 3000
            openemr-style        | phq9   | 1300 | 1300 | 1000
            fhir-style           | phq9   | 1300 | 1300 | 1000
            synthea-style        | gad7   | 1300 | 1300 | 1000
            pmhc-style           | k10    | 2300 | 2000 | 1600
            cyp-style            | gad7   | 1300 | 1300 | 1000
            """)
    void scoresComeOutOnTheScaleOfTheMeasure(String name, String measure, int first, int second, int third)
            throws Exception {
        SessionData data = read(name);
        assertThat(data.course(0).series(measure, Rater.CLIENT).orElseThrow().scores())
                .startsWith(first, second, third);
    }

    @Test
    void namesAreReplacedWhereAStyleHasNoCodes() throws IOException {
        Cli run = Cli.run(
                "report", EXPORTS.resolve("therapynotes-style"), "--profile", "therapynotes-style", "--out", folder);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path internal = onlyFolder().resolve("internal");
        assertThat(Files.readString(internal.resolve("code-list.csv"))).contains("Ada", "P001");
        assertThat(Files.readString(internal.resolve("courses.csv")))
                .contains("P001")
                .doesNotContain("Ada", "Sample");
    }

    @Test
    void theyAreListedWithWhatTheyAreFor() {
        Cli run = Cli.run("profile", "--list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(ReadyProfiles.all().size()).isSorted();
        new TreeMap<>(ReadyProfiles.all())
                .forEach((name, what) -> assertThat(run.out()).contains(name, what));
    }

    @Test
    void aFileOfThatNameComesFirst() throws IOException {
        Path own = Files.writeString(folder.resolve("iapt-style"), "alliancee: srs\n");
        assertThat(Cli.run("measures", "--profile", own).err()).contains("alliance");
        assertThat(Cli.run("measures", "--profile", "iapt-style").exitCode()).isZero();
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }
}
