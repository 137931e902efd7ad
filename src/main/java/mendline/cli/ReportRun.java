package mendline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.ingest.Profile;
import mendline.ingest.SessionData;
import mendline.model.Period;
import mendline.model.Progress;
import mendline.render.CsvFiles;
import mendline.report.ProblemTable;

/** The way from data that were read to the files of a report. */
final class ReportRun {
    private static final long SEED = 0;

    private ReportRun() {}

    /**
     * Writes every file of a report.
     *
     * @param folder where to write; {@code internal} is there already
     * @param place where the report will be, and where the one before it still is
     */
    static void write(SessionData data, Profile profile, Period period, Path folder, Path place, Progress progress) throws IOException {
        CsvFiles.write(ProblemTable.of(data.intake()), folder.resolve("internal").resolve("problems.csv"));
        new Manifest(
                        Version.program(),
                        day(data.intake().asOf()),
                        period.key(),
                        Configuration.of(profile, data.intake().scoreCounts().keySet()),
                        SEED,
                        data.intake().files(),
                        data.intake().rows(),
                        Manifest.outputsIn(folder))
                .write(folder);
    }

    private static Optional<String> day(OptionalInt epochDay) {
        return epochDay.isPresent() ? Optional.of(LocalDate.ofEpochDay(epochDay.getAsInt()).toString()) : Optional.empty();
    }
}
