package mendline.cli;

/** The command line asks for something that cannot be done; the message is one sentence for the user. */
final class UsageProblem extends Exception {
    private static final long serialVersionUID = 1L;

    UsageProblem(String sentence) {
        super(sentence);
    }
}
