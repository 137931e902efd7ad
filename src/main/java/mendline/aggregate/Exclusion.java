package mendline.aggregate;

import java.util.Optional;
import mendline.detect.CourseFindings;
import mendline.detect.MeasureOutcome;
import mendline.model.Course;
import mendline.model.Vocabulary;

/** Why a course that has ended is not among the outcomes; the first that holds is the course's reason. */
public enum Exclusion implements Vocabulary {
    NO_ATTENDED_SESSION("No session was attended"),
    LEFT_TRUNCATED("May have been running when the data begin"),
    ONE_TREATMENT_SESSION("Ended after at most one treatment session"),
    NO_FIRST_AND_LAST_SCORE("No first and last score of the primary outcome"),
    NO_RELIABLE_CHANGE_KNOWN("No reliable change is known for the measure"),
    RELIABLE_CHANGE_REFUSED(
            "The profile's reliable-change method cannot be used on so few courses, or on these scores"),
    FEWER_THAN_THREE_SCORES("Fewer than three scores, which the profile's reliable-change method asks for"),
    FIRST_SCORE_ZERO("The first score is 0, so no share of it can be taken"),
    NO_CUTOFF_KNOWN("No cut-off is known for the measure");

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /** The reason in words. */
    public String words() {
        return words;
    }

    /**
     * The reason why a course's outcome on a measure is not counted; empty when it is, or when the course has not ended.
     *
     * @param outcome the outcome on that measure, empty where the course has no score of it
     */
    public static Optional<Exclusion> of(CourseFindings findings, Optional<MeasureOutcome> outcome) {
        Course course = findings.course();
        if (course.attendedSessions() == 0) {
            return Optional.of(NO_ATTENDED_SESSION);
        }
        if (course.leftTruncated()) {
            return Optional.of(LEFT_TRUNCATED);
        }
        if (!OutcomeFacts.counted(course)) {
            return Optional.empty();
        }
        if (course.timeline().dated() && course.attendedTreatmentSessions() < 2) {
            return Optional.of(ONE_TREATMENT_SESSION);
        }
        if (outcome.isEmpty() || !outcome.get().paired()) {
            return Optional.of(NO_FIRST_AND_LAST_SCORE);
        }
        return outcome.get().reason().map(reason -> switch (reason) {
            case RELIABLE_CHANGE_REFUSED -> RELIABLE_CHANGE_REFUSED;
            case FEWER_THAN_THREE_SCORES -> FEWER_THAN_THREE_SCORES;
            case FIRST_SCORE_ZERO -> FIRST_SCORE_ZERO;
            case NO_CUTOFF_KNOWN -> NO_CUTOFF_KNOWN;
            default -> NO_RELIABLE_CHANGE_KNOWN;
        });
    }
}
