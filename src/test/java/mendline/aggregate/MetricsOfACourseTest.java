package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.EpisodeRules;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one course adds to each monthly figure, and in which month: both sides of every boundary. */
class MetricsOfACourseTest {
    private static final String LATE = "2026-12-31";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 attended / 2026-02-01 attended / 2026-02-02 did_not_attend | 2026-01 1, 2026-02 1
            2026-02-01 attended assessment / 2026-02-28 attended follow_up        | 2026-02 2
            left_truncated / 2026-02-01 attended                                  | 2026-02 1
            2026-02-02 cancelled_by_client                                        | nothing
            """)
    void sessionsAttendedCountInTheirMonth(String course, String expected) {
        assertThat(counted(Metric.SESSIONS_ATTENDED, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-02 attended                                    | 2026-02 0/1
            2026-02-02 did_not_attend                              | 2026-02 1/1
            2026-02-02 late_not_seen                               | 2026-02 1/1
            2026-02-02 cancelled_by_client                         | 2026-02 0/1
            2026-02-02 cancelled_by_service                        | nothing
            2026-02-28 did_not_attend / 2026-03-01 attended        | 2026-02 1/1, 2026-03 0/1
            left_truncated / 2026-02-02 did_not_attend             | 2026-02 1/1
            """)
    void theMissedShareLeavesOutWhatTheServiceCancelled(String course, String expected) {
        assertThat(counted(Metric.MISSED_SHARE, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, as of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02 did_not_attend / 2026-03-30 attended                             | 2026-12-31 | 2026-03 1/1
            2026-03-02 did_not_attend / 2026-03-31 attended                             | 2026-12-31 | 2026-03 0/1
            2026-03-02 did_not_attend                                                   | 2026-12-31 | 2026-03 0/1
            2026-03-03 did_not_attend / 2026-03-10 attended                             | 2026-12-31 | 2026-03 1/1
            2026-03-04 did_not_attend / 2026-03-10 attended                             | 2026-12-31 | 2026-04 1/1
            2026-03-02 late_not_seen / 2026-03-10 attended                              | 2026-12-31 | 2026-03 1/1
            2026-03-02 cancelled_by_client / 2026-03-10 attended                        | 2026-12-31 | nothing
            2026-03-02 did_not_attend / 2026-03-09 did_not_attend / 2026-03-16 attended | 2026-12-31 | 2026-03 1/1, 2026-04 1/1
            2026-03-02 did_not_attend / 2026-03-09 attended                             | 2026-03-29 | nothing
            2026-03-02 did_not_attend / 2026-03-09 attended                             | 2026-03-30 | 2026-03 1/1
            left_truncated / 2026-03-02 did_not_attend / 2026-03-09 attended            | 2026-12-31 | 2026-03 1/1
            """)
    void aReturnCountsTwentyEightDaysAfterTheMissedSession(String course, String asOf, String expected) {
        assertThat(counted(Metric.RETURNED_AFTER_MISSED, course, asOf, true)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, as of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 attended                                               | 2026-03-31 | 2026-01 1, 2026-02 1, 2026-03 1
            2026-02-01 attended                                               | 2026-03-31 | 2026-02 1, 2026-03 1
            2026-01-05 did_not_attend / 2026-02-01 attended                   | 2026-02-28 | 2026-02 1
            2026-01-05 attended / planned 2026-02-28                          | 2026-04-30 | 2026-01 1
            2026-01-05 attended / planned 2026-03-01                          | 2026-04-30 | 2026-01 1, 2026-02 1
            2026-01-05 attended / planned 2026-01-05                          | 2026-04-30 | nothing
            2026-01-31 attended / silent 2026-05-01                           | 2026-06-30 | 2026-01 1, 2026-02 1, 2026-03 1, 2026-04 1
            2026-01-05 did_not_attend                                         | 2026-03-31 | nothing
            left_truncated / 2026-01-05 attended / planned 2026-02-05         | 2026-03-31 | 2026-01 1
            """)
    void theCaseloadHoldsCoursesThatAreOpenWhenTheLastDayOfTheMonthIsOver(String course, String asOf, String expected) {
        assertThat(counted(Metric.CASELOAD_OPEN, course, asOf, true)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            referred 2026-01-30 / 2026-02-02 did_not_attend / 2026-02-09 attended | 2026-02 10
            referred 2026-02-09 / 2026-02-09 attended                             | 2026-02 0
            referred 2026-02-10 / 2026-02-09 attended                             | nothing
            2026-02-09 attended                                                   | nothing
            referred 2026-01-30 / 2026-02-02 did_not_attend                       | nothing
            left_truncated / referred 2026-01-30 / 2026-02-09 attended            | nothing
            """)
    void waitsRunFromReferralToTheFirstAttendedSession(String course, String expected) {
        PracticeSummary summary = summary(course, LATE, true);
        String waits = months(summary).stream()
                .filter(month -> summary.histogram(Topic.WAIT_DAYS, "", Period.month(month))
                                .total()
                        > 0)
                .map(month -> Months.iso(month) + " "
                        + (int) summary.histogram(Topic.WAIT_DAYS, "", Period.month(month))
                                .median()
                                .orElseThrow())
                .collect(Collectors.joining(", "));
        assertThat(waits.isEmpty() ? "nothing" : waits).isEqualTo(expected);
    }

    @Test
    void theMedianWaitOfTwoCoursesLiesBetweenThem() {
        Instruments instruments = Told.instruments(LATE, true);
        PracticeSummary two = Summaries.of(
                List.of(
                        findings("a", "referred 2026-02-01 / 2026-02-11 attended", instruments),
                        findings("b", "referred 2026-01-10 / 2026-02-25 attended", instruments)),
                instruments);
        assertThat(two.histogram(Topic.WAIT_DAYS, "", Period.month(month("2026-02")))
                        .median())
                .hasValue(28);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 did_not_attend / 2026-02-01 attended / 2026-03-01 attended | 2026-02 1
            2026-01-31 did_not_attend                                             | nothing
            left_truncated / 2026-02-01 attended                                  | nothing
            """)
    void aCourseStartsWithItsFirstAttendedSession(String course, String expected) {
        assertThat(counted(Metric.COURSES_STARTED, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 attended / planned 2026-01-31                  | 2026-01 1 | 2026-01 0/1
            2026-01-05 attended / unplanned 2026-02-01                | 2026-02 1 | 2026-02 1/1
            2026-01-05 attended / referred_on 2026-02-01              | 2026-02 1 | 2026-02 0/1
            2026-01-31 attended / silent 2026-05-01                   | 2026-05 1 | 2026-05 1/1
            2026-01-30 attended / silent 2026-04-30                   | 2026-04 1 | 2026-04 1/1
            left_truncated / 2026-01-05 attended / planned 2026-01-31 | 2026-01 1 | 2026-01 0/1
            2026-01-05 attended                                       | nothing   | nothing
            """)
    void anEndingCountsInItsMonthASilentOneInThatOfItsNinetiethDay(String course, String ended, String unplanned) {
        assertThat(counted(Metric.COURSES_ENDED, course)).isEqualTo(ended);
        assertThat(counted(Metric.UNPLANNED_ENDINGS_SHARE, course)).isEqualTo(unplanned);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9                                                     | 2026-01 0/4, 2026-02 1/3
            weekly 2026-01-12 phq9=18,12,10,17,16,11,9                                                     | 2026-01 0/3, 2026-02 1/4
            weekly 2026-01-05 phq9=15,9,16                                                                 | 2026-01 0/3
            weekly 2026-01-05 phq9=15,9,14,14                                                              | 2026-01 0/4
            weekly 2026-01-05 phq9=15,9,15,15                                                              | 2026-01 1/4
            weekly 2026-01-05 phq9=15,9,-,15,15                                                            | 2026-01 0/3, 2026-02 1/1
            weekly 2026-01-05 gad7=15,9,-,15,15                                                            | nothing
            weekly 2026-01-05 phq9_therapist=15,9,15,15                                                    | nothing
            2026-01-05 attended assessment phq9=9 / 2026-01-06 attended phq9=15 / 2026-01-07 attended phq9=15 | 2026-01 1/3
            2026-01-05 attended phq9=9 / 2026-01-06 attended phq9=15 / 2026-01-07 attended follow_up phq9=15  | 2026-01 0/3
            left_truncated / weekly 2026-01-05 phq9=15,9,15,15                                             | 2026-01 1/4
            """)
    void aSetbackCountsWithItsConfirmingScoreOutOfSessionsWithThePrimaryOutcome(String course, String expected) {
        assertThat(counted(Metric.SETBACKS_PER_100, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 attended                             | nothing
            2026-01-05 attended setback=                    | 2026-01 0/1
            2026-01-05 attended setback=lapse               | 2026-01 1/1
            2026-01-05 attended setback=lapse+relapse       | 2026-01 1/1
            2026-01-05 attended setback=planned_experiment  | 2026-01 0/1
            2026-01-05 attended setback=planned_experiment+lapse | 2026-01 1/1
            2026-01-05 did_not_attend setback=lapse         | nothing
            2026-01-31 attended setback=lapse / 2026-02-01 attended setback= | 2026-01 1/1, 2026-02 0/1
            """)
    void recordedSetbacksCountOnlyWhereTheColumnIs(String course, String expected) {
        assertThat(counted(Metric.SETBACKS_RECORDED_PER_100, course)).isEqualTo(expected);
    }

    /** The setback is confirmed on 2 February; its sixth score after that would be on 16 March. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9                               | nothing
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9,9,9,9                         | nothing
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9,9,9,9,9                       | 2026-03 1/1
            weekly 2026-01-05 phq9=18,12,10,17,16,16,16,16,16,16,11                  | 2026-03 1/1
            weekly 2026-01-05 phq9=18,12,10,17,16,16,16,16,16,16,16,11               | 2026-03 0/1
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9 / planned 2026-02-16          | 2026-02 1/1
            weekly 2026-01-05 phq9=18,12,10,17,16,16 / planned 2026-02-09            | 2026-02 0/1
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9 / silent 2026-05-17           | 2026-05 1/1
            weekly 2026-01-05 phq9=18,12,10,17 / planned 2026-01-26                  | nothing
            """)
    void aWayBackCountsInTheMonthInWhichItsSixScoresAreComplete(String course, String expected) {
        assertThat(counted(Metric.BOUNCED_BACK_SHARE, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-12 srs=38,37,38,30,36,38,37              | 2026-01 0/3, 2026-02 1/4
            weekly 2026-01-12 srs=36,34,31,28,30,31,-,31,30         | 2026-01 0/3, 2026-02 1/3, 2026-03 0/2
            weekly 2026-01-12 srs=39,39,38,39,38,39                 | 2026-01 0/3, 2026-02 0/3
            weekly 2026-01-12 srs_therapist=38,37,38,30,36,38,37    | nothing
            2026-01-12 did_not_attend / 2026-01-13 attended srs=30  | 2026-01 0/1
            2026-01-13 attended follow_up srs=30                    | 2026-01 0/1
            """)
    void aDipCountsWithItsLowestSessionOutOfSessionsWithAClientsAllianceScore(String course, String expected) {
        assertThat(counted(Metric.DIPS_PER_100, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-12 srs_therapist=38,37,38,30,36,38,37           | 2026-01 0/3, 2026-02 1/4 | 2026-01 0/3, 2026-02 0/4
            weekly 2026-01-12 srs_therapist=38,37,38,30 srs=38,37,38,38,38 | 2026-01 0/3, 2026-02 1/1 | 2026-01 3/3, 2026-02 2/2
            weekly 2026-01-12 srs=38,37,38,30,36,38,37                     | nothing                  | 2026-01 3/3, 2026-02 4/4
            """)
    void withTheTherapistAsRaterDipsCountOutOfSessionsThatTheTherapistScored(
            String course, String dips, String clientForms) {
        Instruments run = Told.instruments(LATE, true)
                .with(DetectionSettings.DEFAULT.with(EpisodeRules.DEFAULT.withDipRater(Rater.THERAPIST)));
        PracticeSummary summary = Summaries.of(List.of(findings("a", course, run)), run);
        assertThat(counted(Metric.DIPS_PER_100, summary)).isEqualTo(dips);
        assertThat(counted(Metric.ALLIANCE_COMPLETION, summary)).isEqualTo(clientForms);
    }

    /** The lowest score is on 2 February; the fifth after it would be on 9 March. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-12 srs=38,37,38,30,36,38,37,38                       | nothing
            weekly 2026-01-12 srs=38,37,38,30,36,38,37,38,38                    | 2026-03 1/1
            weekly 2026-01-12 srs=38,37,38,30,36 / planned 2026-02-09           | 2026-02 1/1
            weekly 2026-01-12 srs=38,37,38,30,31 / planned 2026-02-09           | 2026-02 0/1
            weekly 2026-01-12 srs=38,38,40,30,35,34,35,35,36                    | 2026-03 0/1
            """)
    void aRepairCountsInTheMonthInWhichTheDipsWindowIsComplete(String course, String expected) {
        assertThat(counted(Metric.DIPS_REPAIRED_SHARE, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}; {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 attended                                 | nothing     | nothing     | nothing
            2026-01-05 attended rupture=client:none             | 2026-01 0/1 | nothing     | nothing
            2026-01-05 attended rupture=client:withdrawal       | 2026-01 1/1 | nothing     | nothing
            2026-01-05 attended rupture=therapist:both          | nothing     | 2026-01 1/1 | nothing
            2026-01-05 attended rupture=observer:unspecified    | nothing     | nothing     | 2026-01 1/1
            2026-01-05 attended rupture=observer:both:1         | nothing     | nothing     | 2026-01 0/1
            2026-01-05 attended rupture=client:none:2           | 2026-01 1/1 | nothing     | nothing
            2026-01-05 did_not_attend rupture=client:withdrawal | nothing     | nothing     | nothing
            2026-01-31 attended rupture=client:none / 2026-02-01 attended rupture=therapist:none | 2026-01 0/1 | 2026-02 0/1 | nothing
            """)
    void eachSourceOfRecordedRupturesHasItsOwnSessionsToDivideBy(
            String course, String client, String therapist, String observer) {
        assertThat(counted(Metric.RUPTURES_CLIENT_PER_100, course)).isEqualTo(client);
        assertThat(counted(Metric.RUPTURES_THERAPIST_PER_100, course)).isEqualTo(therapist);
        assertThat(counted(Metric.RUPTURES_OBSERVER_PER_100, course)).isEqualTo(observer);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-05 phq9=18,12,10,17,16,11,9                                       | SETBACKS_PER_100          | 2026-02-02
            weekly 2026-01-12 srs=38,37,38,30,36 / planned 2026-02-09                        | DIPS_PER_100              | 2026-02-02
            2026-01-05 attended setback=planned_experiment / 2026-01-31 attended setback=lapse+relapse | SETBACKS_RECORDED_PER_100 | 2026-01-31
            2026-01-05 attended rupture=client:withdrawal / 2026-02-07 attended rupture=therapist:both | RUPTURES_CLIENT_PER_100   | 2026-01-05
            2026-01-05 attended rupture=client:withdrawal / 2026-02-07 attended rupture=therapist:both | RUPTURES_THERAPIST_PER_100 | 2026-02-07
            2026-01-05 did_not_attend rupture=observer:both / 2026-01-06 attended rupture=observer:both | RUPTURES_OBSERVER_PER_100 | 2026-01-06
            """)
    void theDayOfAnEventIsThatOfWhatItsMetricCounts(String course, Metric metric, String day) {
        PracticeSummary summary = summary(course, LATE, true);
        int epochDay = (int) LocalDate.parse(day).toEpochDay();
        Period month = Period.month(Months.ofDay(epochDay));
        assertThat(summary.histogram(Topic.EVENT_DAYS, metric.key(), month).counts())
                .containsExactly(Map.entry(epochDay, 1L));
        assertThat(summary.histogram(Topic.EVENT_DAYS, metric.key(), Period.everything())
                        .total())
                .isEqualTo(summary.ratio(metric, Period.everything()).numerator());
    }

    /** PHQ-9 and GAD-7, first to last: recovery, reliable recovery, reliable improvement, reliable deterioration. */
    @ParameterizedTest(name = "{0} {1}: {2} {3} {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
            16,8  | 12,6  | 1/1     | 1/1     | 1/1 | 0/1
            11,9  | 9,7   | 1/1     | 0/1     | 0/1 | 0/1
            20,13 | 16,15 | 0/1     | 0/1     | 1/1 | 0/1
            9,4   | 7,3   | nothing | nothing | 1/1 | 0/1
            14,8  | 8,12  | 0/1     | 0/1     | 0/1 | 0/1
            12,18 | 10,10 | 0/1     | 0/1     | 0/1 | 1/1
            10,-  | 9,5   | 0/1     | 0/1     | 0/1 | 0/1
            -,-   | 9,5   | 0/1     | 0/1     | 0/1 | 0/1
            9,-   | 7,-   | nothing | nothing | 0/1 | 0/1
            """)
    void servicesCountPairsOfBothMeasures(
            String depression, String anxiety, String recovery, String reliable, String improved, String deteriorated) {
        String course = "weekly 2026-01-25 phq9=" + depression + " gad7=" + anxiety + " / planned 2026-02-01";
        assertThat(rates(course, true)).isEqualTo(String.join("; ", recovery, reliable, improved, deteriorated));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-25 phq9=16,8 / planned 2026-02-01                                                          | 1/1; 1/1; 1/1; 0/1
            weekly 2026-01-25 phq9=9,3 / planned 2026-02-01                                                           | nothing; nothing; 1/1; 0/1
            weekly 2026-01-25 phq9=10,9 / planned 2026-02-01                                                          | 1/1; 0/1; 0/1; 0/1
            weekly 2026-01-25 phq9=16,8                                                                               | nothing; nothing; nothing; nothing
            left_truncated / weekly 2026-01-25 phq9=16,8 / planned 2026-02-01                                         | nothing; nothing; nothing; nothing
            2026-02-01 attended assessment phq9=16 / 2026-02-01 attended phq9=8 / planned 2026-02-01                  | nothing; nothing; nothing; nothing
            2026-02-01 attended phq9=16 / 2026-02-01 attended / 2026-02-01 attended follow_up phq9=8 / planned 2026-02-01 | 0/1; 0/1; 0/1; 0/1
            2026-02-01 attended phq9=16 / 2026-02-01 attended / 2026-02-01 attended assessment phq9=8 / planned 2026-02-01 | 0/1; 0/1; 0/1; 0/1
            """)
    void withoutAnxietyScoresThePrimaryOutcomeStandsAlone(String course, String expected) {
        assertThat(rates(course, false)).isEqualTo(expected);
    }

    @Test
    void outcomesOfASilentEndingCountInTheMonthOfItsNinetiethDay() {
        String course = "weekly 2026-01-24 phq9=16,8 gad7=12,6 / silent 2026-05-01";
        assertThat(counted(Metric.RELIABLE_RECOVERY, course)).isEqualTo("2026-05 1/1");
        assertThat(counted(Metric.OUTCOME_COMPLETION, course)).isEqualTo("2026-05 1/1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            weekly 2026-01-25 phq9=16,8 / planned 2026-02-01                                                    | 2026-02 1/1
            weekly 2026-01-25 phq9=16,- / planned 2026-02-01                                                    | 2026-02 0/1
            weekly 2026-01-25 gad7=16,8 / planned 2026-02-01                                                    | 2026-02 0/1
            weekly 2026-01-25 phq9=16,8                                                                         | nothing
            weekly 2026-01-25 phq9=16 / planned 2026-02-01                                                      | nothing
            2026-01-25 attended assessment phq9=16 / 2026-02-01 attended phq9=8 / planned 2026-02-01            | nothing
            2026-01-25 did_not_attend / 2026-02-01 attended phq9=8 / planned 2026-02-01                         | nothing
            weekly 2026-01-25 phq9=16,- / 2026-03-25 attended follow_up phq9=8 / planned 2026-02-01             | 2026-02 0/1
            left_truncated / weekly 2026-01-25 phq9=16,8 / planned 2026-02-01                                   | nothing
            """)
    void completionLooksAtEndedCoursesWithTwoAttendedTreatmentSessions(String course, String expected) {
        assertThat(counted(Metric.OUTCOME_COMPLETION, course)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 attended                          | 2026-01 0/1
            2026-01-05 attended srs=36                   | 2026-01 1/1
            2026-01-05 attended srs_therapist=36         | 2026-01 0/1
            2026-01-05 attended follow_up srs=36         | 2026-01 1/1
            2026-01-05 did_not_attend                    | nothing
            2026-01-31 attended srs=36 / 2026-02-01 attended | 2026-01 1/1, 2026-02 0/1
            """)
    void allianceCompletionLooksAtEveryAttendedSession(String course, String expected) {
        assertThat(counted(Metric.ALLIANCE_COMPLETION, course)).isEqualTo(expected);
    }

    @Test
    void everyMetricIsAmongThoseTested() {
        assertThat(Metric.values())
                .extracting(Metric::key)
                .containsExactly(
                        "sessions_attended",
                        "missed_share",
                        "returned_after_missed",
                        "caseload_open",
                        "wait_days_median",
                        "courses_started",
                        "courses_ended",
                        "unplanned_endings_share",
                        "setbacks_per_100",
                        "setbacks_recorded_per_100",
                        "bounced_back_share",
                        "dips_per_100",
                        "dips_repaired_share",
                        "ruptures_client_per_100",
                        "ruptures_therapist_per_100",
                        "ruptures_observer_per_100",
                        "recovery",
                        "reliable_recovery",
                        "reliable_improvement",
                        "reliable_deterioration",
                        "outcome_completion",
                        "alliance_completion");
    }

    private static String rates(String course, boolean anxiety) {
        return List.of(
                        Metric.RECOVERY,
                        Metric.RELIABLE_RECOVERY,
                        Metric.RELIABLE_IMPROVEMENT,
                        Metric.RELIABLE_DETERIORATION)
                .stream()
                .map(metric -> counted(metric, course, LATE, anxiety).replace("2026-02 ", ""))
                .collect(Collectors.joining("; "));
    }

    private static String counted(Metric metric, String course) {
        return counted(metric, course, LATE, true);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            26,20,14,8          | none
            26,8,16,16,10       | bounced_back
            26,8,16,16          | not_known
            26,8,16,16,16,16    | not_known
            26,8,16,16,16,16,16 | not_back
            """)
    void gainsThatLastAreCountedByWhatBecameOfSetbacksAndTheUnknownIsNotCountedAsNotBack(
            String scores, String history) {
        String course =
                "weekly 2026-01-05 phq9=" + scores + " / 2026-05-04 attended follow_up phq9=10 / planned 2026-03-02";

        assertThat(summary(course, LATE, false).categories(Topic.DURABILITY, Period.everything()))
                .containsExactly(Map.entry(history + ":kept", 1L));
    }

    @Test
    void recoveryIsNotMeasuredWhereTheMeasureHasNoCutOff() {
        Instruments without = Told.withoutCutoff(Told.instruments(LATE, false));
        String course = "weekly 2026-01-05 phq9=18,16,6 / planned 2026-02-02";
        PracticeSummary summary = Summaries.of(List.of(findings("c1", course, without)), without);

        assertThat(summary.ratio(Metric.RECOVERY, Period.everything())).isEqualTo(new Ratio(0, 0));
        assertThat(summary.ratio(Metric.RELIABLE_RECOVERY, Period.everything())).isEqualTo(new Ratio(0, 0));
        assertThat(summary.ratio(Metric.RELIABLE_IMPROVEMENT, Period.everything()))
                .isEqualTo(new Ratio(1, 1));
        assertThat(summary.count(Topic.SERVICE, "single:phq9|finished", Period.everything()))
                .isEqualTo(1);
        assertThat(summary.count(Topic.SERVICE, "single:phq9|recovery_known", Period.everything()))
                .isZero();
    }

    /** {@code 2026-01 1/4, 2026-02 0/3}; of a plain count only the count; months without anything are left out. */
    private static String counted(Metric metric, String course, String asOf, boolean anxiety) {
        return counted(metric, summary(course, asOf, anxiety));
    }

    private static String counted(Metric metric, PracticeSummary summary) {
        String text = months(summary).stream()
                .map(month -> {
                    Ratio ratio = summary.ratio(metric, Period.month(month));
                    String count = metric.kind() == Metric.Kind.COUNT
                            ? ratio.numerator() == 0 ? "" : Long.toString(ratio.numerator())
                            : ratio.denominator() == 0 && ratio.numerator() == 0
                                    ? ""
                                    : ratio.numerator() + "/" + ratio.denominator();
                    return count.isEmpty() ? "" : Months.iso(month) + " " + count;
                })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static TreeSet<Integer> months(PracticeSummary summary) {
        TreeSet<Integer> months = new TreeSet<>();
        new TreeMap<>(summary.counts()).keySet().forEach(fact -> months.add(fact.month()));
        return months;
    }

    private static int month(String iso) {
        return Months.ofDay(Told.day(iso + "-01"));
    }

    private static PracticeSummary summary(String course, String asOf, boolean anxiety) {
        Instruments instruments = Told.instruments(asOf, anxiety);
        return Summaries.of(List.of(findings("c1", course, instruments)), instruments);
    }

    private static CourseFindings findings(String client, String told, Instruments instruments) {
        Course course = Told.course(client, told);
        return CourseFindings.of(course, instruments);
    }
}
