package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the sample data: every file of the contract, twice the same bytes, and nobody's code in what may be shared. */
class SampleDataReportTest {
    @TempDir
    private static Path folder;

    private static Path exports;
    private static ReportFolder report;
    private static ReportFolder again;

    @BeforeAll
    static void reportTwice() throws IOException {
        exports = Files.createDirectory(folder.resolve("sample-data"));
        try (Stream<Path> files = Files.list(Path.of("sample-data"))) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".csv")).toList()) {
                Files.copy(file, exports.resolve(file.getFileName()));
            }
        }
        Cli first = Cli.run("report", exports, "--out", folder.resolve("one"), "--quiet");
        Cli second = Cli.run("report", exports, "--out", folder.resolve("two"), "--quiet");
        assertThat(first).isEqualTo(new Cli(0, "", ""));
        assertThat(second).isEqualTo(first);
        report = new ReportFolder(folder.resolve("one").resolve("2026-10"));
        again = new ReportFolder(folder.resolve("two").resolve("2026-10"));
    }

    @Test
    void everyFileOfTheContractIsThereAndNothingElse() {
        Set<String> charts = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        report.hashes().keySet().forEach(name -> (name.startsWith("charts/") ? charts : others).add(name));
        assertThat(others)
                .containsExactly(
                        "figures.csv",
                        "internal/conversation.pdf",
                        "internal/courses.csv",
                        "internal/episodes.csv",
                        "internal/events.csv",
                        "internal/problems.csv",
                        "manifest.json",
                        "monthly.csv",
                        "report.html",
                        "report.pdf",
                        "service_outcomes.csv");
        Set<String> pairs = new TreeSet<>();
        charts.forEach(name -> pairs.add(name.replaceAll("\\.(png|csv)$", "")));
        assertThat(pairs).hasSizeGreaterThan(8);
        assertThat(charts).hasSize(2 * pairs.size()).allMatch(name -> name.matches("charts/[a-z0-9-]+\\.(png|csv)"));
    }

    @Test
    void aSecondRunWritesTheSameBytes() {
        assertThat(again.hashes()).isEqualTo(report.hashes());
    }

    /** Pictures and pages depend on the font metrics of the JDK that drew them; every number is in a CSV. */
    @Test
    void theReportInTheRepositoryIsWhatTheFirstCommandMakes() {
        SortedMap<String, String> kept = new ReportFolder(Path.of("reports", "2026-10")).hashes();
        SortedMap<String, String> made = report.hashes();

        assertThat(kept.keySet()).isEqualTo(made.keySet());
        kept.keySet().removeIf(name -> !name.endsWith(".csv"));
        made.keySet().removeIf(name -> !name.endsWith(".csv"));
        assertThat(kept).hasSizeGreaterThan(15).isEqualTo(made);
    }

    @Test
    void headersAreThoseOfTheContract() {
        assertThat(report.header("figures.csv"))
                .isEqualTo("figure_id,page,label,period,group,n,denominator,value,lower,upper,unit,state");
        assertThat(report.header("monthly.csv"))
                .isEqualTo("month,metric,numerator,denominator,value,mean,lower_limit,upper_limit,point_type,limits");
        assertThat(report.header("service_outcomes.csv"))
                .isEqualTo("period,definition,rate,numerator,denominator,value,lower,upper");
        assertThat(report.header("internal/courses.csv"))
                .isEqualTo(
                        "client,course,site,start,end,end_kind,sessions_attended,sessions_missed,measure,first_score,last_score,change,"
                                + "reliable_change,rci,case_at_start,case_at_end,outcome,effect,shape,setbacks,setbacks_recorded,ruptures_client,"
                                + "ruptures_therapist,ruptures_observer,dips,dips_repaired,sudden_gains,sudden_losses,excluded");
        assertThat(report.header("internal/episodes.csv"))
                .isEqualTo(
                        "client,course,kind,subtype,source,measure,rater,onset_session,onset_date,peak_value,worst_session,worst_value,"
                                + "depth,depth_in_threshold,length,status,end_session,end_date,scores_to_end,days_to_end,best_fraction,response,"
                                + "carried_forward,long_gap");
        assertThat(report.header("internal/events.csv"))
                .isEqualTo(
                        "client,course,kind,subtype,source,session,date,measure,value_before,value,returned,"
                                + "next_attended,seen_again_session,seen_again_date,days_to_seen_again,response,carried_forward");
        for (String name : report.hashes().keySet()) {
            if (name.matches("charts/.*\\.csv")) {
                assertThat(report.header(name)).as(name).isEqualTo("series,x,y,lower,upper,n,state");
                assertThat(report.rows(name)).as(name).isNotEmpty();
            }
            if (name.endsWith(".csv")) {
                assertThat(report.text(name)).as(name).endsWith("\n").doesNotContain("\r", "NaN", "Infinity");
            }
        }
    }

    @Test
    void eventsAreAsManyAsTheFiguresOfTheSameThingsSay() throws IOException {
        Map<String, Long> events = report.rows("internal/events.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("kind"), TreeMap::new, Collectors.counting()));
        assertThat(events.keySet())
                .containsExactly("cancelled_by_client", "missed_session", "planned_experiment", "recorded_setback");
        assertThat(events.get("recorded_setback"))
                .isEqualTo(report.rows("internal/episodes.csv").stream()
                        .filter(row -> row.get("kind").equals("setback")
                                && row.get("source").equals("therapist"))
                        .count());
        Map<String, Integer> missed = new TreeMap<>();
        report.rows("internal/courses.csv")
                .forEach(row -> missed.put(row.get("course"), Integer.parseInt(row.get("sessions_missed"))));
        assertThat(events.get("missed_session"))
                .isEqualTo(
                        missed.values().stream().mapToLong(Integer::longValue).sum());
        assertThat(report.rows("internal/events.csv"))
                .filteredOn(row -> row.get("kind").equals("missed_session"))
                .extracting(row -> row.get("returned"))
                .contains("yes", "no", "not_yet_known");
    }

    @Test
    void theManifestAddsUpAndItsHashesAreRight() throws IOException {
        JsonNode manifest = report.manifest();
        List<String> fields = new ArrayList<>();
        manifest.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly("program", "as_of", "period", "configuration", "seed", "inputs", "rows", "outputs");
        assertThat(manifest.path("as_of").asText()).isEqualTo("2026-10-30");
        assertThat(manifest.path("period").asText()).isEqualTo("2026-10");
        JsonNode rows = manifest.path("rows");
        long aside = 0;
        for (JsonNode count : rows.path("set_aside")) {
            aside += count.asLong();
        }
        assertThat(aside).isPositive();
        assertThat(rows.path("duplicate").asLong()).isPositive();
        assertThat(rows.path("used").asLong() + rows.path("duplicate").asLong() + aside)
                .isEqualTo(rows.path("read").asLong());
        long read = 0;
        for (JsonNode input : manifest.path("inputs")) {
            Path file = exports.resolve(input.path("name").asText().replaceAll(".*/", ""));
            assertThat(input.path("sha256").asText()).isEqualTo(ReportFolder.sha256(file));
            assertThat(input.path("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(input.path("rows").asLong())
                    .isEqualTo(Files.readAllLines(file).size() - 1);
            read += input.path("rows").asLong();
        }
        assertThat(manifest.path("inputs")).hasSize(24);
        assertThat(read).isEqualTo(rows.path("read").asLong());
        TreeMap<String, String> listed = new TreeMap<>();
        manifest.path("outputs")
                .forEach(output -> listed.put(
                        output.path("name").asText(), output.path("sha256").asText()));
        TreeMap<String, String> there = new TreeMap<>(report.hashes());
        there.remove("manifest.json");
        assertThat(listed).isEqualTo(there);
        assertThat(Files.readString(report.path().resolve("manifest.json"))).doesNotContain(folder.toString());
    }

    @Test
    void nobodysCodeStandsInWhatMayBeShared() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Map<String, String> course : report.rows("internal/courses.csv")) {
            codes.add(course.get("client"));
        }
        assertThat(codes).hasSizeGreaterThan(400).allMatch(code -> code.matches("C\\d{4}"));
        String code = "\\bC\\d{4}\\b";
        String therapist = "\\bT(0[1-9]|1[0-2])\\b";
        assertThat(report.pdfText("report.pdf"))
                .contains("Setbacks")
                .doesNotContainPattern(code)
                .doesNotContainPattern(therapist);
        assertThat(report.htmlText())
                .contains("Setbacks")
                .doesNotContainPattern(code)
                .doesNotContainPattern(therapist);
        for (String name : report.hashes().keySet()) {
            if (!name.startsWith("internal/") && (name.endsWith(".csv") || name.endsWith(".json"))) {
                assertThat(report.text(name))
                        .as(name)
                        .doesNotContainPattern(code)
                        .doesNotContainPattern(therapist);
            }
        }
        assertThat(report.pdfText("internal/conversation.pdf"))
                .as("the page that does name them")
                .containsPattern(code);
        for (String name : List.of(
                "internal/courses.csv", "internal/episodes.csv", "internal/events.csv", "internal/problems.csv")) {
            assertThat(report.text(name)).as(name).doesNotContainPattern(therapist);
        }
        assertThat(report.pdfText("internal/conversation.pdf")).doesNotContainPattern(therapist);
    }

    @Test
    void noneOfTheWordsThatWeNeverUseIsInThePdfs() {
        String never =
                "(?i)\\bfail(ed|ure)|non-responder|harmed|\\branking|league table|drop(ped)?[ -]?out|non-compliant|\\bresistant"
                        + "|worst therapist|\\bcaused\\b";
        assertThat(report.pdfText("report.pdf")).doesNotContainPattern(never);
        assertThat(report.htmlText()).doesNotContainPattern(never);
        assertThat(report.pdfText("internal/conversation.pdf")).doesNotContainPattern(never);
    }

    @Test
    void pdfAndHtmlSayTheSameOnPageOne() {
        String headline = "This is not an alerting";
        String pdf = report.pdfText("report.pdf").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        String html = report.htmlText().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        assertThat(pdf).contains(headline.toLowerCase(Locale.ROOT));
        assertThat(html).contains(headline.toLowerCase(Locale.ROOT));
    }

    @Test
    void monthsRunWithoutGapsUpToTheReportedOne() {
        TreeMap<String, Set<String>> months = new TreeMap<>();
        for (Map<String, String> row : report.rows("monthly.csv")) {
            assertThat(months.computeIfAbsent(row.get("metric"), metric -> new TreeSet<>())
                            .add(row.get("month")))
                    .as(row.toString())
                    .isTrue();
            assertThat(row.get("point_type")).isIn("common_cause", "special_cause_high", "special_cause_low", "empty");
            assertThat(row.get("limits")).isIn("xmr", "trial", "none");
            assertThat(row.get("mean").isEmpty())
                    .as(row.toString())
                    .isEqualTo(row.get("limits").equals("none"));
        }
        assertThat(months.get("sessions_attended"))
                .hasSize(24)
                .startsWith("2024-11")
                .endsWith("2026-10");
        assertThat(months.get("recovery")).hasSize(22).startsWith("2025-01").endsWith("2026-10");
        assertThat(months.values()).allMatch(found -> found.size() == 24 || found.size() == 22);
        assertThat(months)
                .as("every metric but ruptures seen by observers, whom nobody asked")
                .hasSize(21);
    }

    @Test
    void monthlyValuesAreTheirNumeratorsOverTheirDenominators() {
        for (Map<String, String> row : report.rows("monthly.csv")) {
            if (!row.get("denominator").isEmpty()
                    && !row.get("metric").equals("wait_days_median")
                    && !row.get("value").isEmpty()) {
                assertThat(Double.parseDouble(row.get("value")))
                        .as(row.toString())
                        .isEqualTo(
                                Double.parseDouble(row.get("numerator")) / Double.parseDouble(row.get("denominator")));
            }
        }
    }

    @Test
    void coursesAndEpisodesAreKeyedAndAddUp() {
        Set<String> keys = new TreeSet<>();
        Map<String, Integer> setbacks = new TreeMap<>();
        for (Map<String, String> row : report.rows("internal/courses.csv")) {
            assertThat(keys.add(row.get("client") + " " + row.get("course") + " " + row.get("measure")))
                    .isTrue();
            setbacks.put(row.get("course"), Integer.parseInt(row.get("setbacks")));
        }
        Map<String, Integer> found = new TreeMap<>();
        for (Map<String, String> row : report.rows("internal/episodes.csv")) {
            if (row.get("subtype").equals("S1") && !row.get("status").equals("unconfirmed")) {
                found.merge(row.get("course"), 1, Integer::sum);
            }
        }
        setbacks.values().removeIf(count -> count == 0);
        assertThat(found).isNotEmpty().isEqualTo(setbacks);
    }

    @Test
    void everyPictureIsAPng() throws IOException {
        for (String name : report.hashes().keySet()) {
            if (name.endsWith(".png")) {
                byte[] bytes = Files.readAllBytes(report.path().resolve(name));
                assertThat(bytes).as(name).hasSizeGreaterThan(2_000).startsWith(0x89, 'P', 'N', 'G');
            }
        }
    }
}
