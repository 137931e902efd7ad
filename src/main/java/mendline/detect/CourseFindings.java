package mendline.detect;

import java.util.List;
import java.util.Optional;
import mendline.model.Course;

/**
 * Everything found in one course.
 *
 * @param course the course itself
 * @param outcomes one for each outcome measure of which the course has a score, by key
 * @param episodes in order of onset, then kind, then subtype
 * @param shape the one shape of the primary outcome's scores
 * @param upAndDown whether alliance scores swing so widely that the dip threshold was capped
 * @param allianceAssessable whether at least three client-rated alliance scores are there and a scale is known
 * @param serviceOutcomes one for each definition that applies; only for finished courses (two attended treatment sessions, ended)
 * @param landmark empty without a score on both sides of the landmark or with fewer attended sessions
 * @param learning empty with fewer than two ended score setbacks
 */
public record CourseFindings(
        Course course,
        List<MeasureOutcome> outcomes,
        List<Episode> episodes,
        CourseShape shape,
        boolean upAndDown,
        boolean allianceAssessable,
        List<ServiceOutcome> serviceOutcomes,
        List<MissedSession> missedSessions,
        List<RecordedReturn> recordedReturns,
        Optional<LandmarkPosition> landmark,
        Optional<LearningPair> learning,
        List<Stuckness> stuckness,
        Optional<FollowUp> followUp) {

    public CourseFindings {
        outcomes = List.copyOf(outcomes);
        episodes = List.copyOf(episodes);
        serviceOutcomes = List.copyOf(serviceOutcomes);
        missedSessions = List.copyOf(missedSessions);
        recordedReturns = List.copyOf(recordedReturns);
        stuckness = List.copyOf(stuckness);
    }

    /** The episodes of a kind and source. */
    public List<Episode> episodes(EpisodeKind kind, EpisodeSource source) {
        return episodes.stream().filter(e -> e.kind() == kind && e.source() == source).toList();
    }
}
