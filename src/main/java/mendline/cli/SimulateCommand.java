package mendline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import mendline.model.Progress;
import mendline.simulate.SimulatedFiles;
import mendline.simulate.Simulation;
import mendline.simulate.SimulationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the exports of a practice that never existed, and what was planted in them. */
@Command(
        name = "simulate",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes invented session exports with planted setbacks, ruptures and repairs, and the truth beside them.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline simulate --clients 500 --seed 1 --out sample",
            "      two years of a practice; the same seed gives the same files",
            "  mendline simulate --clients 2000 --seed 7 --nothing-planted --no-data-problems --out calm",
            "      gradual change and noise only, every cell as it should be"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:written",
            " 1:the program could not finish: disk full, output not writable",
            " 2:wrong command line"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--clients", paramLabel = "N", required = true, description = "How many clients.")
    private int clients;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "Where chance begins; any whole number.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the exports and the truth.")
    private Path out;

    @Option(names = "--months", paramLabel = "N", description = "How many months of sessions.")
    private Optional<Integer> months = Optional.empty();

    @Option(
            names = "--last-month",
            paramLabel = "MONTH",
            converter = MonthConverter.class,
            description = "The last month, such as 2026-10.")
    private Optional<YearMonth> lastMonth = Optional.empty();

    @Option(names = "--sites", paramLabel = "N", description = "How many sites.")
    private Optional<Integer> sites = Optional.empty();

    @Option(names = "--therapists", paramLabel = "N", description = "How many therapists.")
    private Optional<Integer> therapists = Optional.empty();

    @Option(names = "--noise", paramLabel = "X", description = "Factor on the noise of scores; 1 is usual, 0 is none.")
    private Optional<Double> noise = Optional.empty();

    @Option(
            names = "--nothing-planted",
            description = "No setbacks, dips, ruptures or sudden gains: gradual change and noise only.")
    private boolean nothingPlanted;

    @Option(
            names = "--no-data-problems",
            description = "Every cell as it should be; without it a few are wrong, as in any export.")
    private boolean noDataProblems;

    @Mixin
    private Talk talk;

    SimulateCommand() {}

    @Override
    public Integer call() throws IOException {
        SimulationSettings settings = settings();
        SimulatedFiles files;
        if (TerminalProgress.wanted(talk.quiet())) {
            try (TerminalProgress progress = new TerminalProgress(System.err)) {
                files = Simulation.run(settings, out, progress);
            }
        } else {
            files = Simulation.run(settings, out, Progress.SILENT);
        }
        if (!talk.quiet()) {
            spec.commandLine()
                    .getOut()
                    .println("Exports: " + files.exports().size() + " files with " + files.rows() + " rows in " + out);
            spec.commandLine().getOut().println("Truth:   " + files.planted() + " planted changes in " + files.truth());
        }
        return 0;
    }

    private SimulationSettings settings() {
        try {
            SimulationSettings usual = SimulationSettings.of(clients, seed);
            SimulationSettings settings = usual.withMonths(
                            lastMonth.orElse(usual.lastMonth()), months.orElse(usual.months()))
                    .withStaff(sites.orElse(usual.sites()), therapists.orElse(usual.therapists()))
                    .withNoise(noise.orElse(usual.noise()));
            settings = nothingPlanted ? settings.withNothingPlanted() : settings;
            return noDataProblems ? settings.withoutDataProblems() : settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }
}
