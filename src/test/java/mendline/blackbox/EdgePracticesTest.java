package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mendline.cli.Cli;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Practices at the edge of having data: whatever they hold, no file says a number that is none. */
class EdgePracticesTest {
    private static final Pattern NO_NUMBER = Pattern.compile("\\bNaN\\b|Infinity|\u221e|\\bnull\\b|Optional");
    /** JSON has a word for nothing. */
    private static final Pattern NO_NUMBER_IN_JSON = Pattern.compile("(?<!\")\\bNaN\\b|Infinity");

    /** The last page lists the words that mean missing in exports. */
    private static final Pattern WORDS_FOR_MISSING = Pattern.compile("NULL,\\s+NaN");

    private static final int CLIENTS = 15;

    private static final int SESSIONS = 10;

    @TempDir
    Path folder;

    private static List<String> practice(String kind) {
        List<String> rows = new ArrayList<>();
        switch (kind) {
            case "one course, one score" -> rows.add("client_id,session_date,phq9,srs\nC1,2026-03-02,12,");
            case "one course, no score" -> rows.add("client_id,session_date,phq9,srs\nC1,2026-03-02,,");
            case "one course, two equal scores" ->
                rows.add("client_id,session_date,phq9,srs\nC1,2026-03-02,12,38\nC1,2026-03-09,12,38");
            default -> {
                boolean dated = !kind.equals("no dates");
                rows.add("client_id," + (dated ? "session_date" : "session_number") + ",phq9,srs,course_end");
                for (int client = 1; client <= CLIENTS; client++) {
                    for (int session = 1; session <= SESSIONS; session++) {
                        String when =
                                dated ? String.format("2026-%02d-%02d", 1 + session / 2, 1 + client) : "" + session;
                        String scores = switch (kind) {
                            case "all equal" -> "12,38";
                            case "all missing" -> ",";
                            default ->
                                (5 + (client * 7 + session * session * 3) % 19) + "," + (30 + client * session % 10);
                        };
                        rows.add("C" + client + "," + when + "," + scores + ","
                                + (session == SESSIONS && client % 2 == 0 ? "planned" : ""));
                    }
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one course, one score",
                "one course, no score",
                "one course, two equal scores",
                "all equal",
                "all missing",
                "no dates"
            })
    void noFileSaysANumberThatIsNone(String kind) throws IOException {
        Path exports = Files.createDirectories(folder.resolve("in"));
        Files.writeString(exports.resolve("sessions.csv"), String.join("\n", practice(kind)) + "\n");
        Path profile = folder.resolve("p.yaml");
        Files.writeString(
                profile,
                "report: {models: on, case_mix: on,"
                        + " curves: {back: full, clock: days, endings: competing, by: onset}}\n"
                        + "detection: {dip: {scale: {srs: 2}}, not_on_track: on, sudden: {stability: gaynor},"
                        + " setback: {also: [S1_single, S2, S3, S5, S6, S7]}}\n"
                        + "limits: {charts: {ruptures_client_per_100: t, setbacks_recorded_per_100: u_prime}}\n");
        Cli run = Cli.run("report", exports, "--out", folder.resolve("out"), "--profile", profile, "--all", "--quiet");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        int looked = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                ReportFolder found = new ReportFolder(file.getParent());
                if (name.endsWith(".png")) {
                    continue;
                }
                String all = name.endsWith(".pdf")
                        ? found.pdfText(name)
                        : name.endsWith(".html") ? found.htmlText() : found.text(name);
                String text = WORDS_FOR_MISSING.matcher(all).replaceAll("");
                assertThat((name.endsWith(".json") ? NO_NUMBER_IN_JSON : NO_NUMBER)
                                .matcher(text)
                                .results()
                                .map(hit -> text.substring(
                                        Math.max(0, hit.start() - 60), Math.min(text.length(), hit.end() + 20)))
                                .toList())
                        .as("%s of %s", name, kind)
                        .isEmpty();
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(8);
    }
}
