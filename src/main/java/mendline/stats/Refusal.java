package mendline.stats;

/** Why a model gives no number. */
public enum Refusal {
    TOO_FEW_ROWS("there are too few rows for so many coefficients"),
    SINGULAR_DESIGN("one column of the design follows from the others, so their coefficients cannot be told apart"),
    EXACT_FIT("the model meets every row exactly, so nothing says how sure its coefficients are"),
    FULL_LEVERAGE("one row alone settles a coefficient, so its residual says nothing"),
    TOO_FEW_GROUPS("there are too few groups of rows"),
    TOO_FEW_EVENTS("there are fewer than ten of the rarer outcome for each coefficient"),
    NO_RULE("the measure has no cut-off or no reliable change"),
    ONE_OUTCOME("every row has the same outcome"),
    SEPARATION(
            "a combination of the columns tells the outcomes apart without exception, so a coefficient has no limit"),
    SLOPES_ALIKE("the slopes of the groups differ by no more than chance would make them"),
    SLOPES_FOLLOW_LEVELS(
            "the slopes of the groups go entirely together with their levels, which differ more, so slopes cannot be told by themselves"),
    NOT_CONVERGED("the search for the best coefficients did not settle");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** The reason as part of a sentence. */
    public String words() {
        return words;
    }
}
