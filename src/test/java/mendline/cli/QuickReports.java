package mendline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.aggregate.Analysis;
import mendline.aggregate.CourseSource;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.PracticeSummary;
import mendline.detect.Instruments;
import mendline.ingest.Profile;
import mendline.ingest.Profiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Period;
import mendline.model.Progress;
import mendline.render.CsvFiles;
import mendline.render.WithoutPictures;
import mendline.report.ConversationItem;
import mendline.report.ConversationItems;
import mendline.report.MonthlyReport;
import mendline.report.ReportInput;
import mendline.report.ShownBefore;

/** Reports of one practice by many profiles: the data are read once, what is found in them is found once a detection, and nothing is drawn. */
public final class QuickReports {
    private final Path exports;
    private final Period period;

    /** What hangs on the settings of detection, of the latest profile. */
    private Profile latest;

    private SessionData data;
    private Instruments instruments;
    private PracticeSummary summary;
    private ExpectedByChance chance;
    private final List<ConversationItem> items = new ArrayList<>();

    public QuickReports(Path exports, Period period) {
        this.exports = exports;
        this.period = period;
    }

    /** The shared files of the report by a profile, in a folder. */
    public void write(Path yaml, Path folder, boolean pdf) throws Exception {
        Profile profile = Profiles.read(yaml);
        find(profile);
        ReportInput input = new ReportInput(
                period,
                data.intake(),
                instruments,
                summary,
                chance,
                profile.report(),
                Optional.empty(),
                ShownBefore.NONE,
                "mendline",
                SettingsTold.of(
                        Configuration.of(profile, data.intake().scoreCounts().keySet())),
                1);
        MonthlyReport.Parts parts = MonthlyReport.of(input, items);
        WithoutPictures.write(parts.report(), folder, pdf);
        CsvFiles.write(parts.monthly(), folder.resolve("monthly.csv"));
        CsvFiles.write(parts.serviceOutcomes(), folder.resolve("service_outcomes.csv"));
    }

    private void find(Profile profile) throws Exception {
        if (latest != null
                && latest.detection().equals(profile.detection())
                && latest.measures().equals(profile.measures())) {
            return;
        }
        latest = profile;
        data = SessionExports.read(List.of(exports), profile, OptionalInt.empty(), Progress.SILENT);
        CourseSource courses = ReportRun.source(data);
        instruments = ReportRun.instruments(data, courses, profile, Progress.SILENT);
        items.clear();
        summary = Analysis.summarise(
                courses,
                instruments,
                findings -> ConversationItems.of(findings, instruments, instruments.asOf())
                        .ifPresent(items::add),
                Progress.SILENT);
        chance = Analysis.chance(courses, instruments, Progress.SILENT);
    }
}
