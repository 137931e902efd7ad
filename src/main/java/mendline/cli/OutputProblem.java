package mendline.cli;

/** The output could not be written; the message is one sentence for the user. */
final class OutputProblem extends Exception {
    private static final long serialVersionUID = 1L;

    OutputProblem(String sentence) {
        super(sentence);
    }

    OutputProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
