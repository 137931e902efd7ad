package mendline.measure;

import mendline.model.Vocabulary;

/**
 * How the change of one course is set against measurement error. All are ratios of a change to a standard error; they differ in the change
 * that an unchanged person is expected to show, and all but the last look at the first and the last score only.
 */
public enum ChangeMethod implements Vocabulary {
    /** No change expected (Jacobson and Truax 1991). */
    JACOBSON_TRUAX("Jacobson and Truax", 0),
    /** Expected last score regressed to the mean of first scores; error of prediction (after Gulliksen, Lord and Novick). */
    GULLIKSEN("Gulliksen, Lord and Novick", 2),
    /** Expected last score regressed to the mean of first scores; error of measurement (Edwards and Nunnally). */
    EDWARDS_NUNNALLY("Edwards and Nunnally", 2),
    /** The same with the errors of both occasions, whose reliabilities may differ (Nunnally and Kotsch). */
    NUNNALLY_KOTSCH("Nunnally and Kotsch", 30),
    /** True differences estimated with the reliability of differences; one-sided (Hageman and Arrindell). */
    HAGEMAN_ARRINDELL("Hageman and Arrindell", 30),
    /** Each score as a deviation from its own occasion's mean, so the sample's mean change counts as none (Hsu, Linn and Lord). */
    HSU_LINN_LORD("Hsu, Linn and Lord", 30),
    /** The slope over all of a course's scores as a deviation from the sample's mean slope, by a model of random intercepts and slopes. */
    HIERARCHICAL_LINEAR("a hierarchical linear model", 30);

    private static final double TWO_SIDED = 1.96;
    private static final double ONE_SIDED = 1.645;

    private final String words;
    private final int fewestPairs;

    ChangeMethod(String words, int fewestPairs) {
        this.words = words;
        this.fewestPairs = fewestPairs;
    }

    /** Fewest scores of a course that the model of all scores is fitted to and that it judges. */
    public static final int FEWEST_SCORES = 3;

    /** Its authors, or its name. */
    public String words() {
        return words;
    }

    /** Whether it looks at all of a course's scores, and not at two of them. */
    public boolean ofAllScores() {
        return this == HIERARCHICAL_LINEAR;
    }

    /**
     * Fewest courses with a first and a last score (with at least {@link #FEWEST_SCORES} where all are looked at) from which its sample numbers
     * are taken; 0 where it needs none.
     */
    public int fewestPairs() {
        return fewestPairs;
    }

    /** Whether the sample itself must speak, even where a profile gives the mean and SD of first scores. */
    public boolean comparesWithSample() {
        return fewestPairs >= 30;
    }

    /** What the size of the index must exceed: 1.96, or 1.645 where the method is one-sided. */
    public double critical() {
        return this == HAGEMAN_ARRINDELL ? ONE_SIDED : TWO_SIDED;
    }

    /** Whether the reliability of the last score is asked for apart. */
    public boolean needsReliabilityPost() {
        return this == NUNNALLY_KOTSCH;
    }
}
