package mendline.model;

/** How a course ended; silent when no attended session followed for the gap of the settings. */
public enum EndKind implements Vocabulary {
    PLANNED,
    UNPLANNED,
    REFERRED_ON,
    SILENT;

    /** Whether the ending counts as unplanned. */
    public boolean unplanned() {
        return this == UNPLANNED || this == SILENT;
    }
}
