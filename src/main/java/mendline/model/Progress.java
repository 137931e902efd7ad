package mendline.model;

/** Hears how far long work has come; the default hears nothing. */
public interface Progress {
    /** Says nothing to anybody. */
    Progress SILENT = new Progress() {};

    /**
     * A stage of the work begins.
     *
     * @param name what is done, such as {@code reading}
     * @param total how many units there are, 0 when unknown
     */
    default void stage(String name, long total) {}

    /** So many more units are done. */
    default void step(long units) {}
}
