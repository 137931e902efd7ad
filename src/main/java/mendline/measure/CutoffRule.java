package mendline.measure;

/** Which cut-off divides clinical from functional scores: the published caseness, or a, b, c of Jacobson and Truax (1991). */
public enum CutoffRule {
    /** The measure's published caseness, or the number given in the profile. */
    CASENESS,
    /** Two clinical standard deviations beyond the clinical mean. */
    A,
    /** Two functional standard deviations from the functional mean. */
    B,
    /** The weighted midpoint between both. */
    C,
    /** As a, with the SD of true scores: the SD times the root of the reliability (Hageman and Arrindell). */
    A_TRUE,
    /** As b, with the SD of true scores. */
    B_TRUE,
    /** As c, with the SDs of true scores; with one reliability for both groups it is c. */
    C_TRUE;

    /** Whether it is worked out from a clinical group. */
    public boolean needsClinical() {
        return this == A || this == C || this == A_TRUE || this == C_TRUE;
    }

    /** Whether it is worked out from a functional group. */
    public boolean needsFunctional() {
        return this == B || this == C || this == B_TRUE || this == C_TRUE;
    }

    /** Whether it needs the measure's reliability. */
    public boolean ofTrueScores() {
        return this == A_TRUE || this == B_TRUE || this == C_TRUE;
    }
}
