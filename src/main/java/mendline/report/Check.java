package mendline.report;

import mendline.model.Vocabulary;

/**
 * One question put to the data, and the answer.
 *
 * @param id the problem's code, or the name of a share
 * @param asks what the data should be
 * @param numerator how often they are not
 * @param denominator of how many; 0 where the question does not apply
 * @param threshold the largest share that needs no attention; 1 for what is only noted
 * @param effect what it does to the results
 */
record Check(
        String id, Category category, String asks, long numerator, long denominator, double threshold, String effect) {

    /** What a check is about: form, gaps, or sense. */
    enum Category implements Vocabulary {
        CONFORMANCE,
        COMPLETENESS,
        PLAUSIBILITY
    }

    /** How a check came out. A column that is not there passes nothing: its checks do not apply. */
    enum State implements Vocabulary {
        NEEDS_ATTENTION,
        PASSED,
        NOT_APPLICABLE
    }

    State state() {
        if (denominator == 0) {
            return State.NOT_APPLICABLE;
        }
        return numerator > threshold * denominator ? State.NEEDS_ATTENTION : State.PASSED;
    }
}
