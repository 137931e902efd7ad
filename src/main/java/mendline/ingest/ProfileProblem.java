package mendline.ingest;

/** A profile says something that cannot be followed; the message is one sentence for the user. */
public final class ProfileProblem extends Exception {
    private static final long serialVersionUID = 1L;

    ProfileProblem(String sentence) {
        super(sentence);
    }
}
