package mendline.detect;

/**
 * A follow-up score 30 to 400 days after the end of a course, beside its last score.
 *
 * @param improvement improvement from last to follow-up score in hundredths
 * @param reliableAtEnd whether the course had improved reliably at its last score
 * @param reliableAtFollowUp whether the follow-up score is still reliably better than the first
 */
public record FollowUp(int improvement, boolean reliableAtEnd, boolean reliableAtFollowUp) {}
