package mendline.detect;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import mendline.model.CarriedForward;
import mendline.model.Rater;
import mendline.model.Response;

/**
 * One finding inside a course: a setback, a rupture, an alliance dip, a spike, a sudden gain or loss.
 *
 * @param subtype the recorded kind, the rupture kind, or the rule ({@code S1} ...)
 * @param measure key of the measure, empty for what was written down
 * @param rater empty for what was written down
 * @param onset first session of the changed state
 * @param confirmed setback: the confirming session; dip: the first session at which the detector sees it; else empty
 * @param peak score before, in hundredths
 * @param worstAt session of the worst score
 * @param worst worst score until the episode ends, in hundredths
 * @param depth size in hundredths, positive
 * @param depthInThreshold depth as a multiple of the threshold that was used
 * @param length valid scores from onset to the worst one
 * @param end session that ended the episode
 * @param scoresToEnd valid scores from onset (dip) or from the confirming score (setback) to the end
 * @param daysToEnd days over the same stretch
 * @param scoresWatched valid scores after the same origin that could have ended it; the time at which the episode is
 *     censored without an end
 * @param bestFraction best share of the lost ground regained until the episode ends
 * @param knownDay day on which the window of the monthly figure was complete or the course had ended; empty until then
 *     or without days
 * @param withinWindow whether the end came within the window of the monthly figure (setbacks: half-way back within 6
 *     scores; dips: repaired); {@code NOT_YET} until the window is complete or the course has ended, and wherever there
 *     is no monthly figure, so that what ends early does not count sooner than what does not
 * @param responses how it was met, in the session of its onset or the next attended one
 * @param carriedForward what was taken from it: over the same two sessions, of a score setback or dip until it ended
 * @param longGap whether two neighbouring scores that make the episode lie more than 42 days apart
 * @param after how far a score setback led on; empty for everything else
 * @param counted whether figures count it; not so for setbacks of rules that are listed beside the counted one
 */
public record Episode(
        EpisodeKind kind,
        String subtype,
        EpisodeSource source,
        Optional<String> measure,
        Optional<Rater> rater,
        Moment onset,
        Optional<Moment> confirmed,
        OptionalInt peak,
        Optional<Moment> worstAt,
        OptionalInt worst,
        OptionalInt depth,
        OptionalDouble depthInThreshold,
        OptionalInt length,
        EpisodeStatus status,
        Optional<Moment> end,
        OptionalInt scoresToEnd,
        OptionalInt daysToEnd,
        OptionalInt scoresWatched,
        OptionalDouble bestFraction,
        OptionalInt knownDay,
        Known withinWindow,
        Set<Response> responses,
        Set<CarriedForward> carriedForward,
        boolean longGap,
        Optional<AfterSetback> after,
        boolean counted) {

    /** Whether it is one of the setbacks in scores that the figures count: of the counted rule, and confirmed. */
    public boolean countedSetback() {
        return kind == EpisodeKind.SETBACK
                && source == EpisodeSource.SCORE
                && counted
                && status != EpisodeStatus.UNCONFIRMED;
    }
}
