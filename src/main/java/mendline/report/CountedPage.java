package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import mendline.aggregate.Exclusion;
import mendline.aggregate.Metric;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Attendance;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.ProblemCode;
import mendline.model.RowAccount;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;

/** Page 3, who is counted: from rows read to courses whose outcome counts, with a reason for everything left out. */
final class CountedPage {
    private static final Period ALL = Period.everything();

    private final ReportInput in;
    private final Ledger ledger;
    private final Windows windows;
    private final boolean dated;

    private CountedPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.windows = in.windows();
        this.dated = windows.year().dated();
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new CountedPage(in, ledger.of("counted")).page();
    }

    /**
     * Where every course went; the parts add up to {@code all}.
     *
     * @param open still open on the as-of day; 0 without dates
     * @param unseen without an attended session
     * @param elsewhere ended before or after the months of the report
     * @param ended ended in these months (without dates: every course with an attended session)
     */
    private record Flow(long all, long open, long unseen, long elsewhere, long ended, long counted) {
        static Flow of(PracticeSummary summary, Period year, OptionalInt asOf) {
            long all = summary.count(Topic.COURSES, "all", ALL);
            long everEnded = ended(summary, ALL);
            long ended = ended(summary, year);
            long caseload = year.dated() && asOf.isPresent()
                    ? summary.count(
                            Topic.NUMERATOR, Metric.CASELOAD_OPEN.key(), Period.month(Months.ofDay(asOf.getAsInt())))
                    : 0;
            long open = Math.min(caseload, Math.max(0, all - everEnded));
            long unseen = Math.max(0, all - everEnded - open);
            return new Flow(all, open, unseen, everEnded - ended, ended, summary.count(Topic.COURSES, "counted", year));
        }

        private static long ended(PracticeSummary summary, Period period) {
            long sum = summary.count(Topic.COURSES, "counted", period);
            for (Exclusion exclusion : Exclusion.values()) {
                sum += summary.count(Topic.COURSES, exclusion.key(), period);
            }
            return sum;
        }
    }

    private Page page() {
        Flow flow = Flow.of(in.summary(), windows.year(), in.intake().asOf());
        parts(flow);
        List<Block> blocks = new ArrayList<>();
        Texts texts = courseTexts(flow);
        blocks.add(new Block.Paragraph("From courses to outcomes.", courseSentences(flow, texts)));
        if (flow.all() > 0) {
            blocks.add(new Block.Chart(figure(flow), "Each bar is a part of the one above it."));
        }
        blocks.add(new Block.Paragraph("From rows to sessions.", rowSentences() + sessionSentence()));
        blocks.add(new Block.SideBySide(
                58, List.of(courseTable(flow, texts)), List.of(rowTable(), new Block.Note(rule()))));
        return new Page("counted", 3, "Who is counted", title(flow), subtitle(), blocks);
    }

    private void parts(Flow flow) {
        ledger.parts(flow.all(), List.of(flow.open(), flow.unseen(), flow.elsewhere(), flow.ended()));
        List<Long> ended = new ArrayList<>(List.of(flow.counted()));
        for (Exclusion exclusion : Exclusion.values()) {
            ended.add(in.summary().count(Topic.COURSES, exclusion.key(), windows.year()));
        }
        ledger.parts(flow.ended(), ended);
        RowAccount rows = in.intake().rows();
        List<Long> read = new ArrayList<>(rows.setAside().values());
        read.addAll(List.of(rows.duplicate(), rows.used()));
        ledger.parts(rows.read(), read);
        List<Long> fates = new ArrayList<>();
        for (Attendance attendance : Attendance.values()) {
            fates.add(in.summary().count(Topic.ATTENDANCE, attendance.key(), ALL));
        }
        ledger.parts(fates.stream().mapToLong(Long::longValue).sum(), fates);
    }

    private String title(Flow flow) {
        if (flow.ended() == 0) {
            return dated
                    ? "No course ended " + YearWords.during(windows)
                    : "No course with an attended session was found";
        }
        String of = ledger.said(flow.counted()) + " of " + ledger.some(flow.ended(), "course", "courses");
        return of + (dated ? " that ended " : " ") + (ledger.one(flow.counted()) ? "is counted" : "are counted");
    }

    private String subtitle() {
        return dated
                ? "Rows: all that were read. Courses: ended " + YearWords.during(windows) + " ("
                        + Written.period(windows.year()) + ")"
                : "Rows and courses, all of the data; the data carry no dates";
    }

    /** The counts of the flow as written, each of them once. */
    private record Texts(String all, String open, String unseen, String elsewhere, String ended) {}

    private Texts courseTexts(Flow flow) {
        return new Texts(
                ledger.count(new Entry("courses_all", "Courses in the data", ALL), flow.all(), "courses"),
                ledger.count(new Entry("courses_open", "Courses still open", ALL), flow.open(), "courses"),
                ledger.count(
                        new Entry("courses_unseen", "Courses without an attended session", ALL),
                        flow.unseen(),
                        "courses"),
                ledger.count(
                        new Entry("courses_elsewhere", "Courses that ended before or after these months", ALL),
                        flow.elsewhere(),
                        "courses"),
                ledger.count(
                        new Entry("courses_ended", dated ? "Courses that ended" : "Courses looked at", windows.year()),
                        flow.ended(),
                        "courses"));
    }

    private String courseSentences(Flow flow, Texts texts) {
        StringBuilder text =
                new StringBuilder("The data hold " + texts.all() + plural(flow.all(), " course", " courses") + ".");
        List<String> apart = new ArrayList<>();
        if (flow.open() > 0) {
            apart.add(texts.open() + (ledger.one(flow.open()) ? " is" : " are") + " still open");
        }
        if (flow.unseen() > 0) {
            apart.add(texts.unseen() + (ledger.one(flow.unseen()) ? " has" : " have") + " no attended session");
        }
        if (flow.elsewhere() > 0) {
            apart.add(texts.elsewhere() + " ended before or after these months");
        }
        if (!apart.isEmpty()) {
            text.append(' ').append(Written.sentence(Written.list(apart))).append('.');
        }
        Ratio counted = new Ratio(flow.counted(), flow.ended());
        String share = ledger.share(
                new Entry("courses_counted", "Courses counted among the outcomes", windows.year()), counted);
        if (flow.ended() == 0) {
            text.append(dated ? " None ended " + YearWords.during(windows) + "." : "");
            text.append(" So there are no outcomes to count yet.");
        } else {
            text.append(
                    dated
                            ? " Of those that ended " + YearWords.during(windows) + ", "
                            : apart.isEmpty() ? " Of these, " : " Of the rest, ");
            text.append(share)
                    .append(ledger.one(flow.counted()) ? " has" : " have")
                    .append(" what an outcome needs.");
        }
        return text.toString();
    }

    private Figure figure(Flow flow) {
        List<String> names = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        step("In the data", flow.all(), names, counts);
        step("With an attended session", flow.all() - flow.unseen(), names, counts);
        if (dated) {
            step("Ended", flow.elsewhere() + flow.ended(), names, counts);
            step("Ended in these months", flow.ended(), names, counts);
        }
        step("Counted", flow.counted(), names, counts);
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            points.add(Point.category(names.get(i), i, counts.get(i), counts.get(i)));
            said.add(names.get(i).toLowerCase(Locale.ROOT) + " " + ledger.said(counts.get(i)));
        }
        return new Figure(
                "courses-counted",
                Figure.Layout.HORIZONTAL_BARS,
                "From every course to the courses that are counted",
                "Number of courses, " + Written.period(windows.year()),
                "Bars of the number of courses left at each step: " + Written.list(said) + ".",
                Axis.places("", Axis.Scale.CATEGORIES, names),
                Axis.fromZero("courses", Axis.Scale.WHOLE_NUMBER),
                List.of(new Series("courses", Mark.BAR, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                30 + 17 * names.size());
    }

    private static void step(String name, long count, List<String> names, List<Long> counts) {
        names.add(name);
        counts.add(count);
    }

    private Block courseTable(Flow flow, Texts texts) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Courses in the data", texts.all()));
        if (dated) {
            rows.add(row("less: still open" + onAsOf(), texts.open()));
        }
        rows.add(row("less: no attended session", texts.unseen()));
        if (dated) {
            rows.add(row("less: ended before or after these months", texts.elsewhere()));
        }
        rows.add(row(dated ? "Ended " + YearWords.during(windows) : "Courses looked at", texts.ended()));
        for (Exclusion exclusion : Exclusion.values()) {
            long count = in.summary().count(Topic.COURSES, exclusion.key(), windows.year());
            if (count > 0) {
                String text = ledger.count(
                        new Entry("excluded_" + exclusion.key(), exclusion.words(), windows.year()), count, "courses");
                rows.add(row("less: " + small(exclusion.words()), text));
            }
        }
        rows.add(row("Counted among the outcomes", ledger.said(flow.counted())));
        return new Block.Table("Where every course went", List.of(words("Courses", 80), numbers("n", 20)), rows);
    }

    private String onAsOf() {
        OptionalInt asOf = in.intake().asOf();
        return asOf.isPresent() ? " on " + Written.day(asOf.getAsInt()) : "";
    }

    private String rowSentences() {
        RowAccount rows = in.intake().rows();
        String read = ledger.count(new Entry("rows_read", "Rows read", ALL), rows.read(), "rows");
        String used = ledger.count(new Entry("rows_used", "Rows used", ALL), rows.used(), "rows");
        String copies =
                ledger.count(new Entry("rows_duplicate", "Rows that repeat another", ALL), rows.duplicate(), "rows");
        String aside = ledger.count(new Entry("rows_set_aside", "Rows set aside", ALL), rows.setAsideTotal(), "rows");
        return read + plural(rows.read(), " row was", " rows were") + " read. "
                + (rows.duplicate() == 0
                        ? "None repeats another"
                        : copies
                                + plural(
                                        rows.duplicate(),
                                        " repeats another and counts only once",
                                        " repeat others and count only once"))
                + ", "
                + (rows.setAsideTotal() == 0
                        ? "none was set aside"
                        : aside + plural(rows.setAsideTotal(), " was", " were") + " set aside for a reason")
                + ", and " + used + plural(rows.used(), " was", " were") + " used"
                + (rows.setAsideTotal() == 0 ? "." : "; the page on data quality says what the reasons mean.");
    }

    private Block rowTable() {
        RowAccount rows = in.intake().rows();
        List<Row> lines = new ArrayList<>();
        lines.add(row("Rows read", ledger.said(rows.read())));
        lines.add(row("less: repeat another row", ledger.said(rows.duplicate())));
        for (Map.Entry<ProblemCode, Long> aside : rows.setAside().entrySet()) {
            if (aside.getValue() > 0) {
                String name = Written.words(aside.getKey().key());
                String text = ledger.count(
                        new Entry("rows_" + aside.getKey().key(), "Rows set aside: " + name, ALL),
                        aside.getValue(),
                        "rows");
                lines.add(row("less: " + name, text));
            }
        }
        lines.add(row("Rows used", ledger.said(rows.used())));
        return new Block.Table("Where every row went", List.of(words("Rows", 72), numbers("n", 28)), lines);
    }

    private String sessionSentence() {
        List<String> parts = new ArrayList<>();
        List<String> fates = new ArrayList<>();
        long sum = 0;
        for (Attendance attendance : Attendance.values()) {
            long count = in.summary().count(Topic.ATTENDANCE, attendance.key(), ALL);
            sum += count;
            String name = Written.words(attendance.key());
            String text = ledger.count(
                    new Entry("sessions_" + attendance.key(), "Sessions: " + name, ALL), count, "sessions");
            if (count > 0) {
                fates.add(fate(attendance));
                parts.add(text + " " + fate(attendance));
            }
        }
        String all = ledger.count(new Entry("sessions_all", "Sessions in all", ALL), sum, "sessions");
        return sum == 0
                ? ""
                : " The rows used make " + all + plural(sum, " appointment", " appointments")
                        + (parts.size() == 1 ? ", all " + fates.get(0) : ": " + Written.list(parts)) + ".";
    }

    private static String fate(Attendance attendance) {
        return switch (attendance) {
            case ATTENDED -> "attended";
            case DID_NOT_ATTEND -> "not attended";
            case LATE_NOT_SEEN -> "too late to be seen";
            case CANCELLED_BY_CLIENT -> "cancelled by the client";
            case CANCELLED_BY_SERVICE -> "cancelled by the service";
        };
    }

    private String rule() {
        if (in.instruments().primary().isEmpty()) {
            return "No outcome measure was found in the data, so no course can have an outcome. Everything else is "
                    + "still counted.";
        }
        String name = in.instruments().primary().get().measure().name();
        String order = " Where several reasons hold, a course stands under the first of them.";
        return dated
                ? "A course is counted among the outcomes when it has ended after at least two attended treatment "
                        + "sessions, was not already running when the data begin, and has a first and a last score of "
                        + "the " + name
                        + "."
                        + order
                : "Without dates it is not known when a course ended, so every course with an attended session is "
                        + "looked at; it is counted when it has a first and a last score of the " + name + "." + order;
    }

    private String plural(long count, String one, String many) {
        return ledger.one(count) ? one : many;
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
