package mendline.model;

/** What became of an appointment. */
public enum Attendance implements Vocabulary {
    ATTENDED,
    DID_NOT_ATTEND,
    LATE_NOT_SEEN,
    CANCELLED_BY_CLIENT,
    CANCELLED_BY_SERVICE;

    /** Whether the client missed the appointment without cancelling it. */
    public boolean missed() {
        return this == DID_NOT_ATTEND || this == LATE_NOT_SEEN;
    }
}
