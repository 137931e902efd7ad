package mendline.ingest;

/** A path that the user named does not exist; the message is one sentence for the user. */
public final class InputNotFound extends Exception {
    private static final long serialVersionUID = 1L;

    InputNotFound(String sentence) {
        super(sentence);
    }
}
