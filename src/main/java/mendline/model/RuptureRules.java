package mendline.model;

import java.util.Optional;

/**
 * What counts as a recorded rupture, and what its ratings mean; all four are ratings from 1 to 5 (conventions of this
 * program: the verbal anchors of the published scales are not established).
 *
 * @param clientIntensity a client who answered that there was none and rates the tension at least so strong has said that
 *     there was one
 * @param observerSignificance an observer's marker rated below this is no rupture; one without a rating is
 * @param repairedFrom a resolution rating of at least this repairs a rupture
 * @param partlyFrom one of at least this repairs it partly
 */
public record RuptureRules(int clientIntensity, int observerSignificance, int repairedFrom, int partlyFrom) {
    /** The defaults of the methods page. */
    public static final RuptureRules DEFAULT = new RuptureRules(2, 2, 4, 3);

    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    public RuptureRules {
        if (!rating(clientIntensity) || !rating(observerSignificance) || !rating(repairedFrom) || !rating(partlyFrom)) {
            throw new IllegalArgumentException("ratings of ruptures go from 1 to 5, was client " + clientIntensity
                    + ", observer " + observerSignificance + ", repaired " + repairedFrom + ", partly " + partlyFrom);
        }
        if (partlyFrom > repairedFrom) {
            throw new IllegalArgumentException(
                    "partly repaired cannot begin above repaired, was " + partlyFrom + " and " + repairedFrom);
        }
    }

    private static boolean rating(int value) {
        return value >= LOWEST && value <= HIGHEST;
    }

    /**
     * What a row says about a rupture: empty where the question was not asked, {@link RuptureKind#NONE} where there was
     * none. An intensity without an answer to the question is no answer.
     */
    public Optional<RuptureKind> answer(Recorded recorded) {
        return recorded.rupture().map(kind -> switch (recorded.ruptureSource()) {
            case CLIENT ->
                kind == RuptureKind.NONE && recorded.intensity().orElse(0) >= clientIntensity
                        ? RuptureKind.UNSPECIFIED
                        : kind;
            case OBSERVER -> recorded.intensity().orElse(HIGHEST) < observerSignificance ? RuptureKind.NONE : kind;
            case THERAPIST -> kind;
        });
    }

    /** Whether a row holds a rupture. */
    public boolean holds(Recorded recorded) {
        return answer(recorded).filter(kind -> kind != RuptureKind.NONE).isPresent();
    }
}
