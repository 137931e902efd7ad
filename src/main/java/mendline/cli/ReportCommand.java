package mendline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads exports, settles the period, has the report written into a folder of its own and says where it is. */
@Command(
        name = "report",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Writes the report of a month, of a span of months or of all the data.", ""},
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline report exports",
            "      the last complete month, into reports/<month>/",
            "  mendline report exports --from 2025-04 --to 2026-03 --out board",
            "      a year, into board/2025-04_2026-03/",
            "  mendline report march.csv april.csv.gz --profile riverside.yaml --all",
            "      all of two files whose columns a profile explains"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:written; problems in the data, if any, are in internal/problems.csv",
            " 1:the program could not finish: disk full, output not writable, a fault of ours",
            " 2:wrong command line or profile, a path that does not exist, a period outside the data",
            " 3:nothing usable: no file with the required columns, or no usable row",
            " 4:written, but --strict was given and the data have errors"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            converter = MonthConverter.class,
            description = "The month to report, such as 2026-09; without it the last complete month of the data.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            converter = MonthConverter.class,
            description = "First month of a span; needs --to.")
    private Optional<YearMonth> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "MONTH",
            converter = MonthConverter.class,
            description = "Last month of a span, included.")
    private Optional<YearMonth> to = Optional.empty();

    @Option(names = "--all", description = "Report all the data.")
    private boolean all;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Folder of all reports; this one gets a folder of its own in it. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private Reading reading;

    @Mixin
    private Talk talk;

    /** A report in its place, and what it was made from. */
    private record Written(Intake intake, PeriodChoice choice, Path place, int differenced) {}

    ReportCommand() {}

    @Override
    public Integer call()
            throws UsageProblem, ProfileProblem, InputNotFound, NothingUsable, OutputProblem, IOException {
        PeriodRequest request = request();
        Profile settings = reading.profile();
        Written written;
        if (TerminalProgress.wanted(talk.quiet())) {
            try (TerminalProgress progress = new TerminalProgress(System.err)) {
                written = write(request, settings, progress);
            }
        } else {
            written = write(request, settings, Progress.SILENT);
        }
        if (!talk.quiet()) {
            say(written);
        }
        return reading.verdict(
                "report", written.intake(), written.place(), spec.commandLine().getErr());
    }

    private Written write(PeriodRequest request, Profile settings, Progress progress)
            throws UsageProblem, InputNotFound, NothingUsable, OutputProblem, IOException {
        SessionData data = reading.read(settings, progress);
        Intake intake = data.intake();
        PeriodChoice choice = PeriodChoice.of(request, intake.firstDay(), intake.asOf());
        try (OutputFolder folder = OutputFolder.open(out, choice.period().key())) {
            int differenced =
                    ReportRun.write(data, settings, choice.period(), folder.writing(), folder.place(), progress);
            folder.publish();
            return new Written(intake, choice, folder.place(), differenced);
        }
    }

    private void say(Written written) {
        PrintWriter err = spec.commandLine().getErr();
        RunSummary.problems(written.intake()).forEach(err::println);
        if (talk.verbose()) {
            RunSummary.details(written.intake()).forEach(err::println);
        }
        RunSummary.differenced(written.differenced()).ifPresent(err::println);
        written.choice().remark().ifPresent(remark -> err.println("mendline: " + remark));
        RunSummary.report(written.intake(), written.place())
                .forEach(spec.commandLine().getOut()::println);
    }

    private PeriodRequest request() {
        int ways = (month.isPresent() ? 1 : 0) + (from.isPresent() || to.isPresent() ? 1 : 0) + (all ? 1 : 0);
        if (ways > 1) {
            throw wrong("--month, --from with --to, and --all are three ways to name a period; use one of them");
        }
        if (from.isPresent() != to.isPresent()) {
            throw wrong("--from and --to need each other, such as --from 2025-04 --to 2026-03");
        }
        if (from.isPresent() && from.get().isAfter(to.orElseThrow())) {
            throw wrong("--from " + from.get() + " is later than --to " + to.orElseThrow());
        }
        if (month.isPresent()) {
            return new PeriodRequest.OneMonth(month.get());
        }
        if (from.isPresent()) {
            return new PeriodRequest.Span(from.get(), to.orElseThrow());
        }
        return all ? new PeriodRequest.Everything() : new PeriodRequest.LastCompleteMonth();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
