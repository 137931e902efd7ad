package mendline.detect;

import java.util.OptionalInt;

/**
 * A session with stuck ratings at or above 6 and what followed over the next three valid scores.
 *
 * @param client whether the client's rating is at least 6
 * @param therapist whether the therapist's is
 * @param bothAsked whether both gave a rating; else nobody knows whether it was one of them only
 * @param outcomeImprovement improvement of the primary outcome in hundredths from the session's score to the mean of
 *     the next up to three
 * @param allianceImprovement the same of the alliance measure
 */
public record Stuckness(
        Moment at,
        boolean client,
        boolean therapist,
        boolean bothAsked,
        OptionalInt outcomeImprovement,
        OptionalInt allianceImprovement) {}
