package mendline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import mendline.ingest.AmbiguousDates;
import mendline.ingest.InputChanged;
import mendline.ingest.InputNotFound;
import mendline.ingest.NothingUsable;
import mendline.ingest.ProfileProblem;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when a run cannot go on, and with which exit code it ends: always one sentence; where it stopped only on request. */
final class Troubles {
    static final int COULD_NOT_FINISH = 1;
    static final int WRONG_USE = 2;
    static final int NOTHING_USABLE = 3;

    private static final int DEEPEST = 10;

    private Troubles() {}

    /** A command line that cannot be understood. */
    static int usage(ParameterException trouble, PrintWriter err) {
        String command = trouble.getCommandLine().getCommandSpec().qualifiedName();
        String said = trouble.getMessage()
                .lines()
                .findFirst()
                .orElse("The command line cannot be understood")
                .strip();
        List<String> near = List.of();
        if (trouble instanceof UnmatchedArgumentException unmatched) {
            near = unmatched.getSuggestions();
            said = unmatched.isUnknownOption()
                    ? said
                    : "'" + unmatched.getUnmatched().get(0) + "' is not understood";
        }
        String hint = near.isEmpty()
                ? ""
                : " (did you mean " + String.join(" or ", near.subList(0, Math.min(2, near.size()))) + "?)";
        err.println(
                TerminalText.of("mendline: " + said.replaceAll("\\.$", "") + hint + ". See '" + command + " --help'."));
        return WRONG_USE;
    }

    /** Anything that stopped a command; the trace of its own faults follows when asked for. */
    static int run(Throwable trouble, boolean verbose, PrintWriter err) {
        int code = exitCode(trouble);
        err.println(TerminalText.of("mendline: " + sentence(trouble)));
        if (verbose && code == COULD_NOT_FINISH) {
            trace(trouble, err);
        }
        return code;
    }

    /** Where it stopped. What a foreign exception says is left out: it may repeat a cell. */
    private static void trace(Throwable trouble, PrintWriter err) {
        Throwable each = trouble;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            err.println((depth == 0 ? "" : "Caused by: ") + each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace()) {
                err.println("\tat " + frame);
            }
            each = each.getCause();
        }
    }

    private static int exitCode(Throwable trouble) {
        if (trouble instanceof UsageProblem
                || trouble instanceof InputNotFound
                || trouble instanceof ProfileProblem
                || trouble instanceof AmbiguousDates) {
            return WRONG_USE;
        }
        return trouble instanceof NothingUsable ? NOTHING_USABLE : COULD_NOT_FINISH;
    }

    private static String sentence(Throwable trouble) {
        if (exitCode(trouble) != COULD_NOT_FINISH
                || trouble instanceof OutputProblem
                || trouble instanceof InputChanged) {
            return trouble.getMessage();
        }
        if (trouble instanceof UncheckedIOException wrapped) {
            return sentence(wrapped.getCause());
        }
        if (trouble instanceof ExceptionInInitializerError wrapped && wrapped.getCause() != null) {
            return sentence(wrapped.getCause());
        }
        if (trouble instanceof IOException io) {
            return "The output could not be written: " + OutputFolder.reason(io) + ".";
        }
        if (trouble instanceof OutOfMemoryError) {
            return "There is not enough memory for these data; give more with MENDLINE_JAVA_OPTS=-Xmx4g and try again.";
        }
        return "The program could not finish because of a fault of its own ("
                + trouble.getClass().getSimpleName() + "); run it again with --verbose and report what it says.";
    }
}
