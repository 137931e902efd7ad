package mendline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mendline.ingest.InputNotFound;
import mendline.ingest.NothingUsable;
import mendline.ingest.Profile;
import mendline.ingest.ProfileProblem;
import mendline.ingest.SessionData;
import mendline.model.Intake;
import mendline.model.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads exports and says how good they are: on the terminal, and as files in a folder of their own. */
@Command(
        name = "check",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says how good the data are: what was understood, what was set aside and why, and what to correct.",
            ""
        },
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline check exports",
            "      to the terminal and into reports/check/; a second run says what changed",
            "  mendline check march.csv --strict --quiet",
            "      for a script: exit code 4 when the data have errors"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:checked; problems in the data, if any, are in internal/problems.csv",
            " 1:the program could not finish: disk full, output not writable, a fault of ours",
            " 2:wrong command line or profile, a path that does not exist",
            " 3:nothing usable: no file with the required columns, or no usable row",
            " 4:checked, but --strict was given and the data have errors"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Folder of all reports; the check gets the folder check in it. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private Reading reading;

    @Mixin
    private Talk talk;

    /** A check in its place, and what it says. */
    private record Written(Intake intake, List<String> said, Path place) {}

    CheckCommand() {}

    @Override
    public Integer call()
            throws UsageProblem, ProfileProblem, InputNotFound, NothingUsable, OutputProblem, IOException {
        Profile settings = reading.profile();
        Written written;
        if (TerminalProgress.wanted(talk.quiet())) {
            try (TerminalProgress progress = new TerminalProgress(System.err)) {
                written = write(settings, progress);
            }
        } else {
            written = write(settings, Progress.SILENT);
        }
        if (!talk.quiet()) {
            written.said().forEach(spec.commandLine().getOut()::println);
            RunSummary.check(written.intake(), written.place())
                    .forEach(spec.commandLine().getOut()::println);
        }
        return reading.verdict(
                "check", written.intake(), written.place(), spec.commandLine().getErr());
    }

    private Written write(Profile settings, Progress progress)
            throws UsageProblem, InputNotFound, NothingUsable, OutputProblem, IOException {
        SessionData data = reading.read(settings, progress);
        try (OutputFolder folder = OutputFolder.open(out, CheckRun.FOLDER)) {
            List<String> said = CheckRun.write(data, settings, folder.writing(), folder.place(), progress);
            folder.publish();
            return new Written(data.intake(), said, folder.place());
        }
    }
}
