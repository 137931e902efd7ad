package mendline.model;

/** How dips are looked for in alliance scores. */
public enum DipDetector implements Vocabulary {
    /** Declines that are large against the course's and the sample's usual differences. */
    A(3),
    /** A control chart of each course's own scores. */
    B(6);

    private final int fewestScores;

    DipDetector(int fewestScores) {
        this.fewestScores = fewestScores;
    }

    /** With fewer valid scores nothing can be said. */
    public int fewestScores() {
        return fewestScores;
    }

    /** The detector's name in files. */
    public String id() {
        return name();
    }
}
