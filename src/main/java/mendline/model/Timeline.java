package mendline.model;

/** What the data say about time. */
public enum Timeline implements Vocabulary {
    /** Sessions carry calendar dates. */
    DATES,
    /** Sessions carry days since the start of the course only. */
    RELATIVE_DAYS,
    /** Sessions carry an order only. */
    SESSION_NUMBERS;

    /** Whether sessions belong to calendar months. */
    public boolean dated() {
        return this == DATES;
    }

    /** Whether the days between two sessions of a course are known. */
    public boolean hasDays() {
        return this != SESSION_NUMBERS;
    }
}
