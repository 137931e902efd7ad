package mendline.cli;

import picocli.CommandLine.Option;

/** How much a command says. */
final class Talk {
    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but why the program could not finish.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more about what is read; where the program cannot finish, show where it stopped.")
    private boolean verbose;

    Talk() {}

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose && !quiet;
    }
}
