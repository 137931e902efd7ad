package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proportions of a large simulated practice stay near those that services report. */
class BelievablePracticeTest {
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    @TempDir
    private static Path folder;

    private static List<Map<String, String>> rows;
    private static List<Map<String, String>> attended;

    @BeforeAll
    static void simulate() throws IOException {
        rows = Exports.merged(Simulation.run(SimulationSettings.of(2000, 4).withoutDataProblems(), folder)
                .exports());
        attended = rows.stream().filter(Exports::attended).toList();
    }

    @Test
    void aboutATenthOfAppointmentsIsMissed() {
        double missed = count(is("attendance", "did_not_attend").or(is("attendance", "late_not_seen")));
        double cancelled = count(is("attendance", "cancelled_by_client"));
        double byService = count(is("attendance", "cancelled_by_service"));

        assertThat(missed / (missed + cancelled + attended.size())).isBetween(0.09, 0.12);
        assertThat(cancelled / attended.size()).isBetween(0.07, 0.13);
        assertThat(byService / attended.size()).isBetween(0.02, 0.05);
    }

    @Test
    void someScoresAreMissingMoreInSomeWeeks() {
        assertThat(missing(attended, "phq9")).isBetween(0.06, 0.12);
        assertThat(missing(attended, "gad7")).isBetween(missing(attended, "phq9"), 0.15);
        assertThat(missing(attended, "srs")).isBetween(0.10, 0.17);
        Map<LocalDate, List<Map<String, String>>> weeks = byWeek(attended);
        long bad = weeks.values().stream()
                .filter(week -> week.size() > 100 && missing(week, "phq9") > 0.2)
                .count();
        assertThat(bad).isBetween(2L, 20L);
    }

    @Test
    void allianceIsHighWithACeiling() {
        double[] srs = attended.stream()
                .filter(row -> row.containsKey("srs"))
                .mapToDouble(row -> number(row, "srs"))
                .toArray();
        double sum = 0;
        int top = 0;
        for (double score : srs) {
            assertThat(score).isBetween(0.0, 40.0);
            assertThat(score * 2).isEqualTo(Math.rint(score * 2));
            sum += score;
            top += score == 40 ? 1 : 0;
        }
        assertThat(sum / srs.length).isBetween(35.0, 36.2);
        assertThat((double) top / srs.length).isBetween(0.06, 0.20);
    }

    @Test
    void thePracticeIsInASteadyStateFromTheFirstMonthOn() {
        Map<LocalDate, List<Map<String, String>>> weeks = byWeek(attended);
        List<Integer> first = new ArrayList<>();
        List<Integer> later = new ArrayList<>();
        weeks.forEach((monday, week) -> {
            if (!monday.isBefore(LocalDate.of(2024, 11, 4)) && monday.isBefore(LocalDate.of(2024, 12, 9))) {
                first.add(week.size());
            } else if (monday.getMonthValue() == 10 || monday.getMonthValue() == 11) {
                later.add(week.size());
            }
        });
        double before = first.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double after = later.stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(before / after).isBetween(0.85, 1.15);
        assertThat(count(row -> "1".equals(row.get("session_number"))
                        && row.get("session_date").startsWith("2024-11")))
                .isGreaterThan(30);
    }

    @Test
    void augustAndChristmasAreQuieterAndWeekendsEmpty() {
        Map<String, Integer> months = new HashMap<>();
        for (Map<String, String> row : attended) {
            LocalDate date = LocalDate.parse(row.get("session_date"));
            assertThat(date.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            months.merge(row.get("session_date").substring(0, 7), 1, Integer::sum);
        }
        assertThat(months.get("2025-08")).isBetween(months.get("2025-06") / 3, months.get("2025-06") * 85 / 100);
        assertThat(months.get("2025-12")).isBetween(months.get("2025-06") / 3, months.get("2025-06") * 90 / 100);
        assertThat(attended).noneMatch(row -> row.get("session_date").endsWith("-12-25"));
    }

    @Test
    void coursesDifferInLengthAndEnding() {
        List<Integer> lengths = new ArrayList<>();
        Map<String, Integer> ends = new HashMap<>();
        for (List<Map<String, String>> course : ended().values()) {
            lengths.add(course.size());
            ends.merge(end(course), 1, Integer::sum);
        }
        lengths.sort(null);
        double unplanned = ends.get("unplanned") + ends.get("silent");
        assertThat(unplanned / lengths.size()).isBetween(0.26, 0.36);
        assertThat((double) ends.get("referred_on") / lengths.size()).isBetween(0.04, 0.11);
        assertThat(lengths.get(lengths.size() / 2)).isBetween(9, 13);
        assertThat(lengths.get(0)).isEqualTo(1);
        assertThat(lengths.get(lengths.size() - 1)).isGreaterThan(35);
    }

    @Test
    void outcomesAreThoseOfAnOrdinaryService() {
        double finished = 0;
        double cases = 0;
        double recovered = 0;
        double improved = 0;
        double deteriorated = 0;
        for (List<Map<String, String>> course : ended().values()) {
            List<Double> phq = scores(course, "phq9");
            List<Double> gad = scores(course, "gad7");
            if (course.stream().filter(is("stage", "treatment")).count() < 2 || phq.size() < 2 || gad.size() < 2) {
                continue;
            }
            finished++;
            double phqBetter = phq.get(0) - phq.get(phq.size() - 1);
            double gadBetter = gad.get(0) - gad.get(gad.size() - 1);
            boolean better = phqBetter >= 6 || gadBetter >= 4;
            boolean worse = phqBetter <= -6 || gadBetter <= -4;
            improved += better && !worse ? 1 : 0;
            deteriorated += worse && !better ? 1 : 0;
            if (phq.get(0) >= 10 || gad.get(0) >= 8) {
                cases++;
                recovered += phq.get(phq.size() - 1) < 10 && gad.get(gad.size() - 1) < 8 ? 1 : 0;
            }
        }
        assertThat(finished).isGreaterThan(1000);
        assertThat(cases / finished).isBetween(0.88, 0.97);
        assertThat(recovered / cases).isBetween(0.43, 0.51);
        assertThat(improved / finished).isBetween(0.59, 0.69);
        assertThat(deteriorated / finished).isBetween(0.04, 0.08);
    }

    @Test
    void moreIsWrittenDownSinceTheNewSheet() {
        assertThat(recordedSetbacks("2026-03", "2027")).isBetween(0.07, 0.12);
        assertThat(recordedSetbacks("2026-03", "2027") / recordedSetbacks("2025-05", "2026-03"))
                .isBetween(1.4, 2.4);
        assertThat(count(row ->
                        row.containsKey("rupture") && row.get("session_date").compareTo("2025-05") < 0))
                .isZero();
        assertThat(count(is("rupture_source", "therapist"))).isGreaterThan(5 * count(is("rupture_source", "client")));
        assertThat(count(is("rupture_source", "client"))).isPositive();
    }

    @Test
    void someClientsComeASecondTimeAndSomeAreFollowedUp() {
        assertThat(count(row -> row.get("course_id").endsWith("-2") && "1".equals(row.get("session_number"))))
                .isGreaterThan(50);
        assertThat(count(is("stage", "follow_up").and(Exports::attended).and(row -> row.containsKey("phq9"))))
                .isGreaterThan(100);
        assertThat(count(is("stage", "follow_up").and(row -> row.containsKey("course_end"))))
                .isZero();
    }

    @Test
    void noCoursePausesLongEnoughToLookEnded() {
        for (List<Map<String, String>> course : byCourse().values()) {
            for (int i = 1; i < course.size(); i++) {
                LocalDate before = LocalDate.parse(course.get(i - 1).get("session_date"));
                assertThat(before.plusDays(90))
                        .isAfter(LocalDate.parse(course.get(i).get("session_date")));
            }
        }
    }

    private static double recordedSetbacks(String from, String before) {
        double sessions = 0;
        double setbacks = 0;
        for (Map<String, String> row : attended) {
            if (row.get("session_date").compareTo(from) >= 0
                    && row.get("session_date").compareTo(before) < 0) {
                sessions++;
                setbacks += row.getOrDefault("setback", "planned_experiment").equals("planned_experiment") ? 0 : 1;
            }
        }
        return setbacks / sessions;
    }

    private static Predicate<Map<String, String>> is(String column, String value) {
        return row -> value.equals(row.get(column));
    }

    private static long count(Predicate<Map<String, String>> wanted) {
        return rows.stream().filter(wanted).count();
    }

    private static double missing(List<Map<String, String>> sessions, String measure) {
        return sessions.stream().filter(row -> !row.containsKey(measure)).count() / (double) sessions.size();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<Double> scores(List<Map<String, String>> course, String measure) {
        return course.stream()
                .filter(row -> row.containsKey(measure))
                .map(row -> number(row, measure))
                .toList();
    }

    private static Map<LocalDate, List<Map<String, String>>> byWeek(List<Map<String, String>> sessions) {
        Map<LocalDate, List<Map<String, String>>> weeks = new TreeMap<>();
        for (Map<String, String> row : sessions) {
            LocalDate date = LocalDate.parse(row.get("session_date"));
            LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
            weeks.computeIfAbsent(monday, week -> new ArrayList<>()).add(row);
        }
        return weeks;
    }

    /** The attended sessions of assessment and treatment by course, in order. */
    private static Map<String, List<Map<String, String>>> byCourse() {
        Map<String, List<Map<String, String>>> courses = new TreeMap<>();
        for (Map<String, String> row : attended) {
            if (!row.get("stage").equals("follow_up")) {
                courses.computeIfAbsent(row.get("course_id"), course -> new ArrayList<>())
                        .add(row);
            }
        }
        return courses;
    }

    /** The courses that are in the data from their first session to their end. */
    private static Map<String, List<Map<String, String>>> ended() {
        Map<String, List<Map<String, String>>> courses = byCourse();
        courses.values()
                .removeIf(course -> !course.get(0).get("session_number").equals("1")
                        || end(course).equals("open"));
        return courses;
    }

    private static String end(List<Map<String, String>> course) {
        Map<String, String> last = course.get(course.size() - 1);
        for (Map<String, String> row : rows) {
            if (row.containsKey("course_end") && row.get("course_id").equals(last.get("course_id"))) {
                return row.get("course_end");
            }
        }
        return LocalDate.parse(last.get("session_date")).plusDays(90).isBefore(LAST) ? "silent" : "open";
    }
}
