package mendline.report;

/** Why a course is worth a conversation. */
public enum ConversationReason {
    SETBACK_OPEN("Setback in scores not yet half-way back."),
    DIP_OPEN("Alliance dip still open."),
    RUPTURE_OPEN("Recorded rupture not yet resolved."),
    BELOW_EXPECTED("Last score below the expected course."),
    ENDED_BEFORE_KNOWN("Ended before it was known what followed a setback or dip."),
    MISSED_NOT_RETURNED("Missed a session, none attended since.");

    private final String words;

    ConversationReason(String words) {
        this.words = words;
    }

    /** The reason as a sentence. */
    public String words() {
        return words;
    }
}
