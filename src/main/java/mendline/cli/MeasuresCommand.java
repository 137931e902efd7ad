package mendline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mendline.ingest.ProfileProblem;
import mendline.ingest.Profiles;
import mendline.measure.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the program knows about questionnaires. */
@Command(
        name = "measures",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists the questionnaires that the program knows, with their thresholds and where those come from.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline measures",
            "  mendline measures --csv > measures.csv",
            "  mendline measures --profile riverside.yaml     with what a profile adds or changes"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:listed", " 2:wrong command line or profile"})
final class MeasuresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--csv", description = "As CSV, every constant with its source, for a spreadsheet.")
    private boolean csv;

    @Option(names = "--profile", paramLabel = "FILE", description = "Include what a profile adds or changes.")
    private Optional<Path> profile = Optional.empty();

    @Mixin
    private Talk talk;

    MeasuresCommand() {}

    @Override
    public Integer call() throws ProfileProblem {
        List<Measure> measures = new ArrayList<>((profile.isPresent() ? Profiles.read(profile.get()) : Profiles.DEFAULT)
                .measures()
                .values());
        if (!talk.quiet()) {
            (csv ? MeasureList.csv(measures) : MeasureList.text(measures))
                    .forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }
}
