package mendline.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.ChartKind;
import mendline.model.CourseSettings;
import mendline.model.CurveSettings;
import mendline.model.DetectionSettings;
import mendline.model.EpisodeRules;
import mendline.model.LimitsSettings;
import mendline.model.MeasureKind;
import mendline.model.Months;
import mendline.model.Rebase;
import mendline.model.ReportSettings;
import mendline.model.SuppressionScheme;
import mendline.model.Vocabulary;

/** Reads profiles: every key is known or refused with its line, every value is checked before anything else is done. */
public final class Profiles {
    /** No profile: the contract's own names, the library's measures, the defaults. */
    public static final Profile DEFAULT = defaults(MeasureLibrary.read());

    private static final int LARGEST_FILE = 1 << 20;
    private static final int LAST_PAGE = 12;

    private static final String[] REPORT = {
        "minimum_n", "pages", "targets", "therapist_in_files", "notes", "suppression", "curves"
    };
    /** Shares for which more (or less) is better; nothing about setbacks, ruptures or dips may have a target. */
    private static final List<String> TARGETS = List.of(
            "missed_share",
            "returned_after_missed",
            "unplanned_endings_share",
            "recovery",
            "reliable_recovery",
            "reliable_improvement",
            "reliable_deterioration",
            "outcome_completion",
            "alliance_completion");

    /** The metrics of {@code monthly.csv} by what they are made of: which chart suits them. */
    static final List<String> SHARES = List.of(
            "missed_share",
            "returned_after_missed",
            "unplanned_endings_share",
            "bounced_back_share",
            "dips_repaired_share",
            "recovery",
            "reliable_recovery",
            "reliable_improvement",
            "reliable_deterioration",
            "outcome_completion",
            "alliance_completion");

    static final List<String> RATES = List.of(
            "setbacks_per_100",
            "setbacks_recorded_per_100",
            "dips_per_100",
            "ruptures_client_per_100",
            "ruptures_therapist_per_100",
            "ruptures_observer_per_100");
    static final List<String> COUNTS = List.of("sessions_attended", "courses_started", "courses_ended");
    static final List<String> OTHER_METRICS = List.of("caseload_open", "wait_days_median");

    private Profiles() {}

    private static Profile defaults(SortedMap<String, Measure> measures) {
        return new Profile(
                Dialect.DEFAULT,
                FileRoles.SESSIONS_ONLY,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(Profile.USUAL_MISSING),
                new TreeMap<>(),
                new TreeSet<>(List.of("*")),
                measures,
                Optional.empty(),
                Optional.empty(),
                CourseSettings.DEFAULT,
                DetectionSettings.DEFAULT,
                ReportSettings.DEFAULT);
    }

    /** Reads a profile from a file, or the one of that name that comes with the program where there is no such file. */
    public static Profile read(Path file) throws ProfileProblem {
        if (!Files.exists(file)) {
            Optional<String> ready = ReadyProfiles.text(file.toString());
            if (ready.isPresent()) {
                return of(file.toString(), ready.get());
            }
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ProfileProblem("The profile " + file + " is larger than 1 MB; is it really a profile?");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return of(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new ProfileProblem("The profile " + file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new ProfileProblem(
                    Files.exists(file)
                            ? "The profile " + file + " cannot be read."
                            : "There is no profile " + file + ".");
        }
    }

    /** Reads a profile from text; the name is for messages. */
    static Profile of(String name, String text) throws ProfileProblem {
        Optional<Yaml> top = Yaml.read(name, text);
        return top.isEmpty() ? DEFAULT : profile(top.get());
    }

    private static Profile profile(Yaml top) throws ProfileProblem {
        Map<String, Yaml> entries = top.entries(
                "name",
                "csv",
                "files",
                "columns",
                "values",
                "missing",
                "suppressed",
                "measures",
                "primary_outcome",
                "alliance",
                "outcome",
                "course",
                "detection",
                "limits",
                "report");
        SortedMap<String, Measure> measures = entries.containsKey("measures")
                ? MeasureYaml.read(entries.get("measures"), DEFAULT.measures())
                : DEFAULT.measures();
        SortedSet<String> missing = new TreeSet<>(Profile.USUAL_MISSING);
        SortedMap<String, SortedSet<String>> missingByColumn = new TreeMap<>();
        if (entries.containsKey("missing")) {
            missing(entries.get("missing"), measures, missing, missingByColumn);
        }
        Dialect dialect = entries.containsKey("csv") ? dialect(entries.get("csv"), Dialect.DEFAULT) : Dialect.DEFAULT;
        return new Profile(
                dialect,
                entries.containsKey("files") ? files(entries.get("files"), dialect, measures) : FileRoles.SESSIONS_ONLY,
                entries.containsKey("columns") ? columns(entries.get("columns"), measures) : new TreeMap<>(),
                entries.containsKey("values") ? values(entries.get("values"), measures) : new TreeMap<>(),
                missing,
                missingByColumn,
                entries.containsKey("suppressed")
                        ? new TreeSet<>(entries.get("suppressed").texts())
                        : DEFAULT.suppressed(),
                measures,
                measure(entries, "primary_outcome", MeasureKind.OUTCOME, measures),
                measure(entries, "alliance", MeasureKind.ALLIANCE, measures),
                entries.containsKey("course") ? course(entries.get("course")) : CourseSettings.DEFAULT,
                detection(entries, measures),
                report(entries));
    }

    private static Dialect dialect(Yaml csv, Dialect usual) throws ProfileProblem {
        Map<String, Yaml> entries =
                csv.entries("delimiter", "charset", "decimal", "date_order", "compact_dates", "header_rows");
        char delimiter = usual.delimiter();
        if (entries.containsKey("delimiter")) {
            String text = entries.get("delimiter").text();
            text = text.equals("tab") || text.equals("\\t") ? "\t" : text;
            if (text.length() != 1 || "\"\n\r".contains(text) || Character.isLetterOrDigit(text.charAt(0))) {
                throw entries.get("delimiter").problem("should be one character such as \",\" or \";\", or tab");
            }
            delimiter = text.charAt(0);
        }
        Optional<Charset> charset = usual.charset();
        if (entries.containsKey("charset")) {
            charset = Optional.empty();
            String text = entries.get("charset").text().toLowerCase(Locale.ROOT);
            if (text.equals("windows-1252")) {
                charset = Optional.of(Charset.forName("windows-1252"));
            } else if (!text.equals("utf-8")) {
                throw entries.get("charset").problem("should be utf-8 or windows-1252, was \"" + text + "\"");
            }
        }
        char decimal = usual.decimal();
        if (entries.containsKey("decimal")) {
            String text = entries.get("decimal").text();
            if (!text.equals(".") && !text.equals(",")) {
                throw entries.get("decimal").problem("should be \".\" or \",\"");
            }
            decimal = text.charAt(0);
        }
        int headerRows =
                entries.containsKey("header_rows") ? entries.get("header_rows").whole(1, 3) : usual.headerRows();
        boolean compact = entries.containsKey("compact_dates")
                ? entries.get("compact_dates").flag()
                : usual.compactDates();
        DateOrder order =
                entries.containsKey("date_order") ? entries.get("date_order").word(DateOrder.class) : usual.dateOrder();
        return new Dialect(delimiter, charset, decimal, order, compact, headerRows);
    }

    private static FileRoles files(Yaml yaml, Dialect dialect, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        Map<String, Yaml> roles = yaml.entries("sessions", "scores");
        Optional<String> sessions = Optional.empty();
        if (roles.containsKey("sessions")) {
            sessions = Optional.of(
                    match(roles.get("sessions"), roles.get("sessions").entries("match")));
        }
        Optional<FileRoles.ScoreFiles> scores = Optional.empty();
        if (roles.containsKey("scores")) {
            scores = Optional.of(scoreFiles(roles.get("scores"), dialect, measures));
        }
        return new FileRoles(sessions, scores);
    }

    private static String match(Yaml role, Map<String, Yaml> entries) throws ProfileProblem {
        if (!entries.containsKey("match")) {
            throw role.problem("needs match, such as {match: \"" + role.key() + "*.csv\"}");
        }
        String match = entries.get("match").filledText();
        if (match.indexOf('/') >= 0 || match.indexOf('\\') >= 0) {
            throw entries.get("match").problem("is compared with the name of a file and cannot have a folder in it");
        }
        return match;
    }

    private static FileRoles.ScoreFiles scoreFiles(Yaml yaml, Dialect dialect, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        Map<String, Yaml> entries = yaml.entries("match", "csv", "columns", "measure", "measures");
        SortedMap<String, String> columns = new TreeMap<>();
        if (entries.containsKey("columns")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("columns").entries().entrySet()) {
                Optional<ScoreColumn> column = ScoreColumn.named(entry.getKey());
                if (column.isEmpty()) {
                    throw entry.getValue().unknown("column of a file of scores", entry.getKey(), ScoreColumn.keys());
                }
                if (columns.put(column.get().key(), entry.getValue().filledText()) != null) {
                    throw entry.getValue()
                            .problem("names the column " + column.get().key() + " a second time");
                }
            }
        }
        SortedMap<String, String> words = new TreeMap<>();
        if (entries.containsKey("measures")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("measures").entries().entrySet()) {
                words.put(entry.getKey(), scoreColumn(entry.getValue(), measures));
            }
        }
        Optional<String> measure = Optional.empty();
        if (entries.containsKey("measure")) {
            measure = Optional.of(scoreColumn(entries.get("measure"), measures));
            if (columns.containsKey(ScoreColumn.MEASURE.key()) || !words.isEmpty()) {
                throw entries.get("measure")
                        .problem(
                                "says that all rows hold one measure, so measures and columns: measure cannot stand beside it");
            }
        }
        return new FileRoles.ScoreFiles(
                match(yaml, entries),
                entries.containsKey("csv") ? dialect(entries.get("csv"), dialect) : dialect,
                columns,
                measure,
                words);
    }

    private static String scoreColumn(Yaml at, SortedMap<String, Measure> measures) throws ProfileProblem {
        String name = at.filledText();
        Optional<ScoreKey> key = ScoreKey.named(name, measures);
        if (key.isEmpty()) {
            throw at.unknown("measure", name, measures.keySet());
        }
        return key.get().column();
    }

    /** The contract's spelling of a column, whether fixed, of a measure or of a group. */
    private static String column(Yaml at, String name, SortedMap<String, Measure> measures) throws ProfileProblem {
        Optional<Column> column = Column.named(name);
        if (column.isPresent()) {
            return column.get().key();
        }
        Optional<ScoreKey> score = ScoreKey.named(name, measures);
        if (score.isPresent()) {
            return score.get().column();
        }
        Optional<String> group = Header.group(name);
        if (group.isPresent()) {
            return group.get();
        }
        List<String> valid = new ArrayList<>();
        for (Column each : Column.values()) {
            valid.add(each.key());
        }
        valid.addAll(measures.keySet());
        throw at.unknown("column or measure", name, valid);
    }

    private static SortedMap<String, String> columns(Yaml yaml, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        SortedMap<String, String> columns = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String column = column(entry.getValue(), entry.getKey(), measures);
            if (columns.put(column, entry.getValue().filledText()) != null) {
                throw entry.getValue().problem("names the column " + column + " a second time");
            }
        }
        return columns;
    }

    private static SortedMap<String, SortedMap<String, String>> values(Yaml yaml, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        SortedMap<String, SortedMap<String, String>> values = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String name = column(entry.getValue(), entry.getKey(), measures);
            Optional<Column> column = Column.named(name);
            if (column.isPresent()
                    && !column.get().holdsWords()
                    && column.get() != Column.SITE
                    && column.get() != Column.THERAPIST_ID) {
                throw entry.getValue().problem("is not a column whose words can be translated");
            }
            SortedMap<String, String> words = new TreeMap<>();
            for (Map.Entry<String, Yaml> word : entry.getValue().entries().entrySet()) {
                String meaning = word.getValue().filledText();
                if (column.isPresent()
                        && column.get().holdsWords()
                        && column.get().ordinal(meaning) < 0) {
                    List<String> valid = new ArrayList<>();
                    for (Vocabulary each : column.get().words()) {
                        valid.add(each.key());
                    }
                    throw word.getValue().unknown("word", meaning, valid);
                }
                words.put(word.getKey(), meaning);
            }
            values.put(name, words);
        }
        return values;
    }

    private static void missing(
            Yaml yaml,
            SortedMap<String, Measure> measures,
            SortedSet<String> all,
            SortedMap<String, SortedSet<String>> byColumn)
            throws ProfileProblem {
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            if (entry.getKey().equals("default")) {
                all.addAll(entry.getValue().texts());
            } else {
                byColumn.put(
                        column(entry.getValue(), entry.getKey(), measures),
                        new TreeSet<>(entry.getValue().texts()));
            }
        }
    }

    private static Optional<String> measure(
            Map<String, Yaml> entries, String key, MeasureKind kind, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        if (!entries.containsKey(key)) {
            return Optional.empty();
        }
        Yaml value = entries.get(key);
        String text = value.text();
        String folded = Vocabulary.folded(text);
        if (!measures.containsKey(folded)) {
            throw value.unknown("measure", text, measures.keySet());
        }
        if (measures.get(folded).kind() != kind) {
            throw value.problem("should be a measure of kind " + kind.key() + ", but " + folded + " is of kind "
                    + measures.get(folded).kind().key());
        }
        return Optional.of(folded);
    }

    private static CourseSettings course(Yaml yaml) throws ProfileProblem {
        Map<String, Yaml> entries = yaml.entries("gap_days", "left_truncation");
        return new CourseSettings(
                entries.containsKey("gap_days")
                        ? entries.get("gap_days").whole(1, 3_650)
                        : CourseSettings.DEFAULT.gapDays(),
                entries.containsKey("left_truncation")
                        ? entries.get("left_truncation").flag()
                        : CourseSettings.DEFAULT.leftTruncation());
    }

    private static DetectionSettings detection(Map<String, Yaml> entries, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        DetectionSettings usual = DetectionSettings.DEFAULT;
        double dipK = usual.dipK();
        int dipWindow = usual.dipWindow();
        int setbackWindow = usual.setbackWindow();
        EpisodeRules rules = usual.rules();
        SortedMap<String, Double> scales = new TreeMap<>();
        if (entries.containsKey("detection")) {
            Map<String, Yaml> parts = entries.get("detection").entries("dip", "setback", "check_ins", "sudden");
            if (parts.containsKey("dip")) {
                Map<String, Yaml> dip = parts.get("dip").entries("detector", "k", "window", "scale");
                rules = EpisodeRulesYaml.dips(dip, rules);
                dipK = dip.containsKey("k")
                        ? dip.get("k").number("between 0.5 and 10", n -> n >= 0.5 && n <= 10)
                        : dipK;
                dipWindow = dip.containsKey("window") ? dip.get("window").whole(1, 100) : dipWindow;
                if (dip.containsKey("scale")) {
                    scales.putAll(scales(dip.get("scale"), measures));
                }
            }
            if (parts.containsKey("setback")) {
                Map<String, Yaml> setback = parts.get("setback").entries("rule", "window", "also");
                setbackWindow =
                        setback.containsKey("window") ? setback.get("window").whole(1, 100) : setbackWindow;
                rules = EpisodeRulesYaml.setback(setback, rules);
            }
            if (parts.containsKey("check_ins")) {
                rules = rules.withCheckIns(parts.get("check_ins").flag());
            }
            if (parts.containsKey("sudden")) {
                rules = rules.withGains(EpisodeRulesYaml.gains(parts.get("sudden")));
            }
        }
        OptionalInt first = OptionalInt.empty();
        OptionalInt last = OptionalInt.empty();
        if (entries.containsKey("outcome")) {
            Yaml outcome = entries.get("outcome");
            Map<String, Yaml> parts = outcome.entries("first", "last");
            if (parts.size() != 2) {
                throw outcome.problem("needs both first and last, such as {first: 1, last: 4}");
            }
            first = OptionalInt.of(parts.get("first").whole(1, 10_000));
            last = OptionalInt.of(parts.get("last").whole(1, 10_000));
            if (first.getAsInt() >= last.getAsInt()) {
                throw outcome.problem("needs a first session before the last one");
            }
        }
        return new DetectionSettings(
                dipK,
                dipWindow,
                scales,
                setbackWindow,
                usual.returnDays(),
                usual.landmark(),
                first,
                last,
                rules,
                curves(entries));
    }

    /** Stands under report, where a reader looks for it, and says what is counted of each course. */
    private static CurveSettings curves(Map<String, Yaml> entries) throws ProfileProblem {
        if (!entries.containsKey("report")) {
            return CurveSettings.DEFAULT;
        }
        Map<String, Yaml> report = entries.get("report").entries(REPORT);
        return report.containsKey("curves") ? CurvesYaml.curves(report.get("curves")) : CurveSettings.DEFAULT;
    }

    private static SortedMap<String, Double> scales(Yaml yaml, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        SortedMap<String, Double> scales = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String key = Vocabulary.folded(entry.getKey());
            if (!measures.containsKey(key)) {
                throw entry.getValue().unknown("measure", entry.getKey(), measures.keySet());
            }
            scales.put(key, entry.getValue().number("a number of points above 0", n -> n > 0));
        }
        return scales;
    }

    private static ReportSettings report(Map<String, Yaml> entries) throws ProfileProblem {
        ReportSettings usual = ReportSettings.DEFAULT;
        String practice = entries.containsKey("name") ? entries.get("name").filledText() : usual.practice();
        LimitsSettings limits = entries.containsKey("limits") ? limits(entries.get("limits")) : usual.limits();
        SuppressionScheme suppression = usual.suppression();
        int minimumN = usual.minimumN();
        List<Integer> pages = new ArrayList<>();
        SortedMap<String, Double> targets = new TreeMap<>();
        SortedMap<Integer, String> notes = new TreeMap<>();
        boolean therapists = usual.therapistInFiles();
        if (entries.containsKey("report")) {
            Map<String, Yaml> report = entries.get("report").entries(REPORT);
            suppression = report.containsKey("suppression")
                    ? report.get("suppression").word(SuppressionScheme.class)
                    : suppression;
            minimumN = report.containsKey("minimum_n") ? report.get("minimum_n").whole(5, 1_000_000) : minimumN;
            therapists = report.containsKey("therapist_in_files")
                    ? report.get("therapist_in_files").flag()
                    : therapists;
            if (report.containsKey("pages")) {
                SortedSet<Integer> sorted = new TreeSet<>();
                for (Yaml page : report.get("pages").list()) {
                    sorted.add(page.whole(1, LAST_PAGE));
                }
                pages.addAll(sorted);
            }
            if (report.containsKey("targets")) {
                targets = targets(report.get("targets"));
            }
            if (report.containsKey("notes")) {
                for (Map.Entry<String, Yaml> note :
                        report.get("notes").entries().entrySet()) {
                    notes.put(
                            month(note.getValue(), note.getKey()),
                            note.getValue().filledText());
                }
            }
        }
        return new ReportSettings(practice, minimumN, pages, targets, therapists, limits, notes, suppression);
    }

    private static LimitsSettings limits(Yaml yaml) throws ProfileProblem {
        LimitsSettings usual = LimitsSettings.DEFAULT;
        Map<String, Yaml> limits = yaml.entries("baseline_to", "rebase", "screening", "run_length", "chart", "charts");
        OptionalInt baselineTo = limits.containsKey("baseline_to")
                ? OptionalInt.of(month(
                        limits.get("baseline_to"), limits.get("baseline_to").text()))
                : usual.baselineTo();
        SortedMap<String, ChartKind> charts = new TreeMap<>();
        if (limits.containsKey("charts")) {
            for (Map.Entry<String, Yaml> chart : limits.get("charts").entries().entrySet()) {
                charts.put(chart.getKey(), chart(chart.getKey(), chart.getValue()));
            }
        }
        return new LimitsSettings(
                baselineTo,
                limits.containsKey("rebase") ? rebases(limits.get("rebase")) : usual.rebases(),
                limits.containsKey("screening") ? limits.get("screening").flag() : usual.screening(),
                limits.containsKey("run_length") ? limits.get("run_length").whole(6, 7) : usual.runLength(),
                limits.containsKey("chart") ? limits.get("chart").word(ChartKind.class) : usual.chart(),
                charts);
    }

    /** The chart of one metric, which must be of a kind that suits it. */
    private static ChartKind chart(String metric, Yaml value) throws ProfileProblem {
        List<String> metrics = new ArrayList<>(SHARES);
        metrics.addAll(RATES);
        metrics.addAll(COUNTS);
        metrics.addAll(OTHER_METRICS);
        if (!metrics.contains(metric)) {
            throw value.unknown("metric", metric, metrics);
        }
        ChartKind kind = value.word(ChartKind.class);
        boolean fits = switch (kind) {
            case XMR, RUN -> true;
            case P, P_PRIME -> SHARES.contains(metric);
            case U, U_PRIME -> RATES.contains(metric);
            case C -> COUNTS.contains(metric);
        };
        if (!fits) {
            throw value.problem("cannot be " + kind.key() + ", which is for "
                    + (kind == ChartKind.C
                            ? "counts of events"
                            : kind.key().startsWith("p") ? "shares" : "rates per 100")
                    + "; xmr and run fit every figure");
        }
        return kind;
    }

    private static List<Rebase> rebases(Yaml yaml) throws ProfileProblem {
        SortedMap<Integer, Rebase> rebases = new TreeMap<>();
        for (Yaml item : yaml.list()) {
            Map<String, Yaml> parts = item.entries("from", "reason");
            if (parts.size() != 2) {
                throw item.problem("needs both from and reason, such as {from: 2026-03, reason: new intake team}");
            }
            int from = month(parts.get("from"), parts.get("from").text());
            if (rebases.put(from, new Rebase(from, parts.get("reason").filledText())) != null) {
                throw item.problem("begins in the same month as another one");
            }
        }
        return new ArrayList<>(rebases.values());
    }

    private static SortedMap<String, Double> targets(Yaml yaml) throws ProfileProblem {
        SortedMap<String, Double> targets = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String metric = entry.getKey();
            if (metric.contains("setback")
                    || metric.contains("bounce")
                    || metric.contains("dip")
                    || metric.contains("rupture")
                    || metric.contains("repair")) {
                throw entry.getValue()
                        .problem(
                                "cannot be: setbacks, ruptures, dips and what follows them have no targets, since a target "
                                        + "would teach people not to record them");
            }
            if (!TARGETS.contains(metric)) {
                throw entry.getValue().unknown("metric that can have a target", metric, TARGETS);
            }
            targets.put(metric, entry.getValue().number("a share between 0 and 1", n -> n >= 0 && n <= 1));
        }
        return targets;
    }

    private static int month(Yaml at, String text) throws ProfileProblem {
        try {
            return Months.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            throw at.problem("should be a month such as 2026-03, was \"" + text + "\"");
        }
    }
}
