package mendline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.ingest.InputNotFound;
import mendline.ingest.NothingUsable;
import mendline.ingest.Profile;
import mendline.ingest.ProfileProblem;
import mendline.ingest.Profiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Intake;
import mendline.model.Progress;
import mendline.model.Severity;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read, how, and how strict to be about it: the same for every command that reads exports. */
final class Reading {
    private static final int CHECK_SAID_NO = 4;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A CSV file (also .csv.gz) or a folder of them; exports may overlap.")
    private List<Path> inputs;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "What is special about this practice's exports, in YAML; or the name of a ready one.")
    private Optional<Path> profile = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Read the data as they stood on that day, such as 2026-09-30; later rows are set aside.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(names = "--strict", description = "End with exit code 4 when the data have errors.")
    private boolean strict;

    Reading() {}

    Profile profile() throws ProfileProblem {
        return profile.isPresent() ? Profiles.read(profile.get()) : Profiles.DEFAULT;
    }

    SessionData read(Profile settings, Progress progress) throws InputNotFound, NothingUsable {
        OptionalInt day = asOf.isPresent() ? OptionalInt.of((int) asOf.get().toEpochDay()) : OptionalInt.empty();
        return SessionExports.read(inputs, settings, day, progress);
    }

    /** The exit code of a run that wrote what it should; says so where strictness makes it another one than 0. */
    int verdict(String written, Intake intake, Path place, PrintWriter err) {
        if (!strict || !intake.has(Severity.ERROR)) {
            return 0;
        }
        err.println("mendline: The data have errors, and --strict was given; the " + written + " is written, see "
                + place.resolve("internal").resolve("problems.csv") + ".");
        return CHECK_SAID_NO;
    }
}
