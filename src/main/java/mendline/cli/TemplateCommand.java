package mendline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mendline.ingest.ProfileProblem;
import mendline.ingest.Profiles;
import mendline.ingest.SessionColumns;
import mendline.measure.Measure;
import mendline.model.Scores;
import mendline.render.CsvFiles;
import mendline.render.PdfSheets;
import mendline.report.DataTable;
import mendline.report.SessionSheet;
import mendline.report.SessionSheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an empty session CSV and a sheet to fill in after a session, for what hardly any system exports. */
@Command(
        name = "template",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes sessions.csv, empty, with every column that Mendline reads, and after-session-sheet.pdf: one page,"
                    + " one minute, for setbacks, ruptures and repairs, which hardly any system exports.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline template",
            "      both files, into template/; the sheet has lines for measures of your choice",
            "  mendline template --measures phq9,gad7,srs --out forms",
            "      with these measures only"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:written",
            " 1:the files could not be written",
            " 2:wrong command line or profile, an unknown measure, or a file that is there already"
        })
final class TemplateCommand implements Callable<Integer> {
    private static final String CSV = "sessions.csv";
    private static final int LONGEST_NAME = 46;
    private static final String SHEET = "after-session-sheet.pdf";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--measures",
            paramLabel = "KEYS",
            split = ",",
            description = "Only these measures, such as phq9,srs; mendline measures lists them."
                    + " srs_therapist is the therapist's own rating.")
    private List<String> measures = List.of();

    @Option(names = "--profile", paramLabel = "FILE", description = "Include the measures that a profile adds.")
    private Optional<Path> profile = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "template",
            description = "Folder for both files (default: template).")
    private Path out;

    @Option(names = "--force", description = "Replace files that are there already; never a CSV that holds rows.")
    private boolean force;

    @Mixin
    private Talk talk;

    TemplateCommand() {}

    @Override
    public Integer call() throws ProfileProblem, UsageProblem, OutputProblem {
        SortedMap<String, Measure> known =
                (profile.isPresent() ? Profiles.read(profile.get()) : Profiles.DEFAULT).measures();
        List<String> scores = scores(known);
        if (scores.size() > SessionSheets.MOST_TOTALS && !measures.isEmpty()) {
            throw new UsageProblem("The sheet has room for " + SessionSheets.MOST_TOTALS
                    + " measures, and --measures names " + scores.size() + ".");
        }
        List<SessionSheet.Total> totals = new ArrayList<>();
        for (String score : measures.isEmpty() ? List.<String>of() : scores) {
            totals.add(total(score, SessionColumns.measure(score, known).orElseThrow()));
        }
        Path csv = out.resolve(CSV);
        Path sheet = out.resolve(SHEET);
        try {
            Files.createDirectories(out);
            refuseToReplace(csv, sheet);
            placed(csv, file -> CsvFiles.write(new DataTable(SessionColumns.with(scores), List.of()), file));
            placed(sheet, file -> PdfSheets.write(SessionSheets.of(totals), file));
        } catch (IOException e) {
            throw new OutputProblem(
                    "The template cannot be written to " + out + ": " + OutputFolder.reason(e) + ".", e);
        }
        if (!talk.quiet()) {
            PrintWriter answer = spec.commandLine().getOut();
            answer.println("Table: " + csv + " (" + SessionColumns.with(scores).size() + " columns, no row)");
            answer.println("Sheet: " + sheet);
        }
        return 0;
    }

    /** The columns of scores asked for, in that order; every measure, rated by the client, if none was. */
    private List<String> scores(SortedMap<String, Measure> known) throws UsageProblem {
        if (measures.isEmpty()) {
            return List.copyOf(known.keySet());
        }
        List<String> columns = new ArrayList<>();
        for (String name : measures) {
            String column = SessionColumns.score(name, known)
                    .orElseThrow(() -> new UsageProblem(
                            "There is no measure '" + name.strip() + "'; mendline measures lists them."));
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static SessionSheet.Total total(String column, Measure measure) {
        String by = column.equals(measure.key()) ? "" : ", by the therapist";
        String name = measure.name().length() > LONGEST_NAME
                ? measure.name().substring(0, LONGEST_NAME).strip() + "..."
                : measure.name();
        return new SessionSheet.Total(
                name + by, column, Scores.text(measure.min()) + " to " + Scores.text(measure.max()));
    }

    private void refuseToReplace(Path csv, Path sheet) throws IOException, UsageProblem {
        for (Path file : List.of(csv, sheet)) {
            if (Files.exists(file) && !force) {
                throw new UsageProblem(file + " is there already; choose another folder, or replace it with --force.");
            }
        }
        if (Files.exists(csv) && holdsRows(csv)) {
            throw new UsageProblem(csv + " holds rows, so it is not replaced; move it away or choose another folder.");
        }
    }

    private static boolean holdsRows(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv, StandardCharsets.ISO_8859_1)) {
            return lines.skip(1).anyMatch(line -> !line.isBlank());
        }
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** Written beside its place first, so that a file is there whole or not at all. */
    private static void placed(Path file, Writing writing) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".writing");
        try {
            writing.to(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
