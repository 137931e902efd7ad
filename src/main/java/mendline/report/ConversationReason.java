package mendline.report;

/** Why a course is worth a conversation. */
public enum ConversationReason {
    SETBACK_OPEN("A setback in scores has not come half-way back yet."),
    DIP_OPEN("An alliance dip is still open: scores have not come back to where they were."),
    RUPTURE_OPEN("A rupture that was written down is not resolved yet."),
    ENDED_BEFORE_KNOWN("The course ended before it could be known what followed a setback or dip."),
    MISSED_NOT_RETURNED("A session was missed and none has been attended since.");

    private final String words;

    ConversationReason(String words) {
        this.words = words;
    }

    /** The reason as a sentence. */
    public String words() {
        return words;
    }
}
