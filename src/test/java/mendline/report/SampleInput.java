package mendline.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import mendline.aggregate.CurveRow;
import mendline.aggregate.DrawnRows;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Fact;
import mendline.aggregate.LandmarkRow;
import mendline.aggregate.Metric;
import mendline.aggregate.ModelRow;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Strip;
import mendline.aggregate.Topic;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.detect.LandmarkVariant;
import mendline.detect.ResponseReference;
import mendline.measure.Constant;
import mendline.measure.Cutoff;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Yardstick;
import mendline.model.ChartKind;
import mendline.model.CurveSettings;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.LimitsSettings;
import mendline.model.MeasureKind;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.ProblemCode;
import mendline.model.Rebase;
import mendline.model.ReportSettings;
import mendline.model.RowAccount;
import mendline.model.SmallMonths;
import mendline.model.SuppressionScheme;
import mendline.model.Timeline;
import mendline.model.TotalsAndItems;
import mendline.stats.Exit;
import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;

/** What a report is made of, put together fact by fact for a test. */
final class SampleInput {
    static final int SEPTEMBER = Months.of(YearMonth.of(2026, 9));

    private final TreeMap<Fact, Long> counts = new TreeMap<>();
    private final TreeMap<Fact, Moments> moments = new TreeMap<>();
    private final TreeMap<Fact, Histogram> histograms = new TreeMap<>();
    private final TreeMap<ProblemCode, Long> setAside = new TreeMap<>();
    private final TreeMap<Integer, String> notes = new TreeMap<>();
    private final List<InputFile> files = new ArrayList<>();
    private final List<String> ignoredColumns = new ArrayList<>();
    private Timeline timeline = Timeline.DATES;
    private Period period = Period.month(SEPTEMBER);
    private Optional<Yardstick> primary = Optional.of(phq9(Direction.LOWER));
    private Optional<ResponseReference> expected = Optional.empty();
    private Optional<Measure> alliance = Optional.of(srs());
    private OptionalDouble allianceScale = OptionalDouble.of(2.4137);
    private ExpectedByChance chance = ExpectedByChance.NONE;
    private long used = 1000;
    private long duplicate;
    private List<String> columnsFound = List.of("attendance", "client_id");
    private final TreeMap<ProblemCode, Long> lookedAt = new TreeMap<>();
    private final TreeMap<String, TotalsAndItems> totals = new TreeMap<>();
    private final TreeMap<Fact, SurvivalTally> survivals = new TreeMap<>();
    private final List<CurveRow> curveRows = new ArrayList<>();
    private CurveSettings curves = CurveSettings.DEFAULT;
    private final List<Strip> strips = new ArrayList<>();
    private final TreeMap<LandmarkVariant, List<LandmarkRow>> landmarkRows = new TreeMap<>();
    private final TreeMap<String, Double> targets = new TreeMap<>();
    private final List<Rebase> rebases = new ArrayList<>();
    private OptionalInt baselineTo = OptionalInt.empty();
    private boolean screening = true;
    private int runLength = 7;
    private SmallMonths smallMonths = SmallMonths.KEEP;
    private ChartKind chart = ChartKind.XMR;
    private final TreeMap<String, ChartKind> charts = new TreeMap<>();
    private SuppressionScheme suppression = SuppressionScheme.NONE;
    private boolean models;
    private final List<ModelRow> modelRows = new ArrayList<>();
    private Optional<PreviousFigures> previous = Optional.empty();
    private boolean caseMix;
    private ShownBefore before = ShownBefore.NONE;
    private LocalDate first = LocalDate.of(2024, 10, 1);
    private LocalDate asOf = LocalDate.of(2026, 9, 30);

    static Yardstick phq9(Direction better) {
        Measure measure = new Measure(
                "phq9",
                "Patient Health Questionnaire-9",
                9,
                0,
                2700,
                100,
                better,
                MeasureKind.OUTCOME,
                Optional.of(new Constant(10, true, "Kroenke and others 2001")),
                Optional.of(new ReliableChangeRule.Points(new Constant(6, false, "commonly used"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "Kroenke and others 2001",
                true,
                "");
        return new Yardstick(
                measure,
                OptionalDouble.of(6),
                true,
                OptionalDouble.of(6),
                Optional.of(new Cutoff(10, true, better)),
                OptionalDouble.of(5.5));
    }

    static Measure srs() {
        return new Measure(
                "srs",
                "Session Rating Scale",
                4,
                0,
                4000,
                10,
                Direction.HIGHER,
                MeasureKind.ALLIANCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "Miller and Duncan 2000",
                false,
                "");
    }

    static SampleInput dated() {
        return new SampleInput();
    }

    static SampleInput undated() {
        SampleInput sample = new SampleInput();
        sample.timeline = Timeline.SESSION_NUMBERS;
        sample.period = Period.undated();
        return sample;
    }

    SampleInput over(Period other) {
        period = other;
        return this;
    }

    /** The month in which undated or dated facts of this sample happen. */
    int month() {
        return timeline.dated() ? SEPTEMBER : Months.UNDATED;
    }

    SampleInput count(Topic topic, String category, long n) {
        return count(topic, category, month(), n);
    }

    SampleInput count(Topic topic, String category, int month, long n) {
        counts.merge(new Fact(topic, category, month), n, Math::addExact);
        return this;
    }

    SampleInput ratio(Metric metric, long numerator, long denominator) {
        count(Topic.NUMERATOR, metric.key(), numerator);
        return count(Topic.DENOMINATOR, metric.key(), denominator);
    }

    SampleInput moments(Topic topic, String category, long... values) {
        moments.merge(new Fact(topic, category, month()), Moments.of(values), Moments::plus);
        return this;
    }

    SampleInput histogram(Topic topic, String category, int value, long times) {
        return histogram(topic, category, month(), value, times);
    }

    SampleInput rows(long usedRows, long duplicates) {
        used = usedRows;
        duplicate = duplicates;
        return this;
    }

    SampleInput setAside(ProblemCode code, long n) {
        setAside.put(code, n);
        return this;
    }

    SampleInput file(String name, long rows) {
        files.add(new InputFile(name, 10 * rows, "0123456789abcdef".repeat(4), rows));
        return this;
    }

    SampleInput ignored(String column) {
        ignoredColumns.add(column);
        return this;
    }

    SampleInput note(int month, String text) {
        notes.put(month, text);
        return this;
    }

    SampleInput expected(ResponseReference reference) {
        expected = Optional.of(reference);
        return this;
    }

    SampleInput primary(Optional<Yardstick> other) {
        primary = other;
        return this;
    }

    SampleInput alliance(Optional<Measure> other) {
        alliance = other;
        return this;
    }

    SampleInput noAttendanceColumn() {
        columnsFound = List.of("client_id");
        return this;
    }

    SampleInput noScale() {
        allianceScale = OptionalDouble.empty();
        return this;
    }

    SampleInput curves(CurveSettings other) {
        curves = other;
        return this;
    }

    SampleInput survival(Topic topic, String category, SurvivalTally tally) {
        survivals.merge(new Fact(topic, category, month()), tally, SurvivalTally::plus);
        return this;
    }

    SampleInput chance(ExpectedByChance other) {
        chance = other;
        return this;
    }

    /** First day of the data and the as-of day. */
    SampleInput data(String firstDay, String lastDay) {
        first = LocalDate.parse(firstDay);
        asOf = LocalDate.parse(lastDay);
        return this;
    }

    SampleInput ratio(Metric metric, int month, long numerator, long denominator) {
        count(Topic.NUMERATOR, metric.key(), month, numerator);
        return count(Topic.DENOMINATOR, metric.key(), month, denominator);
    }

    SampleInput histogram(Topic topic, String category, int month, int value, long times) {
        TreeMap<Integer, Long> one = new TreeMap<>();
        one.put(value, times);
        histograms.merge(new Fact(topic, category, month), new Histogram(one), Histogram::plus);
        return this;
    }

    /** Every dip is another client's. */
    SampleInput survival(Topic topic, SurvivalTally tally) {
        if (topic == Topic.REPAIR) {
            tally.exits().forEach((time, exits) -> {
                people(topic, time, Exit.EVENT, exits.events());
                people(topic, time, Exit.CENSORED, exits.censored());
                people(topic, time, Exit.COMPETING, exits.competing());
            });
        }
        survivals.merge(new Fact(topic, "", month()), tally, SurvivalTally::plus);
        return this;
    }

    SampleInput strip(String onset, String end, EpisodeStatus status) {
        int first = (int) LocalDate.parse(onset).toEpochDay();
        strips.add(new Strip(first, first, (int) LocalDate.parse(end).toEpochDay(), status));
        return this;
    }

    SampleInput landmarkRow(LandmarkRow row) {
        return landmarkRow(LandmarkVariant.MAIN, row);
    }

    SampleInput landmarkRow(LandmarkVariant variant, LandmarkRow row) {
        landmarkRows.computeIfAbsent(variant, key -> new ArrayList<>()).add(row);
        return this;
    }

    SampleInput modelRow(ModelRow row) {
        modelRows.add(row);
        return this;
    }

    SampleInput models() {
        models = true;
        return this;
    }

    SampleInput target(Metric metric, double share) {
        targets.put(metric.key(), share);
        return this;
    }

    SampleInput rebase(int month) {
        rebases.add(new Rebase(month, "new intake team"));
        return this;
    }

    SampleInput baselineTo(int month) {
        baselineTo = OptionalInt.of(month);
        return this;
    }

    SampleInput screening(boolean on) {
        screening = on;
        return this;
    }

    SampleInput runLength(int months) {
        runLength = months;
        return this;
    }

    SampleInput smallMonths(SmallMonths count) {
        smallMonths = count;
        return this;
    }

    SampleInput chart(ChartKind kind) {
        chart = kind;
        return this;
    }

    SampleInput chart(Metric metric, ChartKind kind) {
        charts.put(metric.key(), kind);
        return this;
    }

    SampleInput suppression(SuppressionScheme scheme) {
        suppression = scheme;
        return this;
    }

    SampleInput previous(PreviousFigures figures) {
        previous = Optional.of(figures);
        return this;
    }

    /** Columns that were found, by our names for them. */
    SampleInput columns(String... names) {
        columnsFound = List.of(names);
        return this;
    }

    /** How often a kind of problem could have been met. */
    SampleInput lookedAt(ProblemCode code, long chances) {
        lookedAt.put(code, chances);
        return this;
    }

    /** How the totals of a column of scores agree with its items. */
    SampleInput totals(String column, long answered, long compared, long differing) {
        totals.put(column, new TotalsAndItems(answered, compared, differing));
        lookedAt(
                ProblemCode.TOTAL_DIFFERS,
                totals.values().stream().mapToLong(TotalsAndItems::compared).sum());
        return this;
    }

    ReportInput input() {
        long aside = setAside.values().stream().mapToLong(Long::longValue).sum();
        OptionalInt asOfDay = timeline.dated() ? OptionalInt.of((int) asOf.toEpochDay()) : OptionalInt.empty();
        OptionalInt firstDay = timeline.dated() ? OptionalInt.of((int) first.toEpochDay()) : OptionalInt.empty();
        TreeMap<ProblemCode, Long> problems = new TreeMap<>(setAside);
        Intake intake = new Intake(
                files,
                new RowAccount(used + duplicate + aside, used, duplicate, setAside),
                problems,
                List.of(),
                timeline,
                asOfDay,
                firstDay,
                new TreeMap<>(),
                ignoredColumns,
                columnsFound,
                lookedAt,
                totals);
        Instruments instruments = new Instruments(
                primary,
                alliance,
                primary.map(List::of).orElse(List.of()),
                alliance.isPresent() ? allianceScale : OptionalDouble.empty(),
                false,
                OptionalDouble.of(1.9),
                OptionalDouble.of(0.21),
                OptionalDouble.of(3.2),
                OptionalDouble.of(0.34),
                asOfDay,
                DetectionSettings.DEFAULT.with(curves),
                expected);
        ReportSettings settings = new ReportSettings(
                "Riverside Counselling",
                10,
                List.of(),
                targets,
                false,
                new LimitsSettings(baselineTo, rebases, screening, runLength, smallMonths, chart, charts),
                notes,
                caseMix,
                models,
                suppression);
        TreeMap<LandmarkVariant, DrawnRows<LandmarkRow>> landmarks = new TreeMap<>();
        landmarkRows.forEach(
                (variant, rows) -> landmarks.put(variant, new DrawnRows<>(PracticeSummary.LANDMARK_ROWS_KEPT, rows)));
        PracticeSummary summary = new PracticeSummary(
                counts,
                moments,
                histograms,
                survivals,
                strips,
                landmarks,
                new DrawnRows<>(PracticeSummary.MODEL_ROWS_KEPT, modelRows),
                new DrawnRows<>(PracticeSummary.CURVE_ROWS_KEPT, curveRows));
        return new ReportInput(
                period,
                intake,
                instruments,
                summary,
                chance,
                settings,
                previous,
                before,
                "mendline 0.1.0",
                List.of(new Setting("course", "gap days: 90; left truncation: on")),
                42);
    }

    SampleInput caseMix() {
        caseMix = true;
        return this;
    }

    private void people(Topic topic, int time, Exit exit, long n) {
        for (long i = 0; i < n; i++) {
            curveRows.add(new CurveRow(curveRows.size(), topic, month(), time, exit));
        }
    }

    SampleInput before(ShownBefore.Count... counts) {
        before = ShownBefore.of(List.of(counts));
        return this;
    }

    /** So many values around a centre, for moments that vary. */
    static long[] around(long centre, long spread, int n) {
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = centre + (i % 2 == 0 ? spread : -spread);
        }
        return values;
    }

    static OptionalLong figure(Ledger ledger, String id) {
        return ledger.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + id))
                .n();
    }
}
