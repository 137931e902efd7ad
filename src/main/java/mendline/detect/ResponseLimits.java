package mendline.detect;

/**
 * Up to where a score at one session is as expected.
 *
 * @param expected highest severity that is as expected, in whole hundredths with lower better
 * @param borderline highest severity that is not yet below the expected course, at least {@code expected}
 */
record ResponseLimits(int expected, int borderline) {
    ResponseLimits {
        if (borderline < expected) {
            throw new IllegalArgumentException(
                    "limits need expected <= borderline, was " + expected + ", " + borderline);
        }
    }
}
