package mendline.aggregate;

/** What is counted; a fact is a topic, a category within it, and a month. The comment names the category and the month. */
public enum Topic {
    /** Category: metric. Month: the metric's own. */
    NUMERATOR,
    /** Category: metric. */
    DENOMINATOR,
    /** Histogram of days from referral to first session. Month of start. */
    WAIT_DAYS,
    /** Category: attendance. Month of the session. */
    ATTENDANCE,
    /** Category: mode of counting courses, see {@link CourseFacts}. Month of start (started), of end (the others). */
    COURSES,
    /** Category: end kind. Month of end. */
    END_KIND,
    /** Category: end kind; ended after two or more treatment sessions without a last score. Month of end. */
    ENDED_WITHOUT_LAST_SCORE,
    /** Histogram of attended sessions. Month of end. */
    DOSE,
    /** Category: measure; attended sessions with a client-rated score. Month of the session. */
    SCORED,
    /** Category: measure; those of them with a score of exactly 0. Month of the session. */
    SCORED_ZERO,
    /** Category: metric per 100 sessions; histogram of the epoch days of its events. Month of the metric. */
    EVENT_DAYS,
    /** Category: setback kind. Month of the session. */
    SETBACK_KIND,
    /** Category: response, on sessions with a recorded setback (same or next session). */
    RESPONSE,
    /** Category: what was carried forward. */
    CARRIED_FORWARD,
    /** Sessions with something carried forward; category empty. */
    CARRIED_FORWARD_SESSIONS,
    /** Sessions with a planned experiment; category empty. */
    PLANNED_EXPERIMENTS,
    /** Category: status of S1 setbacks. Month of the confirming score. */
    SETBACK_STATUS,
    /** Category: status of S1 setbacks in which a changed direction was carried forward. */
    CHANGED_DIRECTION,
    /** Category: {@code fully_back}, {@code new_best}: how far S1 setbacks led on. Month of the confirming score. */
    SETBACK_REACHED,
    /**
     * Time to coming back as the profile's curves have it: usually to half-way back of each course's first setback.
     * Courses that ended before compete. Month of the confirming score.
     */
    BOUNCE,
    /** The same with a changed direction as the other ending, where endings compete. */
    BOUNCE_ENDINGS,
    /** Category: group. */
    BOUNCE_GROUP,
    /** Category: {@code group|therapist}, the latter as a number made from the code. */
    BOUNCE_GROUP_THERAPIST,
    /** Setbacks without any later score (category empty), or without days where the clock runs in days. */
    BOUNCE_NOT_FOLLOWED,
    /** Category: status of S4 spikes. Month of the spike. */
    SPIKES,
    /** Category: {@code gain:status} or {@code loss:status}. Month of onset. */
    SUDDEN,
    /** Category: {@code source:kind}. */
    RUPTURE_KIND,
    /** Category: {@code source:status}. */
    RUPTURE_STATUS,
    /** Category: status of dips. Month of the lowest session. */
    DIP_STATUS,
    /**
     * Category: {@code rule:found}, {@code rule:known} (of these, followed to the end) and {@code rule:repaired}: dips by
     * {@link mendline.detect.DipRule}. Month of the lowest session.
     */
    DIP_RULE,
    /** Category: {@code recorded}, {@code not_recorded}, {@code not_asked} within one session. */
    DIP_RECORDED,
    /** Category: {@code dip} or {@code other}, then {@code :yes|no}: next alliance form filled in. Month of the session. */
    NEXT_FORM,
    /** Category: {@code source:both|recorded_only|dip_only|neither}; sessions asked and scored. Month of the session. */
    RECOGNISED,
    /** Category: check-in; scores of the Session Rating Scale. Month of the session. */
    CHECK_INS,
    /** Histogram of valid scores of the primary outcome, courses with at least one. Month of the last session. */
    SERIES_LENGTH,
    /** Time to repair of dips; courses that ended before compete. Month of the lowest session. */
    REPAIR,
    /** The same with a changed direction as the other ending, where endings compete. */
    REPAIR_ENDINGS,
    /** Dips without days where the clock runs in days. */
    REPAIR_NOT_FOLLOWED,
    /** Category: {@code assessable}, {@code not_assessable}, {@code up_and_down}. Month of the last session. */
    ALLIANCE_COURSES,
    /** Category: {@code measure:outcome class}. Month of end. */
    OUTCOME_CLASS,
    /** Category: {@code measure:verdict} by the slope of all scores, {@code measure:no_answer} with too few; paired courses. Month of end. */
    SLOPE_VERDICT,
    /** Category: measure; first scores of paired courses. Month of end. */
    FIRST_SCORE,
    /** Category: measure; last scores of paired courses. */
    LAST_SCORE,
    /** Category: measure; first plus last score, from which their correlation follows. */
    FIRST_PLUS_LAST,
    /** Category: measure; improvement of paired courses. */
    IMPROVEMENT,
    /** Category: measure; histogram of packed pairs of first and last score, see {@link ScorePairs}. */
    PAIRS,
    /** Category: {@code definition:what}. Month of end. */
    SERVICE,
    /** Category: course shape. Month of end. */
    SHAPE,
    /** Category: {@code shape:position}; histogram of scores. Month of end. */
    TRAJECTORY,
    /** Category: {@code setback} or {@code rupture}, then {@code :yes|no|not_yet}: next appointment attended. */
    NEXT_ATTENDED,
    /** Category: {@code response:yes|no|not_yet}. */
    RESPONSE_NEXT_ATTENDED,
    /** Category: {@code response:yes|no|not_yet}. */
    RESPONSE_HALF_WAY_BACK,
    /** Category: {@code shared}, {@code client}, {@code therapist}; {@code one_asked} where only one of them gave a rating. */
    STUCK,
    /** Category as above; improvement of the primary outcome over the next three scores. */
    STUCK_OUTCOME,
    /** Category as above; improvement of the alliance. */
    STUCK_ALLIANCE,
    /** Category: landmark group; improvement from the landmark to the last score. */
    LANDMARK_IMPROVEMENT,
    /** Category: landmark group; score at the landmark. */
    LANDMARK_START,
    /** Category: landmark group; attended sessions. */
    LANDMARK_SESSIONS,
    /** Category: landmark group, then {@code :yes|no}; ended courses that reached the landmark, with a later score. */
    LANDMARK_FOLLOWED,
    /** Category: group by the last dip of the whole course; improvement from first to last score. */
    WHOLE_COURSE_IMPROVEMENT,
    /** Category as above; attended sessions of the same courses. */
    WHOLE_COURSE_SESSIONS,
    /** Second minus first depth of setbacks within a course; category empty. */
    LEARNING_DEPTH,
    /** Second minus first scores to half-way back; category empty. */
    LEARNING_SCORES,
    /** Category: {@code none|bounced_back|not_back|not_known}, then {@code :kept|not_kept}. */
    DURABILITY,
    /** Category: the history as above; improvement from the last to the follow-up score, of all courses with both. */
    FOLLOW_UP_CHANGE,
    /** Category: standing beside the expected course; later scores of the primary outcome. Month of the score. */
    EXPECTED_SCORES,
    /** Category: status of S7, times below the expected course. Month of onset. */
    BELOW_EXPECTED,
    /** Category: site, empty where there is none; courses with a service outcome. Month of end. */
    SITE_FINISHED,
    /** Category: site; of these, improved reliably. Month of end. */
    SITE_IMPROVED,
    /** Category: {@code site|therapist}, the latter as a number made from the code; their courses with a service outcome. */
    SITE_THERAPIST,
    /**
     * Category: {@code yes|no} (improved reliably), definition, age band and site, between bars; histogram of first scores of
     * the primary outcome. Month of end.
     */
    CASE_MIX
}
