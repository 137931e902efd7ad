package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mendline.aggregate.Metric;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Attendance;
import mendline.model.EndKind;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Histogram;
import mendline.stats.Interval;

/** Page 9, activity and endings: how much was done, how courses began and ended, and who left before a last score. */
final class ActivityPage {
    /** Lowest number of attended sessions of each bar of the dose chart. */
    private static final int[] DOSES = {1, 2, 3, 6, 10, 15, 20};

    private static final List<EndKind> KINDS =
            List.of(EndKind.PLANNED, EndKind.UNPLANNED, EndKind.SILENT, EndKind.REFERRED_ON);

    private final ReportInput in;
    private final Ledger ledger;
    private final Windows windows;
    private final Period year;
    private final PracticeSummary summary;

    private ActivityPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.windows = in.windows();
        this.year = windows.year();
        this.summary = in.summary();
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new ActivityPage(in, ledger.of("activity")).page();
    }

    private Page page() {
        List<Block> blocks = new ArrayList<>();
        String attended = ledger.count(
                new Entry("sessions_attended", "Sessions attended", year),
                numerator(Metric.SESSIONS_ATTENDED),
                "sessions");
        Optional<String> open = open();
        blocks.add(new Block.Paragraph("Sessions.", sessions(attended)));
        if (year.dated()) {
            blocks.add(new Block.Paragraph("Starts and waits.", starts(open)));
        } else {
            blocks.add(new Block.Note("The data carry no dates: nothing here is by month, and starts, waits and open "
                    + "courses are not known."));
        }
        blocks.add(new Block.Paragraph("Missed and returned.", missed()));
        monthCharts(blocks);
        List<Block> left = endings(blocks);
        List<Block> right = dose(blocks);
        if (left.isEmpty() || right.isEmpty()) {
            blocks.addAll(left);
            blocks.addAll(right);
        } else {
            blocks.add(new Block.SideBySide(52, left, right));
        }
        return new Page(
                "activity",
                9,
                "Activity and endings",
                title(attended, open),
                Written.sentence(Written.period(year)),
                blocks);
    }

    private String title(String attended, Optional<String> open) {
        String sessions = attended
                + (ledger.one(numerator(Metric.SESSIONS_ATTENDED))
                        ? " session was attended"
                        : " sessions were attended");
        if (open.isPresent()) {
            return sessions + "; " + open.get() + (ledger.one(openCount()) ? " course was" : " courses were")
                    + " open at the end of " + Written.month(year.lastMonth());
        }
        return sessions;
    }

    // Sentences.

    private long numerator(Metric metric) {
        return summary.count(Topic.NUMERATOR, metric.key(), year);
    }

    private long openCount() {
        return summary.count(Topic.NUMERATOR, Metric.CASELOAD_OPEN.key(), Period.month(year.lastMonth()));
    }

    private Optional<String> open() {
        return year.dated()
                ? Optional.of(ledger.count(
                        new Entry("courses_open", "Open courses at month end", Period.month(year.lastMonth())),
                        openCount(),
                        "courses"))
                : Optional.empty();
    }

    private String sessions(String attended) {
        long n = numerator(Metric.SESSIONS_ATTENDED);
        String text = attended + (ledger.one(n) ? " session was" : " sessions were") + " attended "
                + YearWords.during(windows);
        if (year.dated() && windows.period().kind() == Period.Kind.MONTH && Windows.length(year) > 1) {
            long month = summary.count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), windows.period());
            text += ", "
                    + ledger.count(
                            new Entry("sessions_attended_month", "Sessions attended", windows.period()),
                            month,
                            "sessions")
                    + " of them in " + Written.month(windows.period().lastMonth());
        }
        if (!attendanceKnown()) {
            return text + ". The export has no attendance column, so every appointment in it is taken as attended.";
        }
        return text + ". Clients cancelled " + attendance(Attendance.CANCELLED_BY_CLIENT) + " and the service "
                + attendance(Attendance.CANCELLED_BY_SERVICE) + ".";
    }

    private boolean attendanceKnown() {
        return in.intake().columnsFound().contains("attendance");
    }

    private String attendance(Attendance attendance) {
        String name = Written.words(attendance.key());
        return ledger.count(
                new Entry(attendance.key(), "Sessions " + name, year),
                summary.count(Topic.ATTENDANCE, attendance.key(), year),
                "sessions");
    }

    private String starts(Optional<String> open) {
        long started = numerator(Metric.COURSES_STARTED);
        String text = ledger.count(new Entry("courses_started", "Courses started", year), started, "courses")
                + (ledger.one(started) ? " course" : " courses") + " started " + YearWords.during(windows) + "; "
                + open.orElseThrow() + (ledger.one(openCount()) ? " was" : " were") + " open at the end of "
                + Written.month(year.lastMonth()) + ". ";
        Histogram waits = summary.histogram(Topic.WAIT_DAYS, "", year);
        Entry entry = new Entry("wait_days", "Days from referral to first session, median and quartiles", year);
        if (waits.total() == 0) {
            ledger.notMeasured(entry, "days");
            return text + "Waits are not known: no start has a referral date.";
        }
        String from = ledger.some(waits.total(), "start", "starts") + " with a referral date";
        if (waits.total() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            ledger.tooFew(entry, waits.total(), "days");
            return text + "Only " + from + (ledger.one(waits.total()) ? " is" : " are")
                    + " there: too few for a typical wait.";
        }
        double lower = waits.quantile(0.25).orElseThrow();
        double upper = waits.quantile(0.75).orElseThrow();
        double median = waits.median().orElseThrow();
        ledger.estimate(entry, waits.total(), median, Optional.of(new Interval(lower, upper)), "days");
        return text + "Half of the " + from + " waited " + whole(median)
                + " days or less for the first session; the middle half waited " + whole(lower) + " to " + whole(upper)
                + " days.";
    }

    private String missed() {
        Ratio missed = summary.ratio(Metric.MISSED_SHARE, year);
        if (!attendanceKnown()) {
            ledger.notMeasured(new Entry("missed", "Sessions missed without being cancelled", year), "share");
            return "Not known: the export does not say which appointments were missed.";
        }
        if (missed.denominator() == 0) {
            ledger.notMeasured(new Entry("missed", "Sessions missed without being cancelled", year), "share");
            return "There is no appointment that could have been missed.";
        }
        String text = "Missed without being cancelled: "
                + ledger.share(new Entry("missed", "Sessions missed without being cancelled", year), missed)
                + " appointments that the service kept.";
        Ratio returned = summary.ratio(Metric.RETURNED_AFTER_MISSED, year);
        int days = in.instruments().settings().returnDays();
        Entry entry = new Entry("returned", "Attended again after a missed session", year);
        String share = ledger.share(entry, returned);
        if (missed.numerator() == 0) {
            return text;
        }
        return returned.denominator() == 0
                ? text + " Whether clients came again is not known yet."
                : text + " After a missed session, clients attended again within " + days + " days in " + share
                        + " cases. A missed session is something to talk about together.";
    }

    // By month.

    private void monthCharts(List<Block> blocks) {
        if (!MonthCharts.possible(windows)) {
            return;
        }
        List<Point> sessions =
                MonthCharts.counts(year, year.firstMonth(), month -> ofMonth(Metric.SESSIONS_ATTENDED, month));
        List<Block> charts = new ArrayList<>();
        if (any(sessions)) {
            charts.add(new Block.Chart(
                    MonthCharts.lines(
                            "sessions-by-month",
                            "Sessions attended by month",
                            "Sessions",
                            "Sessions attended by month: " + MonthCharts.course(sessions, year) + ".",
                            windows,
                            List.of(new Series("sessions attended", Mark.LINE_DOTS, Tone.MAIN, false, sessions)),
                            in.settings().notes()),
                    notesReading()));
        }
        int whole = windows.firstMonth() + 2;
        List<Point> started = MonthCharts.counts(year, whole, month -> ofMonth(Metric.COURSES_STARTED, month));
        List<Point> ended = MonthCharts.counts(year, whole, month -> ofMonth(Metric.COURSES_ENDED, month));
        if (any(started) || any(ended)) {
            charts.add(new Block.Chart(
                    MonthCharts.lines(
                            "starts-and-endings",
                            "Courses that started and ended by month",
                            "Courses",
                            "Courses started by month: " + MonthCharts.course(started, year) + ". Courses ended: "
                                    + MonthCharts.course(ended, year) + ".",
                            windows,
                            List.of(
                                    new Series("started", Mark.LINE_DOTS, Tone.MAIN, true, started),
                                    new Series("ended", Mark.LINE_DOTS, Tone.SECOND, true, ended)),
                            in.settings().notes()),
                    year.firstMonth() < whole
                            ? "The first two months of the data are left out: courses already running then would look "
                                    + "like starts."
                            : ""));
        }
        if (charts.size() == 2) {
            blocks.add(new Block.SideBySide(50, List.of(charts.get(0)), List.of(charts.get(1))));
        } else {
            blocks.addAll(charts);
        }
    }

    private String notesReading() {
        List<String> notes = new ArrayList<>();
        for (Map.Entry<Integer, String> note : in.settings().notes().entrySet()) {
            if (year.contains(note.getKey())) {
                notes.add(note.getValue() + " (" + Written.month(note.getKey()) + ")");
            }
        }
        return notes.isEmpty() ? "" : "What the practice noted: " + Written.list(notes) + ".";
    }

    private long ofMonth(Metric metric, int month) {
        return summary.count(Topic.NUMERATOR, metric.key(), Period.month(month));
    }

    private static boolean any(List<Point> points) {
        return points.stream().anyMatch(point -> point.y().orElse(0) > 0);
    }

    // Endings.

    /** Adds the sentences; gives the table. */
    private List<Block> endings(List<Block> blocks) {
        long ended = numerator(Metric.COURSES_ENDED);
        String all = ledger.count(new Entry("courses_ended", "Courses ended", year), ended, "courses");
        if (ended == 0) {
            blocks.add(new Block.Paragraph(
                    "Endings.",
                    year.dated()
                            ? "No course ended " + YearWords.during(windows) + "."
                            : "The data name no ending of a course."));
            return List.of();
        }
        Ratio unplanned = summary.ratio(Metric.UNPLANNED_ENDINGS_SHARE, year);
        String share =
                ledger.share(new Entry("unplanned", "Courses that ended unplanned or silently", year), unplanned);
        Ratio scored = summary.ratio(Metric.OUTCOME_COMPLETION, year);
        String completion = ledger.share(new Entry("completion", "Ended with a first and a last score", year), scored);
        String text = all + (ledger.one(ended) ? " course" : " courses") + " ended " + YearWords.during(windows)
                + ". Ended before planned, or without a word: " + share + ". ";
        text += scored.denominator() == 0
                ? "None of them had two treatment sessions, so none is asked for a last score."
                : "A first and a last score are there for " + completion
                        + (ledger.one(scored.denominator()) ? " course" : " courses")
                        + (year.dated()
                                ? " that had two treatment sessions or more."
                                : " with two treatment sessions or more.");
        blocks.add(new Block.Paragraph("Endings.", text));
        ledger.parts(
                ended,
                KINDS.stream()
                        .map(kind -> summary.count(Topic.END_KIND, kind.key(), year))
                        .toList());
        ledger.parts(
                scored.denominator() - scored.numerator(),
                KINDS.stream()
                        .map(kind -> summary.count(Topic.ENDED_WITHOUT_LAST_SCORE, kind.key(), year))
                        .toList());
        List<Row> rows = new ArrayList<>();
        for (EndKind kind : KINDS) {
            long n = summary.count(Topic.END_KIND, kind.key(), year);
            long without = summary.count(Topic.ENDED_WITHOUT_LAST_SCORE, kind.key(), year);
            Entry entry = new Entry(
                    "ended_" + kind.key(), "Courses ended: " + named(kind).toLowerCase(Locale.ROOT), year, kind.key());
            Entry entryWithout = new Entry(
                    "without_last_score_" + kind.key(),
                    "Of these, two treatment sessions or more and no last score",
                    year,
                    kind.key());
            rows.add(row(
                    named(kind),
                    ledger.count(entry, n, "courses"),
                    n == 0
                            ? ledger.notMeasured(entryWithout, "courses")
                            : ledger.count(entryWithout, without, "courses")));
        }
        return List.of(new Block.Table(
                "How courses ended, and who left without a last score",
                List.of(
                        words("Kind of ending", 44),
                        numbers("Courses", 20),
                        numbers("Of these, two treatment sessions or more but no last score", 36)),
                rows));
    }

    private static String named(EndKind kind) {
        return switch (kind) {
            case PLANNED -> "Planned";
            case UNPLANNED -> "Unplanned, as the export says";
            case SILENT -> "Silent: no further session came";
            case REFERRED_ON -> "Referred on";
        };
    }

    /** Adds the sentence; gives the chart. */
    private List<Block> dose(List<Block> blocks) {
        Histogram doses = summary.histogram(Topic.DOSE, "", year);
        Entry entry = new Entry("dose", "Attended sessions of courses that ended, median and quartiles", year);
        if (doses.total() == 0) {
            ledger.notMeasured(entry, "sessions");
            return List.of();
        }
        String courses = ledger.some(doses.total(), "course", "courses");
        if (doses.total() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            ledger.tooFew(entry, doses.total(), "sessions");
            blocks.add(new Block.Paragraph("Length.", "Only " + courses + " ended: too few for a typical length."));
        } else {
            double lower = doses.quantile(0.25).orElseThrow();
            double upper = doses.quantile(0.75).orElseThrow();
            double median = doses.median().orElseThrow();
            ledger.estimate(entry, doses.total(), median, Optional.of(new Interval(lower, upper)), "sessions");
            blocks.add(new Block.Paragraph(
                    "Length.",
                    "Half of the " + courses + " that ended had " + whole(median)
                            + " attended sessions or fewer; the middle half had " + whole(lower) + " to " + whole(upper)
                            + "."));
        }
        return List.of(new Block.Chart(doseFigure(doses), ""));
    }

    private Figure doseFigure(Histogram doses) {
        List<String> names = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Long> bars = new ArrayList<>();
        for (int i = 0; i < DOSES.length; i++) {
            int from = DOSES[i];
            int to = i + 1 < DOSES.length ? DOSES[i + 1] : Integer.MAX_VALUE;
            String name = i + 1 == DOSES.length ? from + "+" : to - from == 1 ? "" + from : from + "–" + (to - 1);
            long n = doses.counts().subMap(from, to).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            names.add(name);
            points.add(Point.category(name, i, n, n));
            bars.add(n);
            said.add(name + (name.equals("1") ? " session: " : " sessions: ") + ledger.said(n));
        }
        ledger.parts(doses.total(), bars);
        return new Figure(
                "dose",
                Figure.Layout.XY,
                "How many sessions courses had when they ended",
                "Courses by attended sessions, " + Written.period(year) + ", n = " + ledger.said(doses.total()),
                "Courses that ended, by attended sessions. " + String.join("; ", said) + ".",
                Axis.places("attended sessions", Axis.Scale.CATEGORIES, names),
                Axis.fromZero("courses", Axis.Scale.WHOLE_NUMBER),
                List.of(new Series("courses", Mark.BAR, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                130);
    }

    /** A median or quartile of whole numbers: whole, or with a half. */
    private static String whole(double value) {
        return value == Math.rint(value) ? Written.count((long) value) : Written.decimal(value, 1);
    }
}
