package mendline.ingest;

/** Dates can be read in two ways and nothing in the files says which; the message shows both readings. */
public final class AmbiguousDates extends Exception {
    private static final long serialVersionUID = 1L;

    AmbiguousDates(String sentence) {
        super(sentence);
    }
}
