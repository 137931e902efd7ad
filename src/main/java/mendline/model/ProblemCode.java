package mendline.model;

/** Every kind of trouble that data can give, with what is expected and what the keeper of the export can do. */
public enum ProblemCode implements Vocabulary {
    FUTURE_ROW(
            Severity.NOTE,
            true,
            "a row dated no later than the as-of date",
            "Nothing to do for a booked appointment; it is read once it has taken place.");

    private final Severity severity;
    private final boolean setsRowAside;
    private final String expected;
    private final String remedy;

    ProblemCode(Severity severity, boolean setsRowAside, String expected, String remedy) {
        this.severity = severity;
        this.setsRowAside = setsRowAside;
        this.expected = expected;
        this.remedy = remedy;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether the whole row is set aside. */
    public boolean setsRowAside() {
        return setsRowAside;
    }

    /** What a row or cell should have been, in plain words. */
    public String expected() {
        return expected;
    }

    /** What to do about it, in the source system or the profile. */
    public String remedy() {
        return remedy;
    }
}
