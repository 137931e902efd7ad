package mendline.model;

/** Which rule makes a setback out of outcome scores; steps and cut-offs are the measure's own. */
public enum SetbackRule implements Vocabulary {
    /** Two scores in a row that are each a step worse than the best one before. */
    S1,
    /** Exploratory: any single score a step worse than the best one before. */
    S1_SINGLE,
    /** A score a step worse than the first one. */
    S2,
    /** A sudden loss between two neighbouring sessions. */
    S3,
    /** A clinical score after one that was below the cut-off and a step better than the first. */
    S5,
    /** After two scores in a row below the cut-off and a step better than the first: two in a row back above it. */
    S6,
    /** A score below the expected course; listed beside the others only, since what followed is measured otherwise. */
    S7;

    /** The rule's name in files: {@code S1}, {@code S1_single}. */
    public String id() {
        return this == S1_SINGLE ? "S1_single" : name();
    }

    /** Whether the rule can be the one that figures count. */
    public boolean countable() {
        return this != S7;
    }

    /** Whether the rule needs a cut-off between clinical and functional scores. */
    public boolean needsCutoff() {
        return this == S5 || this == S6;
    }
}
