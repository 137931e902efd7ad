package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import mendline.aggregate.Analysis;
import mendline.aggregate.CourseSource;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.ingest.InputNotFound;
import mendline.ingest.NothingUsable;
import mendline.ingest.Profiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of {@code courses.csv} and {@code episodes.csv}, from exports of a few rows. */
class InternalTablesTest {
    @TempDir
    private Path folder;

    /** One row as its non-empty cells by column. */
    private static Map<String, String> filled(List<String> header, List<String> row) {
        assertThat(row).hasSameSizeAs(header);
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                cells.put(header.get(i), row.get(i));
            }
        }
        return cells;
    }

    private List<CourseFindings> findings(String csv, List<Instruments> settled)
            throws IOException, InputNotFound, NothingUsable {
        Path file = Files.writeString(folder.resolve("exports.csv"), csv);
        SessionData data = SessionExports.read(List.of(file), Profiles.DEFAULT, OptionalInt.empty(), Progress.SILENT);
        CourseSource courses = new CourseSource() {
            @Override
            public int size() {
                return data.size();
            }

            @Override
            public Course course(int place) {
                return data.course(place);
            }
        };
        Instruments instruments = Analysis.settle(
                courses,
                new Analysis.Measures(data.primaryOutcome(), data.alliance(), data.outcomeMeasures()),
                DetectionSettings.DEFAULT,
                data.intake().asOf(),
                Progress.SILENT);
        settled.add(instruments);
        List<CourseFindings> found = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            found.add(CourseFindings.of(data.course(i), instruments));
        }
        return found;
    }

    private static final String EXPORT = """
            client_id,session_date,attendance,stage,site,therapist_id,phq9,course_end,setback,rupture,rupture_source
            A,2026-01-05,attended,assessment,North,T1,18,,,,
            A,2026-01-12,attended,treatment,North,T1,12,,lapse,withdrawal,client
            A,2026-01-19,attended,treatment,North,T1,10,,,,
            A,2026-01-26,attended,treatment,North,T1,17,,,,
            A,2026-02-02,did_not_attend,treatment,North,T1,,,,,
            A,2026-02-09,attended,treatment,North,T1,16,,,,
            A,2026-02-16,attended,treatment,North,T1,11,,,,
            A,2026-02-23,attended,treatment,North,T1,9,planned,,,
            B,2026-03-02,attended,treatment,South,T2,,,,,
            """;

    @Test
    void aCourseHasARowForEachMeasureWithItsChangeAndEpisodes() throws Exception {
        List<Instruments> settled = new ArrayList<>();
        List<CourseFindings> found = findings(EXPORT, settled);
        List<List<String>> rows = CourseTable.rows(found.get(0), settled.get(0), false);
        assertThat(rows).hasSize(1);
        Map<String, String> cells = filled(CourseTable.header(false), rows.get(0));
        assertThat(Double.parseDouble(cells.remove("rci"))).isEqualTo(-9 / (6 / 1.96), within(1e-12));
        assertThat(cells)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("client", "A"),
                        Map.entry("course", "A#1"),
                        Map.entry("site", "North"),
                        Map.entry("start", "2026-01-05"),
                        Map.entry("end", "2026-02-23"),
                        Map.entry("end_kind", "planned"),
                        Map.entry("sessions_attended", "7"),
                        Map.entry("sessions_missed", "1"),
                        Map.entry("measure", "phq9"),
                        Map.entry("first_score", "18"),
                        Map.entry("last_score", "9"),
                        Map.entry("change", "-9"),
                        Map.entry("reliable_change", "improved"),
                        Map.entry("case_at_start", "yes"),
                        Map.entry("case_at_end", "no"),
                        Map.entry("outcome", "recovered"),
                        Map.entry("shape", "setback_and_rebound"),
                        Map.entry("setbacks", "1"),
                        Map.entry("setbacks_recorded", "1"),
                        Map.entry("ruptures_client", "1"),
                        Map.entry("ruptures_therapist", "0"),
                        Map.entry("ruptures_observer", "0"),
                        Map.entry("sudden_gains", cells.get("sudden_gains")),
                        Map.entry("sudden_losses", cells.get("sudden_losses"))));
    }

    @Test
    void aCourseWithoutScoresHasOneRowWithAnEmptyMeasureAndItsReason() throws Exception {
        List<Instruments> settled = new ArrayList<>();
        List<List<String>> rows = CourseTable.rows(findings(EXPORT, settled).get(1), settled.get(0), false);
        assertThat(rows).hasSize(1);
        Map<String, String> cells = filled(CourseTable.header(false), rows.get(0));
        assertThat(cells)
                .doesNotContainKeys(
                        "measure",
                        "first_score",
                        "end",
                        "end_kind",
                        "dips",
                        "dips_repaired",
                        "sudden_gains",
                        "reliable_change")
                .containsEntry("outcome", "not_assessable")
                .containsEntry("shape", "too_short")
                .containsEntry("setbacks", "0");
    }

    @Test
    void theTherapistStandsInItOnlyWhenAskedFor() throws Exception {
        List<Instruments> settled = new ArrayList<>();
        CourseFindings found = findings(EXPORT, settled).get(0);
        assertThat(String.join(
                        ",", CourseTable.rows(found, settled.get(0), false).get(0)))
                .doesNotContain("T1");
        assertThat(filled(
                        CourseTable.header(true),
                        CourseTable.rows(found, settled.get(0), true).get(0)))
                .containsEntry("therapist", "T1");
    }

    @Test
    void aSetbackIsARowWithWhatFollowed() throws Exception {
        List<CourseFindings> found = findings(EXPORT, new ArrayList<>());
        List<Map<String, String>> rows = EpisodeTable.rows(found.get(0)).stream()
                .map(row -> filled(EpisodeTable.HEADER, row))
                .toList();
        assertThat(rows)
                .filteredOn(row -> row.get("subtype").equals("S1"))
                .containsExactly(Map.ofEntries(
                        Map.entry("client", "A"),
                        Map.entry("course", "A#1"),
                        Map.entry("kind", "setback"),
                        Map.entry("subtype", "S1"),
                        Map.entry("source", "score"),
                        Map.entry("measure", "phq9"),
                        Map.entry("rater", "client"),
                        Map.entry("onset_session", "4"),
                        Map.entry("onset_date", "2026-01-26"),
                        Map.entry("peak_value", "10"),
                        Map.entry("worst_session", "4"),
                        Map.entry("worst_value", "17"),
                        Map.entry("depth", "7"),
                        Map.entry("depth_in_threshold", Exact.text(7 / 6.0)),
                        Map.entry("length", "1"),
                        Map.entry("status", "bounced_back"),
                        Map.entry("end_session", "6"),
                        Map.entry("end_date", "2026-02-16"),
                        Map.entry("scores_to_end", "1"),
                        Map.entry("days_to_end", "7"),
                        Map.entry("best_fraction", Exact.text(6 / 7.0)),
                        Map.entry("long_gap", "no")));
        assertThat(rows)
                .extracting(row -> row.get("kind") + " " + row.get("subtype") + " " + row.get("source"))
                .contains("setback lapse therapist", "rupture withdrawal client");
    }

    @Test
    void withoutDatesDaysStayEmptyAndSessionNumbersStand() throws Exception {
        List<Instruments> settled = new ArrayList<>();
        List<CourseFindings> found = findings("""
                client_id,session_number,phq9
                A,1,18
                A,2,10
                A,3,17
                A,4,17
                """, settled);
        assertThat(filled(
                        CourseTable.header(false),
                        CourseTable.rows(found.get(0), settled.get(0), false).get(0)))
                .doesNotContainKeys("start", "end", "end_kind")
                .containsEntry("change", "-1");
        assertThat(filled(EpisodeTable.HEADER, EpisodeTable.rows(found.get(0)).get(0)))
                .doesNotContainKeys("onset_date", "end_date", "days_to_end")
                .containsEntry("onset_session", "3")
                .containsEntry("status", "open");
    }

    @Test
    void headersAreThoseOfTheContract() {
        assertThat(String.join(", ", CourseTable.header(false)))
                .isEqualTo(
                        "client, course, site, start, end, end_kind, sessions_attended, sessions_missed, measure, first_score, last_score, "
                                + "change, reliable_change, rci, case_at_start, case_at_end, outcome, effect, shape, setbacks, setbacks_recorded, "
                                + "ruptures_client, ruptures_therapist, ruptures_observer, dips, dips_repaired, sudden_gains, sudden_losses, excluded");
        assertThat(String.join(", ", EpisodeTable.HEADER))
                .isEqualTo(
                        "client, course, kind, subtype, source, measure, rater, onset_session, onset_date, peak_value, worst_session, "
                                + "worst_value, depth, depth_in_threshold, length, status, end_session, end_date, scores_to_end, days_to_end, "
                                + "best_fraction, response, carried_forward, long_gap");
    }
}
