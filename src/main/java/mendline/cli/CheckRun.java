package mendline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.aggregate.Analysis;
import mendline.aggregate.CourseSource;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.PracticeSummary;
import mendline.detect.Instruments;
import mendline.ingest.Profile;
import mendline.ingest.SessionData;
import mendline.model.Intake;
import mendline.model.Period;
import mendline.model.Progress;
import mendline.render.CsvFiles;
import mendline.render.HtmlReports;
import mendline.render.ManifestFiles;
import mendline.render.TextReports;
import mendline.report.CheckReport;
import mendline.report.PreviousCheck;
import mendline.report.ProblemTable;
import mendline.report.ReportInput;
import mendline.report.ShownBefore;

/** The way from data that were read to the files of a check. */
final class CheckRun {
    /** The folder of the check among those of the reports. */
    static final String FOLDER = "check";

    private static final String PLAIN = "check.json";

    private CheckRun() {}

    /**
     * Writes every file of a check.
     *
     * @param folder where to write; {@code internal} is there already
     * @param place where the check will be, and where the one before it still is
     * @return what the check says, for a terminal
     */
    static List<String> write(SessionData data, Profile profile, Path folder, Path place, Progress progress)
            throws UsageProblem, IOException {
        CourseSource courses = ReportRun.source(data);
        Intake intake = data.intake();
        Instruments instruments = ReportRun.instruments(data, courses, profile, progress);
        PracticeSummary summary = Analysis.summarise(courses, instruments, findings -> {}, progress);
        SortedMap<String, Object> configuration =
                Configuration.of(profile, intake.scoreCounts().keySet());
        Period period = PeriodChoice.of(new PeriodRequest.Everything(), intake.firstDay(), intake.asOf())
                .period();
        ReportInput input = new ReportInput(
                period,
                intake,
                instruments,
                summary,
                ExpectedByChance.NONE,
                profile.report(),
                Optional.empty(),
                ShownBefore.NONE,
                Version.program(),
                SettingsTold.of(configuration),
                ReportRun.documentId(intake, period, configuration, Optional.empty()));
        CheckReport.Parts parts = CheckReport.of(input, data.measures().keySet(), previous(place.resolve(PLAIN)));
        progress.stage("writing", 0);
        HtmlReports.write(parts.report(), folder.resolve("check.html"));
        CsvFiles.write(parts.checks(), folder.resolve("checks.csv"));
        CsvFiles.write(parts.completeness(), folder.resolve("completeness.csv"));
        ManifestFiles.write(parts.plain(), folder.resolve(PLAIN));
        CsvFiles.write(ProblemTable.of(intake), folder.resolve("internal").resolve("problems.csv"));
        ReportRun.codeList(data.localCodes(), folder.resolve("internal").resolve("code-list.csv"));
        new Manifest(
                        Version.program(),
                        ReportRun.day(intake.asOf()),
                        FOLDER,
                        configuration,
                        ReportRun.SEED,
                        intake.files(),
                        intake.rows(),
                        Manifest.outputsIn(folder))
                .write(folder);
        return TextReports.lines(parts.brief());
    }

    /** What the check before this one counted; empty where there is none, or what is there cannot be read. */
    private static Optional<PreviousCheck> previous(Path json) throws IOException {
        if (!Files.isRegularFile(json)) {
            return Optional.empty();
        }
        try {
            JsonNode read = new ObjectMapper().readTree(Files.readAllBytes(json));
            SortedMap<String, Long> attention = new TreeMap<>();
            for (JsonNode check : read.path("checks")) {
                if (check.path("state").asText().equals("needs_attention")) {
                    attention.put(
                            check.path("check").asText(),
                            check.path("numerator").asLong());
                }
            }
            return Optional.of(new PreviousCheck(
                    Optional.ofNullable(read.path("as_of").textValue()),
                    counts(read.path("rows")),
                    counts(read.path("scores")),
                    counts(read.path("problems")),
                    attention));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, Long> counts(JsonNode node) {
        SortedMap<String, Long> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }
}
