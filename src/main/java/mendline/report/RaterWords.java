package mendline.report;

import mendline.model.Rater;

/** Whose ratings of the alliance the report looks at, in words. */
final class RaterWords {
    private RaterWords() {}

    /** The rater as a noun: {@code client} or {@code therapist}. */
    static String who(ReportInput in) {
        return rater(in) == Rater.CLIENT ? "client" : "therapist";
    }

    /** The alliance, with its rater where that is not the client: {@code alliance as therapists rate it}. */
    static String alliance(ReportInput in) {
        return rater(in) == Rater.CLIENT ? "alliance" : "alliance as therapists rate it";
    }

    /** What a shared rater means for an association of alliance and outcome. */
    static String behindBoth(ReportInput in) {
        return rater(in) == Rater.CLIENT
                ? "The client's own ratings stand behind both scores, often from the same sitting, so a good or a hard"
                        + " day shows in both."
                : "Dips are those of the therapist's ratings, the outcome is the client's own.";
    }

    private static Rater rater(ReportInput in) {
        return in.instruments().settings().rules().dipRater();
    }
}
