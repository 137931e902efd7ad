package mendline.report;

import mendline.model.SetbackRule;

/** The setback rules in words. */
final class SetbackWords {
    private SetbackWords() {}

    /**
     * What a setback is, as a sentence without its full stop.
     *
     * @param step the measure's step with its unit, such as {@code 6 points}
     */
    static String rule(SetbackRule rule, String step) {
        return switch (rule) {
            case S1 -> "two scores in a row that are each at least " + step + " worse than the best score before";
            case S1_SINGLE -> "a single score at least " + step + " worse than the best score before";
            case S2 -> "a score at least " + step + " worse than the first one";
            case S3 -> "a sudden loss between two neighbouring sessions, by the rule for sudden losses";
            case S5 ->
                "a score back in the clinical range after one below the cut-off that was at least " + step
                        + " better than the first one; it may lie within measurement error";
            case S6 ->
                "two scores in a row back in the clinical range, each at least " + step
                        + " worse than the best one, after two in a row that were below the cut-off and at least "
                        + step
                        + " better than the first one";
            case S7 -> "a score below the expected course";
        };
    }

    /** From which score time runs, as a sentence without its full stop. */
    static String clock(SetbackRule rule) {
        return switch (rule) {
            case S1, S6 -> "It counts from the second of the two, which confirms it";
            case S1_SINGLE, S2, S5, S7 -> "It counts from that score";
            case S3 ->
                "It counts from the last score that the rule looks at, the third session after the loss began or"
                        + " the last before it";
        };
    }
}
