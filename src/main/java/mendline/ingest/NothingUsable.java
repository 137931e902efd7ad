package mendline.ingest;

/** No file with the required columns, or no usable row in any; the message is one sentence for the user. */
public final class NothingUsable extends Exception {
    private static final long serialVersionUID = 1L;

    NothingUsable(String sentence) {
        super(sentence);
    }
}
