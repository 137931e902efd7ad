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
    C
}
