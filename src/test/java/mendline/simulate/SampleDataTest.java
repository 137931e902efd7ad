package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final Pattern COMMAND = Pattern.compile(
            "^\\./mendline simulate --clients (\\d+) --seed (\\d+) --out sample-data$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void theCommandOfTheReadmeGivesExactlyTheseFiles() throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(SAMPLE.resolve("README.md")));
        assertThat(command.find()).isTrue();
        int clients = Integer.parseInt(command.group(1));
        Simulation.run(SimulationSettings.of(clients, Long.parseLong(command.group(2))), folder);

        Map<String, String> sample = Exports.contents(SAMPLE);
        assertThat(sample.remove("README.md")).isNotNull();
        sample.remove(".gitattributes");
        assertThat(sample).hasSize(25).isEqualTo(Exports.contents(folder));
    }

    @Test
    void theReadmeExplainsEveryColumn() throws IOException {
        String readme = Files.readString(SAMPLE.resolve("README.md"));

        for (Column column : Column.values()) {
            assertThat(readme).contains("`" + column.key() + "`");
        }
        for (String column : Truth.HEADER) {
            assertThat(readme).contains("`" + column + "`");
        }
        for (PlantedKind kind : PlantedKind.values()) {
            assertThat(readme).contains("`" + kind.key() + "`");
        }
    }

    @Test
    void thePracticeHasTheSizeThatTheReadmeClaims() throws IOException {
        List<Map<String, String>> rows = Exports.merged(Exports.contents(SAMPLE).keySet().stream()
                .filter(name -> name.startsWith("sessions-"))
                .map(SAMPLE::resolve)
                .toList());
        Map<LocalDate, Integer> weeks = new TreeMap<>();
        Set<String> courses = new HashSet<>();
        Set<String> therapists = new HashSet<>();
        Set<String> sites = new HashSet<>();
        for (Map<String, String> row : rows) {
            String date = row.get("session_date");
            if (Exports.attended(row) && !date.endsWith("02-30") && !date.startsWith("2062")) {
                LocalDate day = LocalDate.parse(date);
                weeks.merge(day.minusDays(day.getDayOfWeek().getValue() - 1L), 1, Integer::sum);
                courses.add(row.get("course_id"));
                therapists.add(row.get("therapist_id"));
                sites.add(row.get("site"));
            }
        }
        assertThat(courses).hasSizeBetween(480, 540);
        assertThat(therapists).hasSize(12);
        assertThat(sites).containsExactlyInAnyOrder("North", "South");
        assertThat(weeks.values().stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(55.0, 65.0);
    }

    @Test
    void everyKindOfDataProblemIsThere() throws IOException {
        List<Map<String, String>> rows = Exports.merged(Exports.contents(SAMPLE).keySet().stream()
                .filter(name -> name.startsWith("sessions-"))
                .map(SAMPLE::resolve)
                .toList());

        assertThat(rows).anyMatch(row -> row.get("session_date").startsWith("2062"));
        assertThat(rows).anyMatch(row -> row.get("session_date").endsWith("-02-30"));
        assertThat(rows).anyMatch(row -> row.containsKey("phq9") && Integer.parseInt(row.get("phq9")) > 27);
        assertThat(rows).anyMatch(row -> "did_not_attend".equals(row.get("attendance")) && row.containsKey("phq9"));
    }
}
