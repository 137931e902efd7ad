package mendline.report;

import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.aggregate.Metric;
import mendline.detect.Instruments;
import mendline.measure.ChangeMethod;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Yardstick;
import mendline.model.ChartKind;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.Direction;
import mendline.model.InputFile;
import mendline.model.LimitsSettings;
import mendline.model.Period;
import mendline.model.Rebase;
import mendline.model.Scores;
import mendline.model.SmallMonths;
import mendline.model.SuppressionScheme;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;

/** Page 12, how we worked it out: definitions with this run's settings, sources, and what the report is not for. */
final class MethodPage {
    private static final Period ALL = Period.everything();
    private static final int FILES_LISTED = 40;
    private static final int HASH_SHOWN = 12;

    private final ReportInput in;
    private final Ledger ledger;
    private final Ledger counted;
    private final Instruments instruments;
    private final DetectionSettings settings;

    private MethodPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.counted = ledger;
        this.ledger = ledger.settings();
        this.instruments = in.instruments();
        this.settings = instruments.settings();
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new MethodPage(in, ledger.of("method")).page();
    }

    private Page page() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Box("What this report is not for", notFor()));
        blocks.add(definitions());
        blocks.add(new Block.Heading("The numbers behind it"));
        measures(blocks);
        scale(blocks);
        blocks.addAll(RuleTable.of(in, counted));
        blocks.add(new Block.Heading("What noise alone would give"));
        blocks.add(new Block.Paragraph("", noise()));
        blocks.add(new Block.Heading("How numbers are shown"));
        blocks.add(new Block.Bullets(shown()));
        blocks.add(new Block.Heading("Words"));
        blocks.add(new Block.Paragraph("", wordsUsed()));
        unverified(blocks);
        blocks.add(new Block.Heading("Sources"));
        blocks.add(new Block.Bullets(sources()));
        run(blocks);
        return new Page(
                "method",
                12,
                "How we worked it out",
                "Every figure can be worked out again from the same files",
                "Definitions, settings, sources and versions of this report",
                blocks);
    }

    private static List<String> notFor() {
        return List.of(
                "It is not an alerting system: it looks back over months, and nobody watches it between two reports. "
                        + "Concern about a client's safety belongs in the practice's own procedure, at once.",
                "It does not judge a therapist or a client and puts nobody in order. A therapist who invites honest "
                        + "low scores will show more dips.",
                "It shows what went together, not what led to what: there is no comparison group.");
    }

    // Definitions.

    private Block definitions() {
        List<Row> rows = new ArrayList<>();
        String step = instruments.primary().flatMap(MethodPage::stepText).orElse("the measure's reliable change");
        String k =
                ledger.number(new Entry("dip_k", "Dip threshold in units of the scale", ALL), settings.dipK(), 1, "");
        boolean chart = settings.rules().dips() == DipDetector.B;
        String window = ledger.count(
                new Entry("dip_window", "Scores in which a repair is looked for", ALL), settings.dipWindow(), "scores");
        String setbackWindow = ledger.count(
                new Entry("setback_window", "Scores within which half-way back counts", ALL),
                settings.setbackWindow(),
                "scores");
        String returnDays = ledger.count(
                new Entry("return_days", "Days within which a return counts", ALL), settings.returnDays(), "days");
        String landmark = ledger.count(
                new Entry("landmark", "Session at which groups are fixed", ALL), settings.landmark(), "sessions");
        rows.add(row(
                "Course",
                "One course of therapy of one client, by the export's course id, or else by gaps between sessions. It "
                        + "starts with the first attended session. It ends as the export says, or silently when no "
                        + "attended session followed for the gap set for courses. A course that may have been running "
                        + "when the data begin is not counted among starts and outcomes."));
        rows.add(row(
                "First and last score",
                settings.fixedAssessments()
                        ? "The scores of sessions "
                                + settings.firstAssessment().getAsInt() + " and "
                                + settings.lastAssessment().getAsInt() + ", as fixed in the profile."
                        : "The first and the last valid score at attended assessment or treatment sessions; follow-up "
                                + "scores stand apart."));
        rows.add(row(
                "Setback in scores",
                Written.sentence(SetbackWords.rule(settings.rules().setback(), step)) + ". "
                        + SetbackWords.clock(settings.rules().setback())
                        + ". Recorded setbacks are counted apart; a planned experiment is never one."));
        rows.add(row(
                "Half-way back",
                "The first later score that regains at least half of the ground lost since the best score. In monthly "
                        + "figures: within "
                        + setbackWindow
                        + " scores. While a course runs, a setback that has not come back is open; one that ended too "
                        + "soon to tell is shown as such and never counted as staying down."));
        ExpectedCourseBlock.definition(in).ifPresent(words -> rows.add(row("Expected course", words)));
        rows.add(row(
                "Spike",
                "A single score at least " + step
                        + " worse than one of the three before it, and as much better again within the next four."));
        rows.add(row(
                "Sudden gain or loss",
                "Between two neighbouring sessions: a change of at least " + step
                        + ", at least a quarter of the score before, and clear of the ups and downs of the three "
                        + "sessions on either side (Tang and DeRubeis). It is reversed when a later score gives back "
                        + "half of it."));
        rows.add(row(
                "Alliance dip",
                chart
                        ? "A score of the " + RaterWords.who(in)
                                + "'s below the lower limit of the course's own control chart (mean minus 2.66 moving ranges "
                                + "of the first eight scores), or the second of two in three beyond two thirds of the "
                                + "way to it, after a fall from inside. Trial limits from six or seven scores; none "
                                + "below six. A possible strain, found by arithmetic."
                        : "A fall in the " + RaterWords.who(in)
                                + "'s alliance scores, over one or several sessions, of at least " + k
                                + " times the usual difference between two neighbouring scores (the scale below, or the "
                                + "course's own if that is larger, up to one and a half times the scale). A possible "
                                + "strain, found by arithmetic."));
        rows.add(row(
                "Dip repaired",
                "Within " + window
                        + " scores after the lowest one, a score that is back "
                        + (chart
                                ? "above two thirds of the way to the lower limit. "
                                : "within half the threshold of the level before, and at least half-way. ")
                        + "Partly repaired: half-way only. Too few later scores: open "
                        + "while the course runs, otherwise ended before it was known."));
        rows.add(row(
                "Rupture",
                "Only what a client, a therapist or an observer wrote down; the three are never added up. Resolved "
                        + "means rated "
                        + RuptureStreams.resolved(settings.rules().ruptures()) + "."));
        rows.add(row(
                "Return",
                "After a missed session: attended again within " + returnDays
                        + " days. After a recorded setback or rupture: the next appointment " + "was attended."));
        rows.add(row(
                "Outcome",
                outcomeWords()
                        + " Service rates follow the rules of NHS Talking Therapies where both of its measures are "
                        + "there, else the main measure alone; they always go by points."));
        rows.add(row(
                "Groups at a landmark",
                "At attended session " + landmark
                        + " each course is in one group by its dips so far; what is measured comes after it. So "
                        + "nobody has to stay longer to count as repaired."));
        rows.add(row("Usual range by month", usualRange()));
        return new Block.Table(
                "What the words mean here",
                List.of(words("Word", 20), words("Definition, with the settings of this run", 80)),
                rows);
    }

    private String outcomeWords() {
        Optional<Yardstick> primary = instruments.primary();
        return primary.isEmpty() || OutcomeWords.tellsRecovery(primary.get())
                ? "Recovered: clinical at the start, not at the end, and reliably better. Improved: reliably better "
                        + "otherwise. Deteriorated: reliably worse. Reliable means more than measurement error ("
                        + primary.flatMap(yardstick -> yardstick.measure().reliableChange())
                                .map(ReliableChangeRule::method)
                                .filter(method -> method != ChangeMethod.JACOBSON_TRUAX)
                                .map(ChangeMethod::words)
                                .orElse("Jacobson and Truax 1991")
                        + ")."
                : OutcomeWords.reading(primary.get());
    }

    /** How usual ranges were worked out in this run, with the settings that are not the usual ones. */
    private String usualRange() {
        LimitsSettings limits = in.settings().limits();
        String run = limits.runLength() == 6 ? "six" : "seven";
        StringBuilder text =
                new StringBuilder("Mean of the months, plus and minus 2.66 times the mean difference between "
                        + "neighbouring months, "
                        + (limits.screening()
                                ? "differences far out of line left out once"
                                : "with all differences kept, as in the NHS spreadsheets")
                        + " (XmR chart). A point outside, " + run
                        + " in a row on one side or in one direction, or two of three "
                        + "near a limit stand out.");
        for (ChartKind kind : ChartKind.values()) {
            List<String> figures = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                if (UsualRanges.kind(limits, metric) == kind) {
                    figures.add(metric.label().toLowerCase(Locale.UK));
                }
            }
            if (kind != ChartKind.XMR && !figures.isEmpty()) {
                text.append(" By the profile, ")
                        .append(chart(kind))
                        .append(": ")
                        .append(Written.list(figures))
                        .append('.');
            }
        }
        if (limits.smallMonths() == SmallMonths.DROP) {
            text.append(" Months with fewer than ")
                    .append(SmallNumbers.FEWEST_FOR_INTERVAL)
                    .append(" behind them are drawn and not counted for the range (XmR charts).");
        }
        limits.baselineTo()
                .ifPresent(to -> text.append(" Ranges are taken from the months up to ")
                        .append(Written.month(to))
                        .append(", where these are at least twelve."));
        for (Rebase rebase : limits.rebases()) {
            text.append(" Ranges start anew in ")
                    .append(Written.month(rebase.fromMonth()))
                    .append(" (")
                    .append(rebase.reason())
                    .append(").");
        }
        return text.toString();
    }

    private static String chart(ChartKind kind) {
        return switch (kind) {
            case XMR -> "XmR chart";
            case P -> "limits three sigma of a share of the month's size (p chart)";
            case U -> "limits three sigma of a rate of the month's size (u chart)";
            case P_PRIME -> "as p chart, widened by how much months differ beyond chance (p′ chart, Laney 2002)";
            case U_PRIME -> "as u chart, widened by how much months differ beyond chance (u′ chart, Laney 2002)";
            case C -> "limits three times the square root of the mean count (c chart)";
            case T -> "no range by month; the days between them on their page, to the power 1/3.6 (t chart)";
            case RUN ->
                "no limits; a long run on one side of the median stands out, or few crossings of it (run chart, "
                        + "Anhøj and Olesen 2014)";
        };
    }

    private static Optional<String> stepText(Yardstick yardstick) {
        return yardstick.stepChange().isPresent()
                ? Optional.of(points(yardstick.stepChange().getAsDouble()) + " points")
                : Optional.empty();
    }

    private static String points(double value) {
        return Scores.text(Scores.hundredths(value)).replace('-', '\u2212');
    }

    // Measures.

    private void measures(List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        for (Yardstick yardstick : instruments.outcomes()) {
            rows.add(outcome(yardstick));
        }
        instruments
                .alliance()
                .ifPresent(alliance -> rows.add(row(
                        alliance.name() + " (" + alliance.key() + ")",
                        "alliance; " + direction(alliance),
                        Written.NOT_MEASURED,
                        Written.NOT_MEASURED,
                        alliance.source())));
        if (rows.isEmpty()) {
            blocks.add(new Block.Paragraph("", "The data hold no outcome or alliance measure."));
            return;
        }
        blocks.add(new Block.Table(
                "Measures in these data",
                List.of(
                        words("Measure", 20),
                        words("Use", 14),
                        words("Clinical", 12),
                        words("Reliable change", 16),
                        words("Source", 38)),
                rows));
    }

    private Row outcome(Yardstick yardstick) {
        Measure measure = yardstick.measure();
        boolean main = instruments
                .primary()
                .filter(primary -> primary.key().equals(measure.key()))
                .isPresent();
        return row(
                measure.name() + " (" + measure.key() + ")",
                (main ? "main outcome; " : "outcome; ") + direction(measure),
                cutoff(yardstick),
                OutcomeWords.cell(yardstick, reliableChange(yardstick)),
                source(measure));
    }

    private static String direction(Measure measure) {
        return measure.better() == Direction.LOWER ? "lower is better" : "higher is better";
    }

    private String cutoff(Yardstick yardstick) {
        if (yardstick.cutoff().isEmpty()) {
            return Written.NOT_MEASURED;
        }
        double line = yardstick.cutoff().get().points();
        ledger.estimate(entry("cutoff", yardstick, "Cut-off"), 1, line, Optional.empty(), "points");
        boolean published = yardstick.cutoff().get().published();
        if (yardstick.better() == Direction.LOWER) {
            return (published ? points(line) + " or more" : "above " + points(line)) + rule(yardstick.measure());
        }
        return "below " + points(line) + rule(yardstick.measure());
    }

    private static String rule(Measure measure) {
        return measure.cutoff() == CutoffRule.CASENESS
                ? ""
                : " (cut-off " + Written.words(measure.cutoff().name().toLowerCase(Locale.ROOT)) + ")";
    }

    private String reliableChange(Yardstick yardstick) {
        if (yardstick.reliableChange().isEmpty()) {
            return "none known";
        }
        double change = yardstick.reliableChange().getAsDouble();
        ledger.estimate(entry("reliable_change", yardstick, "Reliable change"), 1, change, Optional.empty(), "points");
        String text = (yardstick.inclusive() ? points(change) + " or more" : "more than " + points(change));
        if (yardstick.stepChange().isPresent() && yardstick.stepChange().getAsDouble() > change) {
            double step = yardstick.stepChange().getAsDouble();
            ledger.estimate(
                    entry("step_change", yardstick, "Change from session to session"),
                    1,
                    step,
                    Optional.empty(),
                    "points");
            return text + "; from session to session " + points(step);
        }
        return text;
    }

    private static String source(Measure measure) {
        List<String> sources = new ArrayList<>();
        measure.reliableChange()
                .ifPresent(rule -> sources.add("Reliable change: "
                        + rule.match(
                                points -> points.points().source(),
                                jacobson -> "worked out from reliability " + Written.decimal(jacobson.reliability(), 2)
                                        + basis(jacobson))));
        if (measure.cutoff() == CutoffRule.CASENESS) {
            measure.caseness().ifPresent(caseness -> sources.add("Clinical: " + caseness.source()));
        } else if (measure.clinicalFromSample()) {
            sources.add("Clinical: mean and SD of these data");
        }
        return sources.isEmpty() ? measure.source() : String.join(". ", sources);
    }

    private static String basis(ReliableChangeRule.JacobsonTruax jacobson) {
        String sd = jacobson.sd().isPresent()
                ? " and SD " + points(jacobson.sd().getAsDouble())
                : " and the SD of these data";
        return sd + (jacobson.source().isBlank() ? "" : " (" + jacobson.source() + ")");
    }

    private static Entry entry(String id, Yardstick yardstick, String label) {
        return new Entry(id + "_" + yardstick.key(), label, ALL, yardstick.key());
    }

    private void scale(List<Block> blocks) {
        Optional<Measure> alliance = instruments.alliance();
        if (alliance.isEmpty()) {
            return;
        }
        String name = alliance.get().name();
        if (instruments.allianceScale().isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "Scale of differences.",
                    "Dips of the " + name
                            + " were not looked for: the usual difference between two neighbouring scores needs at "
                            + "least 10 courses and 40 differences, or a value pinned in the profile."));
            return;
        }
        double scale = instruments.allianceScale().getAsDouble();
        boolean chart = settings.rules().dips() == DipDetector.B;
        String value = ledger.number(
                new Entry(
                        "dip_scale",
                        "Scale of differences of the alliance measure",
                        ALL,
                        alliance.get().key()),
                scale,
                2,
                "points");
        String threshold = chart
                ? ""
                : ledger.number(
                        new Entry(
                                "dip_threshold",
                                "Usual threshold of a dip",
                                ALL,
                                alliance.get().key()),
                        scale * settings.dipK(),
                        1,
                        "points");
        String text = "Two neighbouring scores of the " + name + " usually differ by about " + value
                + " points (as a standard deviation), "
                + (chart
                        ? "which sets the narrowest limits that a client's own chart may have. "
                        : "so a dip is usually a fall " + "of at least " + threshold + " points. ");
        text += instruments.allianceScalePinned()
                ? "The value is pinned in the profile, so that past months do not move when new data arrive."
                : "The value was worked out from these data and moves a little with every new month. After a first "
                        + "year it is best pinned in the profile: detection: {dip: {scale: "
                        + "{" + alliance.get().key() + ": " + value + "}}}";
        blocks.add(new Block.Paragraph("Scale of differences.", text));
    }

    // Noise, numbers, words.

    private String noise() {
        if (!in.chance().known()) {
            return "Nothing was simulated in this run, so observed counts stand without the counts that chance alone "
                    + "would give.";
        }
        String replications = ledger.count(
                new Entry("replications", "Simulated copies of each course", ALL),
                in.chance().independent().replications(),
                "copies");
        String text = "Scores go up and down by themselves, and a rule that looks for falls will find some. So each "
                + "course was copied "
                + replications
                + " times: a straight line through its scores plus random noise of the usual size, rounded to the "
                + "measure's steps and kept inside its range, at the same sessions. The same rules were run on the "
                + "copies. Two numbers are printed: one with noise that is new at each session, one with noise as "
                + "lasting as in these data";
        List<String> lasting = new ArrayList<>();
        if (instruments.allianceRho().isPresent()) {
            lasting.add("alliance "
                    + ledger.number(
                            new Entry("alliance_rho", "Pooled autocorrelation of the alliance noise", ALL),
                            instruments.allianceRho().getAsDouble(),
                            2,
                            ""));
        }
        if (instruments.outcomeRho().isPresent()) {
            lasting.add("outcome "
                    + ledger.number(
                            new Entry("outcome_rho", "Pooled autocorrelation of the outcome noise", ALL),
                            instruments.outcomeRho().getAsDouble(),
                            2,
                            ""));
        }
        text += lasting.isEmpty() ? ". " : " (correlation from one score to the next: " + Written.list(lasting) + "). ";
        return text
                + "The random numbers come from the course's own codes, so a second run gives the same. It is an "
                + "approximation: slow ebb is understated, since the line takes up part of it; long true falls make "
                + "the second number too large.";
    }

    private List<String> shown() {
        List<String> points = new ArrayList<>(List.of(
                "A share of fewer than " + SmallNumbers.FEWEST_FOR_INTERVAL + " is shown as counts only; from "
                        + SmallNumbers.FEWEST_FOR_INTERVAL
                        + " to " + (SmallNumbers.FEWEST_FOR_PERCENT - 1) + " as counts and interval; from "
                        + SmallNumbers.FEWEST_FOR_PERCENT
                        + " on as a percentage too.",
                "Intervals are 95 % intervals: Wilson for shares, Byar for counts, Student's t for means, Welch for "
                        + "differences of means, log–log for curves after Kaplan and Meier.",
                "0 means counted and none; – means not measured; * means withheld because too few people stand behind "
                        + "it.",
                "Every number on these pages stands in figures.csv, and the points of every chart in a CSV of the "
                        + "chart's name."));
        suppressed(in.settings().suppression()).ifPresent(points::add);
        SitesPage.whyNot(in).ifPresent(points::add);
        return points;
    }

    private static Optional<String> suppressed(SuppressionScheme scheme) {
        String tables =
                " in every sentence, table, chart and CSV file of the report. Shares, rates, intervals and usual ranges are"
                        + " worked out from the rounded counts, curves keep only steps that enough people stand behind, and pictures"
                        + " of single people or episodes are left out. Exact counts stand in internal/ and, of rows, in"
                        + " manifest.json; keep these inside the practice.";
        return switch (scheme) {
            case NONE -> Optional.empty();
            case HES ->
                Optional.of("By the profile, counts from 1 to 7 are withheld and others rounded to the nearest 5, as in"
                        + " Hospital Episode Statistics," + tables);
            case TALKING_THERAPIES ->
                Optional.of("By the profile, counts below 5 are withheld and others rounded to the nearest"
                        + " 5, as on the dashboards of NHS Talking Therapies," + tables);
        };
    }

    private static String wordsUsed() {
        return "A setback is a data point, and what followed always stands beside it. A course can deteriorate; a "
                + "client does not. A fall in alliance scores is a dip, a possible strain; only what people wrote "
                + "down is called a rupture. A course ends as planned, unplanned or silently; a session is missed. "
                + "What is open stays open. The report uses no words of blame and puts people in no order. Colours "
                + "are those of NHS Making Data Count: blue for an improvement, orange for something worth a look, "
                + "purple for something unusual that is neither; a shape always says the same as the colour.";
    }

    private void unverified(List<Block> blocks) {
        List<String> lines = UnverifiedConstants.in(instruments);
        blocks.add(new Block.Heading("Numbers used that are not yet checked against their source"));
        if (lines.isEmpty()) {
            blocks.add(new Block.Paragraph("", "None: every published number used here was looked up in its source."));
            return;
        }
        blocks.add(new Block.Bullets(lines));
        blocks.add(new Block.Note("These are commonly used and may well be right. Whoever has looked one up can set "
                + "verified: true in the profile."));
    }

    private static List<String> sources() {
        return List.of(
                "Reliable change and cut-offs: Jacobson and Truax 1991, J Consult Clin Psychol 59:12; the other "
                        + "indices and approaches as in the R package clinicalsignificance. Benchmarks: Minami and others "
                        + "2007 and 2008.",
                "Dips: the stricter of a client's own and the sample's spread, after Gumz and others 2012, BMC Med "
                        + "Res Methodol 12:10; threshold, window and repair rule are our own choices. Families of "
                        + "rules: Eubanks-Carter and others 2012.",
                "Setbacks, spikes, half-way back, shapes and landmark groups: our own conventions, built on reliable "
                        + "change; spikes after the idea of Hayes and others 2007.",
                "Sudden gains: Tang and DeRubeis 1999; how often chance gives them: Vittengl and others 2015.",
                "Repair and outcome: Eubanks, Muran and Safran 2018, Psychotherapy 55:508; Safran, Muran and "
                        + "Eubanks-Carter 2011; Larsson and others 2018; Stevens and others 2007. Alliance and "
                        + "outcome: Flückiger and others 2018.",
                "Service rates: NHS Talking Therapies, as in its published reporting code.",
                "Charts by month: NHS Making Data Count (XmR); other charts, where the profile asks for them, as in "
                        + "qicharts2. Sites side by side: funnel after Spiegelhalter 2005. Intervals: Wilson 1927, Byar "
                        + "(Breslow and Day 1987), Kaplan and Meier 1958, Welch 1947.");
    }

    // The run.

    private void run(List<Block> blocks) {
        blocks.add(new Block.Heading("This run"));
        blocks.add(new Block.Paragraph(
                "Program.",
                in.program() + ". The same files, settings and version give the same report to the last byte."));
        if (!in.configuration().isEmpty()) {
            blocks.add(new Block.Table(
                    "Settings of this run",
                    List.of(words("Setting", 26), words("Value; the codebook says what each means", 74)),
                    in.configuration().stream()
                            .map(setting -> row(setting.name(), setting.value()))
                            .toList()));
        }
        List<InputFile> files = in.intake().files();
        if (files.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (InputFile file : files.subList(0, Math.min(FILES_LISTED, files.size()))) {
            rows.add(row(
                    file.name(),
                    file.sha256()
                            .substring(0, Math.min(HASH_SHOWN, file.sha256().length()))));
        }
        if (files.size() > FILES_LISTED) {
            rows.add(row(
                    "and " + Written.some(files.size() - FILES_LISTED, "more file", "more files"), "manifest.json"));
        }
        String caption = "Files that were read, with the first twelve digits of their SHA-256";
        blocks.addAll(TextTables.halves(caption, List.of(words("File", 62), words("SHA-256", 38)), rows));
    }
}
