package mendline.aggregate;

import java.util.Optional;
import mendline.model.RuptureSource;
import mendline.model.Vocabulary;

/** The monthly figures of {@code monthly.csv}, in the order of its rows. */
public enum Metric implements Vocabulary {
    SESSIONS_ATTENDED(Kind.COUNT, Better.NEITHER, "Sessions attended"),
    MISSED_SHARE(Kind.SHARE, Better.LOWER, "Missed sessions"),
    RETURNED_AFTER_MISSED(Kind.SHARE, Better.HIGHER, "Returned after a missed session"),
    CASELOAD_OPEN(Kind.COUNT, Better.NEITHER, "Open courses at month end"),
    WAIT_DAYS_MEDIAN(Kind.MEDIAN, Better.LOWER, "Days from referral to first session, median"),
    COURSES_STARTED(Kind.COUNT, Better.NEITHER, "Courses started"),
    COURSES_ENDED(Kind.COUNT, Better.NEITHER, "Courses ended"),
    UNPLANNED_ENDINGS_SHARE(Kind.SHARE, Better.LOWER, "Unplanned endings"),
    SETBACKS_PER_100(Kind.PER_100, Better.NEITHER, "Setbacks in scores per 100 sessions"),
    SETBACKS_RECORDED_PER_100(Kind.PER_100, Better.NEITHER, "Recorded setbacks per 100 sessions"),
    BOUNCED_BACK_SHARE(Kind.SHARE, Better.HIGHER, "Came half-way back within six scores"),
    DIPS_PER_100(Kind.PER_100, Better.NEITHER, "Alliance dips per 100 sessions"),
    DIPS_REPAIRED_SHARE(Kind.SHARE, Better.HIGHER, "Dips repaired"),
    RUPTURES_CLIENT_PER_100(Kind.PER_100, Better.NEITHER, "Ruptures said by clients per 100 sessions"),
    RUPTURES_THERAPIST_PER_100(Kind.PER_100, Better.NEITHER, "Ruptures noted by therapists per 100 sessions"),
    RUPTURES_OBSERVER_PER_100(Kind.PER_100, Better.NEITHER, "Ruptures seen by observers per 100 sessions"),
    RECOVERY(Kind.SHARE, Better.HIGHER, "Recovery"),
    RELIABLE_RECOVERY(Kind.SHARE, Better.HIGHER, "Reliable recovery"),
    RELIABLE_IMPROVEMENT(Kind.SHARE, Better.HIGHER, "Reliable improvement"),
    RELIABLE_DETERIORATION(Kind.SHARE, Better.LOWER, "Reliable deterioration"),
    OUTCOME_COMPLETION(Kind.SHARE, Better.HIGHER, "Ended with a first and a last score"),
    ALLIANCE_COMPLETION(Kind.SHARE, Better.HIGHER, "Sessions with an alliance score");

    /** What a figure is made of. */
    public enum Kind {
        /** A number of things. */
        COUNT,
        /** A fraction 0 to 1. */
        SHARE,
        /** So many per hundred sessions. */
        PER_100,
        /** The median of a histogram. */
        MEDIAN
    }

    /** Which way a figure improves; setbacks, dips, ruptures and plain activity improve neither way. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    private final Kind kind;
    private final Better better;
    private final String label;

    Metric(Kind kind, Better better, String label) {
        this.kind = kind;
        this.better = better;
        this.label = label;
    }

    public Kind kind() {
        return kind;
    }

    public Better better() {
        return better;
    }

    /** The figure's name in words. */
    public String label() {
        return label;
    }

    /** Sessions and missed sessions are whole from the first month on; everything else needs two months to fill. */
    public boolean fromFirstMonth() {
        return this == SESSIONS_ATTENDED || this == MISSED_SHARE;
    }

    /** The rupture figure of a source. */
    public static Metric ruptures(RuptureSource source) {
        return switch (source) {
            case CLIENT -> RUPTURES_CLIENT_PER_100;
            case THERAPIST -> RUPTURES_THERAPIST_PER_100;
            case OBSERVER -> RUPTURES_OBSERVER_PER_100;
        };
    }

    /** The metric of that key. */
    public static Optional<Metric> find(String key) {
        return Vocabulary.find(Metric.class, key);
    }
}
