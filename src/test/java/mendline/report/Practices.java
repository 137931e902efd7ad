package mendline.report;

import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeMap;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Metric;
import mendline.aggregate.ScorePairs;
import mendline.aggregate.Topic;
import mendline.detect.ChanceCounts;
import mendline.detect.EpisodeStatus;
import mendline.model.Direction;
import mendline.model.Months;
import mendline.model.ProblemCode;
import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;

/** Three practices for the sentences of the report: one with plenty behind every figure, one with little, one with next to nothing. */
final class Practices {
    static final int FIRST = Months.of(YearMonth.of(2024, 10));
    static final int LAST = SampleInput.SEPTEMBER;

    private Practices() {}

    /** Two years, about 240 sessions a month. */
    static SampleInput plenty() {
        SampleInput sample = SampleInput.dated()
                .rows(5400, 130)
                .setAside(ProblemCode.FUTURE_ROW, 12)
                .setAside(ProblemCode.BAD_DATE, 2);
        for (int month = FIRST; month <= LAST; month++) {
            int wave = (month - FIRST) * 5 % 7;
            int year = month > LAST - 12 ? 1 : 0;
            sample.ratio(Metric.SESSIONS_ATTENDED, month, 236 + wave, 0)
                    .ratio(Metric.MISSED_SHARE, month, 20 + wave + (month == LAST ? 25 : 0), 270)
                    .ratio(Metric.RETURNED_AFTER_MISSED, month, 15 + wave, 21 + wave)
                    .ratio(Metric.CASELOAD_OPEN, month, 100 + wave, 0)
                    .ratio(Metric.COURSES_STARTED, month, 18 + wave, 0)
                    .ratio(Metric.COURSES_ENDED, month, 20 + wave, 0)
                    .ratio(Metric.UNPLANNED_ENDINGS_SHARE, month, 6, 20 + wave)
                    .ratio(Metric.SETBACKS_PER_100, month, 4 + wave, 210)
                    .ratio(Metric.SETBACKS_RECORDED_PER_100, month, 7 + wave, 230)
                    .ratio(Metric.BOUNCED_BACK_SHARE, month, 3, 5)
                    .ratio(Metric.DIPS_PER_100, month, 5 + wave, 200)
                    .ratio(Metric.DIPS_REPAIRED_SHARE, month, 4, 6)
                    .ratio(Metric.RUPTURES_THERAPIST_PER_100, month, 3, 60)
                    .ratio(Metric.RECOVERY, month, 9 + year, 18 + wave)
                    .ratio(Metric.RELIABLE_RECOVERY, month, 8 + year, 18 + wave)
                    .ratio(Metric.RELIABLE_IMPROVEMENT, month, 12 + year, 20 + wave)
                    .ratio(Metric.RELIABLE_DETERIORATION, month, 1, 20 + wave)
                    .ratio(Metric.OUTCOME_COMPLETION, month, 19, 20 + wave)
                    .ratio(Metric.ALLIANCE_COMPLETION, month, 200, 236 + wave)
                    .histogram(Topic.WAIT_DAYS, "", month, 18 + wave, 12)
                    .count(Topic.SERVICE, "single:phq9|finished", month, 20 + wave)
                    .count(Topic.SERVICE, "single:phq9|recovery_known", month, 20 + wave)
                    .count(Topic.SERVICE, "single:phq9|paired", month, 19)
                    .count(Topic.SERVICE, "single:phq9|not_case", month, 2)
                    .count(Topic.SERVICE, "single:phq9|recovered", month, 9 + year)
                    .count(Topic.SERVICE, "single:phq9|reliably_recovered", month, 8 + year)
                    .count(Topic.SERVICE, "single:phq9|reliably_improved", month, 12 + year)
                    .count(Topic.SERVICE, "single:phq9|reliably_deteriorated", month, 1);
        }
        outcomes(sample);
        setbacks(sample);
        dips(sample);
        return sample.chance(new ExpectedByChance(chance(16, 22, 2), chance(24, 31, 3)));
    }

    private static void outcomes(SampleInput sample) {
        sample.count(Topic.OUTCOME_CLASS, "phq9:recovered", 108)
                .count(Topic.OUTCOME_CLASS, "phq9:improved", 48)
                .count(Topic.OUTCOME_CLASS, "phq9:unchanged", 60)
                .count(Topic.OUTCOME_CLASS, "phq9:deteriorated", 9)
                .count(Topic.OUTCOME_CLASS, "phq9:moved_into_clinical_range", 3)
                .count(Topic.OUTCOME_CLASS, "phq9:not_assessable", 51)
                .count(Topic.OUTCOME_CLASS, "phq9:reliably_improved", 156)
                .count(Topic.OUTCOME_CLASS, "phq9:reliably_unchanged", 60)
                .count(Topic.OUTCOME_CLASS, "phq9:reliably_deteriorated", 12);
        int[][] pairs = {{1600, 500}, {1500, 700}, {1200, 1000}, {900, 1600}};
        int[] times = {108, 48, 60, 12};
        for (int i = 0; i < pairs.length; i++) {
            for (int n = 0; n < times[i]; n++) {
                int first = pairs[i][0];
                int last = pairs[i][1];
                sample.moments(Topic.FIRST_SCORE, "phq9", first)
                        .moments(Topic.LAST_SCORE, "phq9", last)
                        .moments(Topic.FIRST_PLUS_LAST, "phq9", first + last)
                        .moments(Topic.IMPROVEMENT, "phq9", first - last);
            }
            sample.histogram(
                    Topic.PAIRS,
                    "phq9",
                    ScorePairs.pack(SampleInput.phq9(Direction.LOWER).measure(), pairs[i][0], pairs[i][1]),
                    times[i]);
        }
    }

    private static void setbacks(SampleInput sample) {
        sample.count(Topic.SETBACK_STATUS, "bounced_back", 52)
                .count(Topic.SETBACK_STATUS, "open", 14)
                .count(Topic.SETBACK_STATUS, "not_back", 10)
                .count(Topic.SETBACK_STATUS, "ended_before_known", 8)
                .count(Topic.SETBACK_REACHED, "fully_back", 40)
                .count(Topic.SETBACK_REACHED, "new_best", 31)
                .count(Topic.CHANGED_DIRECTION, "bounced_back", 4)
                .count(Topic.BOUNCE_NOT_FOLLOWED, "", 5)
                .count(Topic.NEXT_ATTENDED, "setback:yes", 88)
                .count(Topic.NEXT_ATTENDED, "setback:no", 12)
                .count(Topic.NEXT_ATTENDED, "rupture:yes", 30)
                .count(Topic.NEXT_ATTENDED, "rupture:no", 6)
                .count(Topic.SETBACK_KIND, "old_habit", 44)
                .count(Topic.SETBACK_KIND, "goal_missed", 31)
                .count(Topic.SETBACK_KIND, "lapse", 3)
                .count(Topic.SETBACK_KIND, "other", 6)
                .count(Topic.PLANNED_EXPERIMENTS, "", 9)
                .count(Topic.CARRIED_FORWARD_SESSIONS, "", 41)
                .count(Topic.CARRIED_FORWARD, "pattern_seen", 25)
                .count(Topic.CARRIED_FORWARD, "need_named", 20)
                .count(Topic.RESPONSE, "curiosity", 40)
                .count(Topic.RESPONSE, "small_steps", 9)
                .count(Topic.RESPONSE_NEXT_ATTENDED, "curiosity:yes", 35)
                .count(Topic.RESPONSE_NEXT_ATTENDED, "curiosity:no", 3)
                .count(Topic.RESPONSE_HALF_WAY_BACK, "curiosity:yes", 7)
                .count(Topic.RESPONSE_HALF_WAY_BACK, "curiosity:no", 4)
                .moments(Topic.LEARNING_DEPTH, "", SampleInput.around(-120, 250, 24))
                .moments(Topic.LEARNING_SCORES, "", SampleInput.around(-1, 2, 24))
                .survival(Topic.BOUNCE, times(new int[] {18, 12, 8, 4, 2, 2}, 18));
    }

    private static void dips(SampleInput sample) {
        sample.count(Topic.DIP_STATUS, "repaired", 61)
                .count(Topic.DIP_STATUS, "partly_repaired", 9)
                .count(Topic.DIP_STATUS, "open", 12)
                .count(Topic.DIP_STATUS, "not_repaired", 8)
                .count(Topic.DIP_STATUS, "ended_before_known", 6)
                .count(Topic.DIP_RECORDED, "recorded", 8)
                .count(Topic.DIP_RECORDED, "not_recorded", 30)
                .count(Topic.DIP_RECORDED, "not_asked", 58)
                .count(Topic.ALLIANCE_COURSES, "assessable", 190)
                .count(Topic.ALLIANCE_COURSES, "not_assessable", 35)
                .count(Topic.ALLIANCE_COURSES, "up_and_down", 3)
                .count(Topic.RUPTURE_KIND, "therapist:withdrawal", 24)
                .count(Topic.RUPTURE_KIND, "therapist:confrontation", 10)
                .count(Topic.RUPTURE_KIND, "therapist:both", 2)
                .count(Topic.RUPTURE_STATUS, "therapist:repaired", 18)
                .count(Topic.RUPTURE_STATUS, "therapist:partly_repaired", 6)
                .count(Topic.RUPTURE_STATUS, "therapist:not_repaired", 2)
                .count(Topic.RUPTURE_STATUS, "therapist:open", 3)
                .count(Topic.RUPTURE_STATUS, "therapist:unknown", 7)
                .survival(Topic.REPAIR, times(new int[] {30, 18, 8, 5}, 35))
                .strip("2025-09-20", "2025-10-11", EpisodeStatus.REPAIRED)
                .strip("2025-11-03", "2025-11-24", EpisodeStatus.REPAIRED)
                .strip("2026-09-14", "2026-09-28", EpisodeStatus.OPEN);
    }

    /** Events at 1, 2, 3 ... scores, and censored ones spread over the same times. */
    static SurvivalTally times(int[] events, int censored) {
        SurvivalTally tally = SurvivalTally.NONE;
        for (int t = 0; t < events.length; t++) {
            for (int i = 0; i < events[t]; i++) {
                tally = tally.withEvent(t + 1);
            }
        }
        for (int i = 0; i < censored; i++) {
            tally = tally.withCensored(1 + i % (events.length + 2));
        }
        return tally;
    }

    /** What 100 copies of the practice give by noise alone, all in the last month. */
    static ChanceCounts chance(int setbacks, int dips, int bounces) {
        return new ChanceCounts(
                100,
                inTheLastMonth(100L * dips),
                Histogram.NONE,
                times(new int[] {40, 20, 10}, 20 * bounces),
                inTheLastMonth(100L * setbacks),
                Histogram.NONE,
                times(new int[] {30, 15, 10, 5, 3, 2}, 20 * bounces),
                Moments.of(SampleInput.around(-30, 200, 50)),
                Moments.of(SampleInput.around(0, 2, 50)));
    }

    private static Histogram inTheLastMonth(long n) {
        TreeMap<Integer, Long> months = new TreeMap<>();
        months.put(LAST, n);
        return new Histogram(months);
    }

    /** Eight months of a practice with a handful of sessions. */
    static SampleInput few() {
        SampleInput sample =
                SampleInput.dated().data("2026-02-02", "2026-09-30").rows(90, 0);
        for (int month = LAST - 7; month <= LAST; month++) {
            sample.ratio(Metric.SESSIONS_ATTENDED, month, 10 + month % 3, 0)
                    .ratio(Metric.MISSED_SHARE, month, 1, 12)
                    .ratio(Metric.ALLIANCE_COMPLETION, month, 4, 10)
                    .ratio(Metric.CASELOAD_OPEN, month, 3, 0);
        }
        return sample.ratio(Metric.RETURNED_AFTER_MISSED, 1, 1)
                .ratio(Metric.COURSES_STARTED, 1, 0)
                .ratio(Metric.COURSES_ENDED, 1, 0)
                .ratio(Metric.UNPLANNED_ENDINGS_SHARE, 1, 1)
                .ratio(Metric.SETBACKS_PER_100, 1, 9)
                .ratio(Metric.BOUNCED_BACK_SHARE, 0, 1)
                .ratio(Metric.DIPS_PER_100, 1, 8)
                .ratio(Metric.DIPS_REPAIRED_SHARE, 1, 1)
                .ratio(Metric.RELIABLE_IMPROVEMENT, 1, 1)
                .ratio(Metric.OUTCOME_COMPLETION, 1, 1)
                .count(Topic.SETBACK_STATUS, "not_back", 1)
                .count(Topic.DIP_STATUS, "repaired", 1)
                .count(Topic.DIP_RECORDED, "not_asked", 1)
                .count(Topic.ALLIANCE_COURSES, "assessable", 1)
                .count(Topic.OUTCOME_CLASS, "phq9:improved", 1)
                .count(Topic.OUTCOME_CLASS, "phq9:reliably_improved", 1)
                .moments(Topic.FIRST_SCORE, "phq9", 1600)
                .moments(Topic.LAST_SCORE, "phq9", 900)
                .moments(Topic.FIRST_PLUS_LAST, "phq9", 2500)
                .moments(Topic.IMPROVEMENT, "phq9", 700)
                .count(Topic.SERVICE, "single:phq9|finished", 1)
                .count(Topic.SERVICE, "single:phq9|recovery_known", 1)
                .count(Topic.SERVICE, "single:phq9|paired", 1)
                .count(Topic.SERVICE, "single:phq9|reliably_improved", 1)
                .survival(Topic.BOUNCE, SurvivalTally.NONE.withCensored(2))
                .survival(Topic.REPAIR, SurvivalTally.NONE.withEvent(1))
                .strip("2026-08-03", "2026-08-17", EpisodeStatus.REPAIRED);
    }

    /** One month, one session, and no measure of anything. */
    static SampleInput nothing() {
        return SampleInput.dated()
                .data("2026-09-01", "2026-09-30")
                .rows(1, 0)
                .primary(Optional.empty())
                .alliance(Optional.empty())
                .ratio(Metric.SESSIONS_ATTENDED, LAST, 1, 0)
                .ratio(Metric.MISSED_SHARE, LAST, 0, 1);
    }

    /** A study without dates: 40 courses. */
    static SampleInput undated() {
        return SampleInput.undated()
                .rows(400, 0)
                .ratio(Metric.SESSIONS_ATTENDED, 400, 0)
                .ratio(Metric.SETBACKS_PER_100, 12, 380)
                .ratio(Metric.BOUNCED_BACK_SHARE, 7, 11)
                .ratio(Metric.OUTCOME_COMPLETION, 38, 40)
                .count(Topic.COURSES, "all", 40)
                .count(Topic.SETBACK_STATUS, "bounced_back", 7)
                .count(Topic.SETBACK_STATUS, "open", 5)
                .count(Topic.OUTCOME_CLASS, "phq9:recovered", 20)
                .count(Topic.OUTCOME_CLASS, "phq9:unchanged", 18)
                .count(Topic.OUTCOME_CLASS, "phq9:reliably_improved", 20)
                .count(Topic.OUTCOME_CLASS, "phq9:reliably_unchanged", 18)
                .histogram(
                        Topic.PAIRS,
                        "phq9",
                        ScorePairs.pack(SampleInput.phq9(Direction.LOWER).measure(), 1600, 500),
                        20)
                .histogram(
                        Topic.PAIRS,
                        "phq9",
                        ScorePairs.pack(SampleInput.phq9(Direction.LOWER).measure(), 1200, 1000),
                        18)
                .moments(Topic.FIRST_SCORE, "phq9", SampleInput.around(1400, 300, 38))
                .moments(Topic.LAST_SCORE, "phq9", SampleInput.around(800, 200, 38))
                .moments(Topic.FIRST_PLUS_LAST, "phq9", SampleInput.around(2200, 400, 38))
                .moments(Topic.IMPROVEMENT, "phq9", SampleInput.around(600, 300, 38))
                .survival(Topic.BOUNCE, times(new int[] {4, 3}, 5))
                .noScale();
    }
}
