package mendline.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's entry point: hands the arguments to a command and its exit code to the system. */
@Command(
        name = "mendline",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            ReportCommand.class,
            CheckCommand.class,
            ProfileCommand.class,
            TemplateCommand.class,
            MeasuresCommand.class,
            SimulateCommand.class
        },
        description = {
            "Reads the session CSVs of a therapy practice and writes a monthly report of setbacks, ruptures, repairs and outcomes.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline report exports                    the last complete month, into reports/",
            "  mendline report exports --month 2026-09    another month",
            "  mendline check exports                     how good the data are, and what to correct",
            "  mendline profile exports --out mine.yaml   drafts a description of exports that look different",
            "  mendline template --measures phq9,srs      an empty table and a sheet to fill in after a session",
            "  mendline measures                          what it knows about questionnaires",
            "  mendline report --help                     every option of a command"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:the program could not finish: disk full, output not writable, a fault of ours",
            " 2:wrong command line or profile, a path that does not exist, a period outside the data",
            " 3:nothing usable in the data",
            " 4:a check said no: --strict, and the data had errors"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command line and returns its exit code; whatever happens is said on one of the two streams. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(100);
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler((trouble, given) -> Troubles.usage(trouble, err));
        boolean verbose =
                List.of(arguments).contains("--verbose") || List.of(arguments).contains("-v");
        line.setExecutionExceptionHandler((trouble, command, parsed) -> Troubles.run(trouble, verbose, err));
        try {
            return line.execute(arguments);
        } catch (Error fault) {
            return Troubles.run(fault, verbose, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is missing: report, check, profile, template, measures or simulate");
    }
}
