package mendline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.aggregate.Analysis;
import mendline.aggregate.CourseSource;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.PracticeSummary;
import mendline.detect.Instruments;
import mendline.ingest.LocalCode;
import mendline.ingest.Profile;
import mendline.ingest.SessionData;
import mendline.model.Course;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.Progress;
import mendline.render.CsvFiles;
import mendline.render.Ink;
import mendline.render.PdfReports;
import mendline.report.ConversationItem;
import mendline.report.ConversationItems;
import mendline.report.CourseTable;
import mendline.report.DataTable;
import mendline.report.EpisodeTable;
import mendline.report.EventTable;
import mendline.report.MonthlyReport;
import mendline.report.PreviousFigures;
import mendline.report.ProblemTable;
import mendline.report.ReportInput;
import mendline.report.ShownBefore;
import mendline.stats.Seeds;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The way from data that were read to the files of a report. */
final class ReportRun {
    static final long SEED = 0;

    private ReportRun() {}

    /**
     * Writes every file of a report.
     *
     * @param folder where to write; {@code internal} is there already
     * @param place where the report will be, and where the one before it still is
     * @return how many figures are withheld because of an earlier report
     */
    static int write(SessionData data, Profile profile, Period period, Path folder, Path place, Progress progress)
            throws IOException {
        SortedMap<String, Object> configuration =
                Configuration.of(profile, data.intake().scoreCounts().keySet());
        MonthlyReport.Parts parts = tables(data, profile, period, configuration, folder, place, progress);
        PdfReports.write(parts.conversation(), folder.resolve("internal").resolve("conversation.pdf"));
        Ink.write(parts.report(), folder, progress);
        codeList(data.localCodes(), folder.resolve("internal").resolve("code-list.csv"));
        Intake intake = data.intake();
        new Manifest(
                        Version.program(),
                        day(intake.asOf()),
                        period.key(),
                        configuration,
                        SEED,
                        intake.files(),
                        intake.rows(),
                        Manifest.outputsIn(folder))
                .write(folder);
        return parts.differenced().size();
    }

    /** Writes every table of a report but those of its pages, and says what stands on the pages. */
    static MonthlyReport.Parts tables(
            SessionData data,
            Profile profile,
            Period period,
            SortedMap<String, Object> configuration,
            Path folder,
            Path place,
            Progress progress)
            throws IOException {
        CourseSource courses = source(data);
        Intake intake = data.intake();
        Instruments instruments = instruments(data, courses, profile, progress);
        Path internal = folder.resolve("internal");
        List<ConversationItem> worthTalking = new ArrayList<>();
        PracticeSummary summary = findings(courses, instruments, profile, internal, worthTalking, progress);
        ExpectedByChance chance = Analysis.chance(courses, instruments, progress);
        Optional<PreviousFigures> previous = previous(period, place);
        ShownBefore before = EarlierReports.beside(place, profile.report().suppression());
        ReportInput input = new ReportInput(
                period,
                intake,
                instruments,
                summary,
                chance,
                profile.report(),
                previous,
                before,
                Version.program(),
                SettingsTold.of(configuration),
                documentId(intake, period, configuration, previous));
        MonthlyReport.Parts parts = MonthlyReport.of(input, worthTalking);
        progress.stage("writing", 0);
        CsvFiles.write(parts.monthly(), folder.resolve("monthly.csv"));
        CsvFiles.write(parts.serviceOutcomes(), folder.resolve("service_outcomes.csv"));
        CsvFiles.write(ProblemTable.of(intake), internal.resolve("problems.csv"));
        if (!parts.differenced().isEmpty()) {
            CsvFiles.write(EarlierReports.memory(parts.differenced()), internal.resolve(EarlierReports.MEMORY));
        }
        return parts;
    }

    /** The one file that says which names stand behind local codes; none where none were given. */
    static void codeList(List<LocalCode> codes, Path csv) throws IOException {
        if (!codes.isEmpty()) {
            List<List<String>> rows = codes.stream()
                    .map(code -> List.of(code.column(), code.code(), code.original()))
                    .toList();
            CsvFiles.write(new DataTable(List.of("column", "code", "original"), rows), csv);
        }
    }

    /** What the data are measured with. */
    static Instruments instruments(SessionData data, CourseSource courses, Profile profile, Progress progress) {
        Analysis.Measures measures =
                new Analysis.Measures(data.primaryOutcome(), data.alliance(), data.outcomeMeasures());
        return Analysis.settle(
                courses, measures, profile.detection(), data.intake().asOf(), progress);
    }

    static CourseSource source(SessionData data) {
        return new CourseSource() {
            @Override
            public int size() {
                return data.size();
            }

            @Override
            public Course course(int place) {
                return data.course(place);
            }
        };
    }

    private static PracticeSummary findings(
            CourseSource courses,
            Instruments instruments,
            Profile profile,
            Path internal,
            List<ConversationItem> worthTalking,
            Progress progress)
            throws IOException {
        boolean therapist = profile.report().therapistInFiles();
        try (CsvFiles.Rows courseRows = CsvFiles.open(internal.resolve("courses.csv"), CourseTable.header(therapist));
                CsvFiles.Rows episodeRows = CsvFiles.open(internal.resolve("episodes.csv"), EpisodeTable.HEADER);
                CsvFiles.Rows eventRows = CsvFiles.open(internal.resolve("events.csv"), EventTable.HEADER)) {
            return Analysis.summarise(
                    courses,
                    instruments,
                    findings -> {
                        write(courseRows, CourseTable.rows(findings, instruments, therapist));
                        write(episodeRows, EpisodeTable.rows(findings));
                        write(eventRows, EventTable.rows(findings, instruments));
                        ConversationItems.of(findings, instruments, instruments.asOf())
                                .ifPresent(worthTalking::add);
                    },
                    progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(CsvFiles.Rows file, List<List<String>> rows) {
        try {
            for (List<String> row : rows) {
                file.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The monthly figures of the report of the month before, where it lies beside this one. */
    private static Optional<PreviousFigures> previous(Period period, Path place) throws IOException {
        if (period.kind() != Period.Kind.MONTH) {
            return Optional.empty();
        }
        String before = Months.iso(period.lastMonth() - 1);
        Path monthly = place.resolveSibling(before).resolve("monthly.csv");
        if (!Files.isRegularFile(monthly)) {
            return Optional.empty();
        }
        SortedMap<String, String> values = new TreeMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(monthly, StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                values.put(row.get("month") + " " + row.get("metric"), row.get("value"));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new PreviousFigures(before, values));
    }

    static long documentId(
            Intake intake, Period period, SortedMap<String, Object> configuration, Optional<PreviousFigures> previous) {
        List<String> parts = new ArrayList<>(List.of(Version.program(), period.key(), configuration.toString()));
        for (InputFile file : intake.files()) {
            parts.add(file.sha256());
        }
        previous.ifPresent(figures -> parts.add(figures.toString()));
        return Seeds.of(parts.toArray(new String[0]));
    }

    static Optional<String> day(OptionalInt epochDay) {
        return epochDay.isPresent()
                ? Optional.of(LocalDate.ofEpochDay(epochDay.getAsInt()).toString())
                : Optional.empty();
    }
}
