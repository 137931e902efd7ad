package mendline.model;

/** Which way a measure improves. */
public enum Direction implements Vocabulary {
    LOWER,
    HIGHER;

    /** The improvement from one score to another, in the unit of the scores: positive when things got better. */
    public int improvement(int from, int to) {
        return this == LOWER ? from - to : to - from;
    }

    /** Whether the first score is better than the second. */
    public boolean better(int score, int than) {
        return improvement(than, score) > 0;
    }

    /** The sign of an improvement as raw change (last minus first): -1 for lower is better. */
    public int sign() {
        return this == LOWER ? -1 : 1;
    }
}
