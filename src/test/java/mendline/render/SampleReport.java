package mendline.render;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import mendline.report.Axis;
import mendline.report.Axis.Scale;
import mendline.report.Block;
import mendline.report.Block.Cell;
import mendline.report.Block.Column;
import mendline.report.Block.Row;
import mendline.report.Figure;
import mendline.report.Figure.Annotation;
import mendline.report.Figure.Layout;
import mendline.report.Figure.UnderAxis;
import mendline.report.FigureRow;
import mendline.report.Icon;
import mendline.report.Mark;
import mendline.report.Page;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Report;
import mendline.report.Series;
import mendline.report.Tone;

/** A report with every kind of block and every layout, with believable numbers and awkward ones. */
final class SampleReport {
    static final String NASTY = "<script>alert(1)</script>";

    private SampleReport() {}

    static Report whole() {
        return of("Riverside Counselling");
    }

    static Report of(String practice) {
        List<Page> pages = List.of(
                headlines(),
                summary(),
                counted(),
                outcomes(),
                setbacks(),
                ruptures(),
                landmark(),
                shapes(),
                activity(),
                sites(),
                quality(),
                method(),
                awkward());
        return new Report(
                practice + ": monthly report, September 2026",
                practice,
                "September 2026",
                "data up to 30 September 2026",
                "Setbacks, ruptures, repairs and outcomes of September 2026.",
                "2026-09-30",
                4711,
                pages,
                numbers());
    }

    private static Page headlines() {
        return new Page(
                "headlines",
                1,
                "Headlines",
                "September 2026",
                "248 sessions with 131 clients. 23 courses ended. Data up to 30 September.",
                List.of(
                        new Block.Headline(
                                Icon.IMPROVEMENT_HIGH,
                                "More courses end with a reliable improvement.",
                                "152 of 211 in the last 12 months, against 118 of 196 in the 12 before. "
                                        + "Seven months in a row lie above the old average: this is more than noise."),
                        new Block.Headline(
                                Icon.NEUTRAL_HIGH,
                                "More setbacks were written down in September.",
                                "11 sessions, the usual range is 1 to 7. More recording is not worse "
                                        + "therapy; it may be the new after-session sheet."),
                        new Block.Headline(
                                Icon.USUAL,
                                "Most setbacks are followed by a way back.",
                                "Of 41 setbacks in the last 12 months that could be followed for six "
                                        + "scores, 29 came at least half-way back. Noise alone would give about 31 "
                                        + "to 36."),
                        new Block.Headline(
                                Icon.USUAL,
                                "After a missed session most clients return.",
                                "33 of 39 came again within four weeks. No change."),
                        new Block.Headline(
                                Icon.TOO_FEW,
                                "Ruptures and repairs are too few to judge this month.",
                                "3 possible dips, 2 already repaired, 1 still open. The year is on page 6."),
                        new Block.SideBySide(
                                50,
                                List.of(new Block.Box(
                                        "Worth talking about",
                                        List.of("Four courses have an open dip or setback and one "
                                                + "client has not returned. They are named in the "
                                                + "internal list, not here."))),
                                List.of(new Block.Box(
                                        "How far to trust it",
                                        List.of("Outcome scores were there for 19 of 23 endings, "
                                                + "alliance scores for 171 of 248 sessions. 14 rows "
                                                + "were set aside; the list says why.")))),
                        new Block.Note("A setback is a data point, not a verdict. Nothing here ranks people. This "
                                + "report is not an alerting system.")));
    }

    private static Page summary() {
        List<Column> columns = List.of(
                new Column("Figure", false, 19),
                new Column("September", false, 13),
                new Column("Last 12 months (12 before)", false, 19),
                new Column("By month, usual range shaded", false, 29),
                new Column("", false, 5),
                new Column("Note", false, 15));
        List<Row> rows = List.of(
                row(
                        "Sessions attended",
                        "248",
                        "",
                        "2,941 (2,880)",
                        "",
                        spark("sessions", 240, 18, Tone.COMMON, false),
                        Icon.USUAL,
                        ""),
                row(
                        "Missed sessions",
                        "10 %",
                        "29 of 281",
                        "11 % (12 %)",
                        "",
                        spark("missed", 0.11, 0.02, Tone.COMMON, false),
                        Icon.USUAL,
                        ""),
                row(
                        "Reliable improvement",
                        "15 of 19",
                        "",
                        "72 % [66–78]",
                        "(60 % [53–67])",
                        spark("reliable", 0.68, 0.05, Tone.IMPROVEMENT, true),
                        Icon.IMPROVEMENT_HIGH,
                        "above average seven months running"),
                row(
                        "Setbacks per 100 sessions",
                        "3.0",
                        "",
                        "3.1 (3.2)",
                        "",
                        spark("setbacks", 3.1, 0.6, Tone.COMMON, false),
                        Icon.USUAL,
                        ""),
                row(
                        "Recorded setbacks per 100",
                        "4.4",
                        "",
                        "1.8 (1.2)",
                        "",
                        spark("recorded", 1.8, 0.5, Tone.NEUTRAL, true),
                        Icon.NEUTRAL_HIGH,
                        "new after-session sheet since 1 September"),
                row(
                        "Unplanned endings",
                        "9 of 23",
                        "",
                        "38 % [32–45]",
                        "(36 % [30–43])",
                        spark("unplanned", 0.38, 0.06, Tone.CONCERN, true),
                        Icon.CONCERN_HIGH,
                        ""),
                new Row(List.of(
                        new Cell.Text("Came half-way back", "", false),
                        new Cell.Text("3 of 4", "", true),
                        new Cell.Text("29 of 41 (25 of 38)", "", false),
                        new Cell.Text("", "too few for a chart: counts only", false),
                        new Cell.Sign(Icon.TOO_FEW),
                        new Cell.Text("", "", false))),
                new Row(List.of(
                        new Cell.Text("Dips repaired", "", false),
                        new Cell.Text("2 of 3", "", true),
                        new Cell.Text("14 of 22 (12 of 19)", "", false),
                        new Cell.Text("", "too few for a chart: counts only", false),
                        new Cell.Sign(Icon.TOO_FEW),
                        new Cell.Text("", "", false))));
        return new Page(
                "summary",
                2,
                "The month in one table",
                "Three of twelve figures left their usual range",
                "In a steady practice one icon in about four months lights up by chance.",
                List.of(
                        new Block.Table("", columns, rows),
                        new Block.IconKey(List.of(
                                Icon.USUAL, Icon.IMPROVEMENT_HIGH, Icon.NEUTRAL_HIGH, Icon.CONCERN_HIGH, Icon.TOO_FEW)),
                        new Block.Heading("Year to date"),
                        new Block.Paragraph(
                                "January to September:",
                                "2,204 sessions, 171 courses started, 158 ended; 113 of the 152 with first "
                                        + "and last score improved reliably (74 %, 95 % interval 67–81)."),
                        new Block.Heading("Revised since the last report"),
                        new Block.Bullets(List.of(
                                "August: 251 sessions were reported, 254 are known now; three were entered late.",
                                "Two courses counted as ended silently were reopened by a session in September."))));
    }

    private static Row row(
            String name,
            String value,
            String second,
            String year,
            String yearSecond,
            Figure spark,
            Icon icon,
            String note) {
        return new Row(List.of(
                new Cell.Text(name, "", false),
                new Cell.Text(value, second, true),
                new Cell.Text(year, yearSecond, false),
                new Cell.Spark(spark),
                new Cell.Sign(icon),
                new Cell.Text("", note, false)));
    }

    private static Page counted() {
        List<Column> columns = List.of(
                new Column("Step", false, 40),
                new Column("Rows", true, 15),
                new Column("Courses", true, 15),
                new Column("Why", false, 30));
        List<Row> rows = new ArrayList<>();
        String[][] steps = {
            {"Rows read from 26 files", "6,412", "", "all files in the folder"},
            {"Duplicates of rows in other files", "521", "", "monthly exports overlap a little"},
            {"Set aside: date not readable", "6", "", "bad_date"},
            {"Set aside: no client id", "3", "", "missing_id"},
            {"Set aside: later than the data reach", "5", "", "future_row"},
            {"Used", "5,877", "496", ""},
            {"Already running when the data begin", "", "38", "left_truncated: in activity, not in outcomes"},
            {"Fewer than two attended sessions", "", "41", "one session is no change"},
            {"No first and last score", "", "52", "not_assessable, by reason on page 11"},
            {"Analysed for outcome", "", "365", ""},
        };
        for (String[] step : steps) {
            rows.add(new Row(List.of(
                    new Cell.Text(step[0], "", false),
                    new Cell.Text(step[1], "", step[0].startsWith("Used")),
                    new Cell.Text(step[2], "", step[0].startsWith("Analysed")),
                    new Cell.Text("", step[3], false))));
        }
        Figure flow = bars(
                "who-is-counted",
                "Where the 496 courses go",
                "Courses, all data up to 30 September 2026",
                new String[] {
                    "analysed for outcome",
                    "no first and last score",
                    "fewer than two attended sessions",
                    "already running at the start"
                },
                new double[] {365, 52, 41, 38},
                92,
                Tone.MAIN);
        return new Page(
                "counted",
                3,
                "Who is counted",
                "365 of 496 courses have what an outcome needs",
                "Rows and courses, all data up to 30 September 2026",
                List.of(
                        new Block.Table("From rows to courses", columns, rows),
                        new Block.Chart(
                                flow,
                                "Every course stands in exactly one row. A course without a last score is "
                                        + "not an outcome of any kind.")));
    }

    private static Page outcomes() {
        Figure classes = new Figure(
                "outcome-classes",
                Layout.STACKED_SHARE,
                "152 of 211 courses improved reliably",
                "Courses ended October 2025 to September 2026 with first and last PHQ-9, n 211",
                "One bar: recovered 101, improved 51, unchanged 46, deteriorated 13 of 211.",
                axis(Scale.NONE),
                Axis.between("", Scale.SHARE, 0, 1),
                List.of(
                        share("recovered", Tone.MAIN, 101, 211),
                        share("improved", Tone.SECOND, 51, 211),
                        share("unchanged", Tone.MUTED, 46, 211),
                        share("deteriorated", Tone.FOURTH, 13, 211)),
                List.of(),
                List.of(),
                76);
        Random random = new Random(5);
        List<Point> dots = new ArrayList<>();
        for (int i = 0; i < 211; i++) {
            double before = Math.max(2, Math.min(27, 16 + 5 * random.nextGaussian()));
            double after = Math.max(0, Math.min(27, before - 6 + 5.2 * random.nextGaussian()));
            dots.add(Point.at(before + random.nextDouble() * 0.8 - 0.4, after + random.nextDouble() * 0.8 - 0.4));
        }
        Figure scatter = new Figure(
                "before-after",
                Layout.XY,
                "Most points lie below the diagonal",
                "First and last PHQ-9 of each course, points moved a little so that none hides another, n 211",
                "Scatter of first against last PHQ-9 for 211 courses; 152 lie below the reliable-change band.",
                Axis.between("first PHQ-9", Scale.WHOLE_NUMBER, 0, 27),
                Axis.between("last PHQ-9", Scale.WHOLE_NUMBER, 0, 27),
                List.of(
                        new Series(
                                "within measurement noise",
                                Mark.BAND,
                                Tone.NOISE,
                                true,
                                List.of(Point.between(0, -6, 6), Point.between(27, 21, 33))),
                        new Series(
                                "no change",
                                Mark.GUIDE,
                                Tone.REFERENCE,
                                true,
                                List.of(Point.at(0, 0), Point.at(27, 27))),
                        new Series(
                                "cut-off 9.5 at the end",
                                Mark.GUIDE,
                                Tone.REFERENCE,
                                true,
                                List.of(Point.at(0, 9.5), Point.at(27, 9.5))),
                        new Series(
                                "cut-off 9.5 at the start",
                                Mark.GUIDE,
                                Tone.REFERENCE,
                                false,
                                List.of(Point.at(9.5, 0), Point.at(9.5, 27))),
                        new Series("courses", Mark.DOT, Tone.MAIN, false, dots)),
                List.of(),
                List.of(),
                235);
        Figure rates = new Figure(
                "rates-by-month",
                Layout.XY,
                "Reliable improvement lies above its old average",
                "Share of courses ended with first and last score, by month",
                "Line of reliable improvement by month, 60 per cent until February and 72 per cent after.",
                Axis.places("", Scale.MONTHS, months("2024-10", 24)),
                Axis.between("", Scale.SHARE, 0, 1),
                List.of(
                        new Series("usual range", Mark.BAND, Tone.NOISE, false, range(24, 0.38, 0.88)),
                        new Series(
                                "average 62 %",
                                Mark.GUIDE, Tone.REFERENCE, true, List.of(Point.at(0, 0.62), Point.at(23, 0.62))),
                        new Series("reliable improvement", Mark.LINE_DOTS, Tone.IMPROVEMENT, true, improving(24))),
                List.of(),
                List.of(
                        new Annotation(11, "supervision day on endings"),
                        new Annotation(17, "session-by-session scores"),
                        new Annotation(18.2, "second site joins")),
                175);
        return new Page(
                "outcomes",
                4,
                "Outcomes",
                "More than seven in ten courses improve reliably",
                "Courses ended October 2025 to September 2026, PHQ-9",
                List.of(
                        new Block.Chart(classes, ""),
                        new Block.Chart(
                                scatter,
                                "Below the band: improved reliably. Above: higher scores than at the "
                                        + "start, by more than measurement noise. The band is what a change of less "
                                        + "than 6 points can be."),
                        new Block.Chart(
                                rates,
                                "A coloured triangle marks a month in a run of seven or more above the average.")));
    }

    private static Page setbacks() {
        Figure curve = new Figure(
                "bounce-back",
                Layout.XY,
                "Two in three setbacks came half-way back within six scored sessions",
                "Confirmed setbacks, October 2025 to September 2026, 86 courses, PHQ-9",
                "Step curve of the share that came half-way back: 23 per cent after one session, 75 per "
                        + "cent after eight; noise alone 32 to 93 per cent.",
                Axis.between("scored sessions after the setback was confirmed", Scale.WHOLE_NUMBER, 0, 8),
                Axis.between("", Scale.SHARE, 0, 1),
                List.of(
                        new Series(
                                "noise alone",
                                Mark.STEP_BAND,
                                Tone.NOISE,
                                true,
                                List.of(
                                        Point.between(0, 0, 0),
                                        Point.between(1, .32, .43),
                                        Point.between(2, .51, .62),
                                        Point.between(3, .64, .76),
                                        Point.between(4, .73, .84),
                                        Point.between(5, .78, .88),
                                        Point.between(6, .82, .91),
                                        Point.between(7, .84, .93),
                                        Point.between(8, .85, .94))),
                        new Series(
                                "came half-way back",
                                Mark.STEP,
                                Tone.MAIN,
                                true,
                                List.of(
                                        Point.at(0, 0, 0, 0),
                                        Point.at(1, .23, .16, .32),
                                        Point.at(2, .41, .31, .51),
                                        Point.at(3, .55, .45, .66),
                                        Point.at(4, .63, .52, .73),
                                        Point.at(5, .69, .58, .79).in(PointState.CENSORED),
                                        Point.at(6, .72, .61, .81),
                                        Point.at(7, .74, .63, .83).in(PointState.CENSORED),
                                        Point.at(8, .75, .64, .84)))),
                List.of(
                        new UnderAxis("still followed", entries("86", "67", "48", "35", "27", "21", "16", "11", "9")),
                        new UnderAxis(
                                "noise runs",
                                entries("1,000", "684", "433", "301", "214", "166", "133", "112", "101"))),
                List.of(),
                220);
        Figure kinds = bars(
                "setback-kinds",
                "What was written down",
                "",
                new String[] {
                    "symptoms returned", "old habit", "hard topic avoided", "overwhelmed", "goal missed", "other"
                },
                new double[] {31, 22, 17, 15, 11, 9},
                100,
                Tone.MAIN);
        List<Series> recorded = List.of(
                new Series("symptoms returned", Mark.STACK, Tone.MAIN, false, stack(12, 3, 1)),
                new Series("old habit", Mark.STACK, Tone.SECOND, false, stack(12, 2, 2)),
                new Series("other kinds", Mark.STACK, Tone.MUTED, false, stack(12, 4, 3)));
        Figure byMonth = new Figure(
                "setbacks-by-month",
                Layout.XY,
                "Recorded setbacks by month",
                "Sessions with a recorded setback, by kind",
                "Stacked bars by month, 5 to 11.",
                Axis.places("", Scale.MONTHS, months("2025-10", 12)),
                Axis.fromZero("sessions", Scale.WHOLE_NUMBER),
                recorded,
                List.of(),
                List.of(new Annotation(11, "new after-session sheet")),
                150);
        return new Page(
                "setbacks",
                5,
                "Setbacks and what followed",
                "Two in three setbacks came half-way back within six scored sessions",
                "Confirmed setbacks, October 2025 to September 2026, 86 courses, PHQ-9",
                List.of(
                        new Block.Chart(
                                curve,
                                "Share that regained at least half the lost ground. Dashed: 95 % interval. "
                                        + "Grey: what measurement noise alone would give. 13 ended before it could "
                                        + "be known; they are not counted as staying down."),
                        new Block.SideBySide(
                                52,
                                List.of(new Block.Chart(
                                        kinds,
                                        "105 recorded setbacks in 92 sessions. 12 planned "
                                                + "experiments are not among them.")),
                                List.of(
                                        new Block.Heading("And what was carried forward"),
                                                new Block.Paragraph(
                                                        "",
                                                        "For 38 of the 105 something was noted: a pattern "
                                                                + "seen (14), a need named (11), help asked for (8), "
                                                                + "a change of direction (5)."),
                                        new Block.Heading("Learning curve"),
                                                new Block.Paragraph(
                                                        "",
                                                        "In 17 courses with two setbacks the second was "
                                                                + "0.9 points shallower [−2.1 to 0.4]. Too few to "
                                                                + "say more."))),
                        new Block.Chart(byMonth, ""),
                        new Block.Box(
                                "How to read this",
                                List.of("A score that rose often falls again by itself, so the curve is "
                                        + "drawn beside noise. Open is open. Not by therapist, not as a "
                                        + "target."))));
    }

    private static Page ruptures() {
        Figure strip = strip("dip-strip", 18, 170);
        Figure survival = new Figure(
                "time-to-repair",
                Layout.XY,
                "Half of the dips were repaired within three scores",
                "Client-rated SRS, dips October 2025 to September 2026, n 22",
                "Step curve: 50 per cent after three scores.",
                Axis.between("valid scores after the lowest one", Scale.WHOLE_NUMBER, 0, 5),
                Axis.between("", Scale.SHARE, 0, 1),
                List.of(
                        new Series(
                                "noise alone",
                                Mark.STEP_BAND,
                                Tone.NOISE,
                                true,
                                List.of(
                                        Point.between(0, 0, 0),
                                        Point.between(1, .2, .34),
                                        Point.between(2, .38, .52),
                                        Point.between(3, .5, .63),
                                        Point.between(4, .55, .7),
                                        Point.between(5, .6, .74))),
                        new Series(
                                "repaired",
                                Mark.STEP,
                                Tone.SECOND,
                                true,
                                List.of(
                                        Point.at(0, 0, 0, 0),
                                        Point.at(1, .27, .12, .5),
                                        Point.at(2, .41, .22, .63),
                                        Point.at(3, .5, .3, .7),
                                        Point.at(4, .59, .38, .78),
                                        Point.at(5, .64, .43, .82)))),
                List.of(new UnderAxis("still followed", entries("22", "16", "13", "11", "9", "8"))),
                List.of(),
                150);
        List<Column> columns = List.of(
                new Column("Stream", false, 37),
                new Column("Sessions asked", true, 18),
                new Column("Ruptures", true, 15),
                new Column("Resolved (4–5 of 5)", true, 30));
        return new Page(
                "ruptures",
                6,
                "Ruptures and repairs",
                "19 possible dips in the alliance this year; chance alone would give about 7 to 11",
                "Client-rated SRS, dips found from scores (possible strain, not observed ruptures), "
                        + "October 2025 to September 2026",
                List.of(
                        new Block.Chart(strip, "One line an episode, oldest at the top."),
                        new Block.Chart(survival, ""),
                        new Block.Table(
                                "What was said and written down",
                                columns,
                                List.of(
                                        texts(
                                                "Written down by the therapist",
                                                "1,904",
                                                "31",
                                                "19 of 31 (61 %) [44–76]"),
                                        texts("Said by the client", "412", "38", "21 of 38 (55 %) [40–70]"),
                                        texts(
                                                "Also seen as a dip within one session",
                                                "–",
                                                "9 of 69",
                                                "poor overlap is expected")))));
    }

    private static Page landmark() {
        Figure dots = new Figure(
                "outcome-by-repair",
                Layout.DOT_INTERVALS,
                "Outcome after the landmark by what happened before it",
                "Change in PHQ-9 after session 8, courses that reached it; mean and 95 % interval",
                "Dots with intervals: no dip minus 4.1, dip repaired minus 5.0, not yet repaired minus 2.2.",
                Axis.places(
                        "",
                        Scale.CATEGORIES,
                        List.of(
                                "no dip before session 8",
                                "dip, repaired by session 8",
                                "dip, not yet repaired by session 8")),
                new Axis(
                        "change in PHQ-9 after session 8",
                        Scale.NUMBER,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of()),
                List.of(
                        new Series("", Mark.GUIDE, Tone.REFERENCE, false, List.of(Point.at(0, 0))),
                        new Series(
                                "mean change",
                                Mark.INTERVAL,
                                Tone.MAIN,
                                false,
                                List.of(
                                        category(0, -4.1, -4.9, -3.3, 122),
                                        category(1, -5.0, -7.1, -2.9, 24),
                                        category(2, -2.2, -4.8, 0.4, 11).in(PointState.SMALL)))),
                List.of(),
                List.of(),
                120);
        Figure two = new Figure(
                "rates-by-response",
                Layout.DOT_INTERVALS,
                "Half-way back by what the response was",
                "Share of setbacks half-way back within six scores; response recorded at the setback",
                "Dots with intervals for five responses and two periods.",
                Axis.places(
                        "",
                        Scale.CATEGORIES,
                        List.of(
                                "looked at the evidence together",
                                "self-compassion exercise",
                                "smaller next step",
                                "named and normalised the step back without a further plan",
                                "none recorded")),
                Axis.between("", Scale.SHARE, 0, 1),
                List.of(
                        new Series(
                                "this year",
                                Mark.INTERVAL,
                                Tone.MAIN,
                                false,
                                List.of(
                                        category(0, .71, .55, .84, 31),
                                        category(1, .66, .45, .83, 21),
                                        category(2, .7, .5, .86, 23),
                                        missing(3, PointState.TOO_FEW),
                                        category(4, .6, .48, .72, 63))),
                        new Series(
                                "year before",
                                Mark.INTERVAL,
                                Tone.SECOND,
                                false,
                                List.of(
                                        category(0, .61, .45, .76, 33),
                                        category(1, .58, .38, .77, 24),
                                        category(2, .72, .5, .89, 20),
                                        missing(3, PointState.TOO_FEW),
                                        category(4, .55, .42, .68, 58)))),
                List.of(),
                List.of(),
                175);
        return new Page(
                "landmark",
                7,
                "Repairs and outcomes",
                "Courses with a repaired dip did as well as those without one",
                "Landmark at session 8, 157 courses",
                List.of(
                        new Block.Chart(
                                dots,
                                "Left of zero: scores fell further after session 8. The intervals overlap; "
                                        + "with 24 and 11 courses a difference of three points could be chance."),
                        new Block.Box(
                                "What this is not",
                                List.of(
                                        "Repair was not assigned by chance. Courses that repair early may "
                                                + "differ in many ways. The pooled evidence for repair and outcome "
                                                + "is weaker than the slogan: r = .29 in eleven studies, and smaller "
                                                + "where it was measured within clients.",
                                        "Courses that ended before session 8 are not in it.")),
                        new Block.Chart(two, "")));
    }

    private static Page shapes() {
        String[] names = {
            "steady fall",
            "early fall, then level",
            "up and down",
            "setback and back",
            "little change",
            "late fall after a long plateau in the middle of the course"
        };
        List<Series> series = new ArrayList<>();
        double[][] medians = {
            {17, 14, 11, 9, 7, 5, 4},
            {18, 11, 8, 7, 7, 6, 6},
            {15, 11, 16, 10, 15, 11, 12},
            {16, 12, 9, 15, 13, 8, 6},
            {14, 14, 13, 14, 13, 14, 13},
            {18, 17, 18, 17, 16, 10, 7}
        };
        for (int panel = 0; panel < names.length; panel++) {
            List<Point> band = new ArrayList<>();
            List<Point> line = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                band.add(Point.between(i * 2, medians[panel][i] - 3, medians[panel][i] + 3));
                line.add(Point.at(i * 2, medians[panel][i]).of(34));
            }
            series.add(new Series("middle half", names[panel], Mark.BAND, Tone.NOISE, false, band));
            series.add(new Series("median", names[panel], Mark.LINE, Tone.MAIN, false, line));
        }
        Figure panels = new Figure(
                "course-shapes",
                Layout.SMALL_MULTIPLES,
                "Growth is seldom a straight line",
                "Median PHQ-9 and middle half, by scored session; shapes with at least ten courses",
                "Six small plots of median PHQ-9 by session.",
                Axis.between("scored session", Scale.WHOLE_NUMBER, 0, 12),
                Axis.between("PHQ-9", Scale.WHOLE_NUMBER, 0, 27),
                series,
                List.of(),
                List.of(),
                270);
        Figure counts = bars(
                "shape-counts",
                "How many courses took each shape",
                "Courses ended October 2025 to September 2026, n 211",
                names,
                new double[] {52, 41, 38, 33, 29, 18},
                120,
                Tone.MAIN);
        return new Page(
                "shapes",
                8,
                "Course shapes",
                "One in three courses went up and down or had a setback on the way",
                "Courses ended October 2025 to September 2026, n 211",
                List.of(new Block.Chart(counts, ""), new Block.Chart(panels, "")));
    }

    private static Page activity() {
        Figure caseload = new Figure(
                "caseload",
                Layout.XY,
                "The open caseload grew by twelve",
                "Courses open at month end",
                "Line from 119 to 131.",
                Axis.places("", Scale.MONTHS, months("2024-10", 24)),
                Axis.fromZero("courses", Scale.WHOLE_NUMBER),
                List.of(new Series("open courses", Mark.LINE, Tone.MAIN, false, walk(24, 119, 3, 9))),
                List.of(),
                List.of(),
                110);
        Figure ends = new Figure(
                "endings",
                Layout.XY,
                "How courses ended",
                "Courses ended, by month",
                "Bars of planned and unplanned endings.",
                Axis.places("", Scale.MONTHS, months("2025-10", 12)),
                Axis.fromZero("courses", Scale.WHOLE_NUMBER),
                List.of(
                        new Series("planned", Mark.BAR, Tone.MAIN, false, bars(12, 11, 4)),
                        new Series("unplanned", Mark.BAR, Tone.FOURTH, false, bars(12, 7, 8))),
                List.of(),
                List.of(),
                130);
        List<Series> heat = new ArrayList<>();
        String[] rows = {
            "PHQ-9", "GAD-7", "SRS (client)", "CORE-10", "Goals, rated by the client at every second session"
        };
        Random random = new Random(3);
        for (int r = 0; r < rows.length; r++) {
            List<Point> points = new ArrayList<>();
            for (int m = 0; m < 24; m++) {
                double share =
                        Math.max(0, Math.min(1, (r == 3 ? 0.02 : 0.9 - r * 0.17) + random.nextGaussian() * 0.06));
                Point point = new Point(
                        months("2024-10", 24).get(m),
                        m,
                        OptionalDouble.of(Math.round(share * 100) / 100.0),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.of(60),
                        PointState.OK);
                points.add(
                        m == 5 && r == 1
                                ? new Point(
                                        point.x(),
                                        m,
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalLong.empty(),
                                        PointState.SUPPRESSED)
                                : m < 4 && r == 4
                                        ? new Point(
                                                point.x(),
                                                m,
                                                OptionalDouble.empty(),
                                                OptionalDouble.empty(),
                                                OptionalDouble.empty(),
                                                OptionalLong.empty(),
                                                PointState.NOT_MEASURED)
                                        : point);
            }
            heat.add(new Series(rows[r], Mark.BAR, Tone.MAIN, false, points));
        }
        Figure completion = new Figure(
                "completion",
                Layout.HEAT,
                "Who was asked what",
                "Share of attended sessions with a score, by month",
                "Heat map of completion by measure and month.",
                Axis.places("", Scale.MONTHS, months("2024-10", 24)),
                Axis.places("", Scale.CATEGORIES, List.of(rows)),
                heat,
                List.of(),
                List.of(),
                150);
        Figure year = bars(
                "dose",
                "Sessions attended per ended course",
                "Courses ended in the last 12 months",
                new String[] {"1", "2 to 5", "6 to 10", "11 to 20", "more than 20"},
                new double[] {22, 61, 88, 71, 21},
                92,
                Tone.MAIN);
        Figure share = new Figure(
                "no-last-score",
                Layout.HORIZONTAL_BARS,
                "Without a last score",
                "Share of courses, by kind of ending",
                "Bars: planned 8, unplanned 31, silent 44 per cent.",
                Axis.places("", Scale.CATEGORIES, List.of("planned", "unplanned", "referred on", "silent")),
                Axis.between("", Scale.SHARE, 0, 1),
                List.of(new Series(
                        "without",
                        Mark.BAR,
                        Tone.MAIN,
                        false,
                        List.of(
                                Point.category("planned", 0, 0.08, 131),
                                Point.category("unplanned", 1, 0.31, 52),
                                missing(2, PointState.TOO_FEW),
                                Point.category("silent", 3, 0.44, 70)))),
                List.of(),
                List.of(),
                92);
        return new Page(
                "activity",
                9,
                "Activity and endings",
                "248 sessions, 23 endings, nine of them unplanned",
                "September 2026 and the 24 months to it",
                List.of(
                        new Block.Chart(caseload, ""),
                        new Block.Chart(ends, ""),
                        new Block.SideBySide(
                                50, List.of(new Block.Chart(year, "")), List.of(new Block.Chart(share, ""))),
                        new Block.Chart(completion, "")));
    }

    private static Page sites() {
        List<Point> limits = new ArrayList<>();
        List<Point> inner = new ArrayList<>();
        for (int n = 20; n <= 220; n += 10) {
            double se = Math.sqrt(0.7 * 0.3 / n);
            limits.add(Point.between(n, Math.max(0, 0.7 - 3.09 * se), Math.min(1, 0.7 + 3.09 * se)));
            inner.add(Point.between(n, Math.max(0, 0.7 - 1.96 * se), Math.min(1, 0.7 + 1.96 * se)));
        }
        Figure funnel = new Figure(
                "funnel",
                Layout.XY,
                "Both sites lie inside the funnel",
                "Reliable improvement by number of courses, last 12 months",
                "Funnel plot with two sites inside the limits.",
                Axis.fromZero("courses with first and last score", Scale.WHOLE_NUMBER),
                Axis.between("", Scale.SHARE, 0.3, 1),
                List.of(
                        new Series("99.8 % limits", Mark.BAND, Tone.NOISE, true, limits),
                        new Series("95 % limits", Mark.BAND, Tone.MUTED, true, inner),
                        new Series(
                                "all sites 70 %",
                                Mark.GUIDE, Tone.REFERENCE, true, List.of(Point.at(20, .7), Point.at(220, .7))),
                        new Series("Town Hall", Mark.DOT, Tone.MAIN, false, List.of(Point.at(134, .73))),
                        new Series("Station Road", Mark.DOT, Tone.THIRD, false, List.of(Point.at(77, .66)))),
                List.of(),
                List.of(),
                200);
        return new Page(
                "sites",
                10,
                "Differences between sites",
                "The two sites differ no more than chance allows",
                "Courses ended October 2025 to September 2026",
                List.of(new Block.Chart(funnel, "")));
    }

    private static Page quality() {
        List<Column> columns = List.of(
                new Column("Problem", false, 30),
                new Column("Rows", true, 10),
                new Column("Where", false, 25),
                new Column("What to do", false, 35));
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            rows.add(new Row(List.of(
                    new Cell.Text("score_out_of_range_" + i, "", false),
                    new Cell.Text(String.valueOf(i * 37 % 23), "", false),
                    new Cell.Text("riverside-export-2026-0" + (i % 9 + 1) + ".csv", "line " + i * 13, false),
                    new Cell.Text(
                            "Check the PHQ-9 value against the paper form; it must lie between 0 and 27.",
                            "",
                            false))));
        }
        return new Page(
                "quality",
                11,
                "Data quality",
                "14 rows were set aside; 40 kinds of problem were looked for",
                "All 26 files",
                List.of(new Block.Table("Problems by kind", columns, rows)));
    }

    private static Page method() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            blocks.add(new Block.Heading("Definition " + i));
            blocks.add(new Block.Paragraph(
                    "",
                    "A dip is a fall of the client-rated alliance score by at least the threshold "
                            + "below the peak of the five scores before it, k = 2.5 times the sample scale, "
                            + "and at least the reliable change of the measure. It counts as repaired when a "
                            + "score within the next five comes back to within half a threshold of the peak "
                            + "before. Source: Eubanks and others 2018; our corrections are listed in the "
                            + "manual."));
            blocks.add(new Block.Bullets(
                    List.of("threshold 5.9 points on the SRS (unverified constant)", "window five valid scores")));
        }
        blocks.add(new Block.Note(
                "Program 0.1.0. Input hashes: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08."));
        return new Page(
                "method",
                12,
                "How we worked it out",
                "Definitions, sources and constants",
                "Every number can be made again from the same files",
                blocks);
    }

    private static Page awkward() {
        String longName = "An extraordinarily long category name that somebody typed into a settings file without "
                + "thinking of the width of any page at all";
        Figure forty = strip("strip-forty", 40, 300);
        Figure empty = new Figure(
                "empty-chart",
                Layout.XY,
                "Nothing yet",
                "An empty series",
                "Empty.",
                Axis.places("", Scale.MONTHS, List.of()),
                Axis.fromZero("", Scale.WHOLE_NUMBER),
                List.of(new Series("none", Mark.LINE, Tone.MAIN, false, List.of())),
                List.of(),
                List.of(),
                60);
        Figure single = new Figure(
                "single-point",
                Layout.XY,
                "One month of data",
                "A single point",
                "One point, 12.",
                Axis.places("", Scale.MONTHS, List.of("2026-09")),
                Axis.fromZero("", Scale.WHOLE_NUMBER),
                List.of(new Series(
                        "sessions",
                        Mark.LINE_DOTS,
                        Tone.MAIN,
                        true,
                        List.of(Point.at(0, 12).named("2026-09")))),
                List.of(),
                List.of(),
                90);
        List<Point> holes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String month = months("2025-10", 12).get(i);
            holes.add(
                    i == 3 || i == 4 || i == 6
                            ? new Point(
                                    month,
                                    i,
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalLong.empty(),
                                    PointState.SUPPRESSED)
                            : Point.at(i, 0.4 + 0.03 * i).named(month).in(i == 8 ? PointState.SMALL : PointState.OK));
        }
        List<Series> five = new ArrayList<>();
        Tone[] tones = {Tone.MAIN, Tone.SECOND, Tone.THIRD, Tone.FOURTH, Tone.FIFTH};
        for (int i = 0; i < 5; i++) {
            int lift = i;
            five.add(new Series(
                    "series number " + (i + 1),
                    Mark.LINE_DOTS,
                    tones[i],
                    true,
                    holes.stream()
                            .map(p -> p.y().isPresent()
                                    ? new Point(
                                            p.x(),
                                            p.position(),
                                            OptionalDouble.of(p.y().getAsDouble() - 0.08 * lift),
                                            p.lower(),
                                            p.upper(),
                                            p.n(),
                                            p.state())
                                    : p)
                            .toList()));
        }
        Figure gaps = new Figure(
                "five-lines",
                Layout.XY,
                "Five lines with gaps",
                "More than three names go to a key",
                "Five lines.",
                Axis.places("", Scale.MONTHS, months("2025-10", 12)),
                Axis.between("", Scale.SHARE, 0, 1),
                five,
                List.of(),
                List.of(),
                150);
        Figure close = new Figure(
                "close-ends",
                Layout.XY,
                "Three lines that end together",
                "Names move apart",
                "Three lines.",
                Axis.between("session", Scale.WHOLE_NUMBER, 1, 10),
                Axis.between("", Scale.NUMBER, 0, 30),
                List.of(
                        new Series(
                                "the first of three names, rather long",
                                Mark.LINE,
                                Tone.MAIN,
                                true,
                                List.of(Point.at(1, 20), Point.at(10, 6))),
                        new Series("second", Mark.LINE, Tone.SECOND, true, List.of(Point.at(1, 18), Point.at(10, 5.5))),
                        new Series("third", Mark.LINE, Tone.THIRD, true, List.of(Point.at(1, 12), Point.at(7, 5)))),
                List.of(),
                List.of(),
                130);
        Figure names = bars(
                "long-names",
                "Long names",
                "",
                new String[] {longName, "short", "zero"},
                new double[] {1204, 3, 0},
                80,
                Tone.MAIN);
        return new Page(
                "awkward",
                13,
                "Awkward input",
                "What the drawing must survive " + NASTY,
                "Long names, empty series, gaps, single points",
                List.of(
                        new Block.Chart(forty, ""),
                        new Block.Chart(empty, ""),
                        new Block.Chart(single, ""),
                        new Block.Chart(gaps, ""),
                        new Block.Chart(close, ""),
                        new Block.Chart(names, ""),
                        new Block.SideBySide(
                                60,
                                List.of(new Block.Paragraph("", longName.replace(' ', '-'))),
                                List.of(new Block.Paragraph("Zero rows:", "an empty table follows."))),
                        new Block.Table(
                                "",
                                List.of(new Column("Nothing", false, 50), new Column("Here", true, 50)),
                                List.of())));
    }

    private static List<FigureRow> numbers() {
        return List.of(
                new FigureRow(
                        "sessions_attended",
                        "summary",
                        "Sessions attended",
                        "2026-09",
                        "",
                        OptionalLong.of(248),
                        OptionalLong.empty(),
                        OptionalDouble.of(248),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "sessions",
                        FigureRow.State.OK),
                new FigureRow(
                        "reliable_improvement",
                        "summary",
                        "Reliable improvement",
                        "2025-10_2026-09",
                        "",
                        OptionalLong.of(152),
                        OptionalLong.of(211),
                        OptionalDouble.of(152.0 / 211),
                        OptionalDouble.of(0.66),
                        OptionalDouble.of(0.78),
                        "share",
                        FigureRow.State.OK),
                new FigureRow(
                        "reliable_improvement_site",
                        "sites",
                        "Reliable improvement",
                        "2025-10_2026-09",
                        "Annexe",
                        OptionalLong.of(3),
                        OptionalLong.of(4),
                        OptionalDouble.of(0.75),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "share",
                        FigureRow.State.SUPPRESSED));
    }

    private static Row texts(String... cells) {
        return new Row(List.of(cells).stream()
                .map(text -> (Cell) new Cell.Text(text, "", false))
                .toList());
    }

    private static Axis axis(Scale scale) {
        return new Axis("", scale, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
    }

    private static Series share(String name, Tone tone, int count, int all) {
        return new Series(
                name,
                Mark.STACK,
                tone,
                false,
                List.of(Point.at(0, (double) count / all).named("all").of(count)));
    }

    private static Point category(int place, double y, double lower, double upper, long n) {
        return Point.at(place, y, lower, upper).of(n);
    }

    private static Point missing(int place, PointState state) {
        return new Point(
                "place " + place,
                place,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                state);
    }

    private static Figure bars(
            String id, String title, String subtitle, String[] names, double[] values, int height, Tone tone) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            points.add(Point.category(names[i], i, values[i], (long) values[i]));
        }
        return new Figure(
                id,
                Layout.HORIZONTAL_BARS,
                title,
                subtitle,
                "Bars: " + List.of(names) + ".",
                Axis.places("", Scale.CATEGORIES, List.of(names)),
                Axis.fromZero("", Scale.WHOLE_NUMBER),
                List.of(new Series("count", Mark.BAR, tone, false, points)),
                List.of(),
                List.of(),
                height);
    }

    private static Figure strip(String id, int rows, int height) {
        Random random = new Random(rows);
        List<Point> spans = new ArrayList<>();
        PointState[] ends = {
            PointState.REPAIRED,
            PointState.REPAIRED,
            PointState.PARTLY_REPAIRED,
            PointState.REPAIRED,
            PointState.NOT_REPAIRED,
            PointState.ENDED_BEFORE_KNOWN
        };
        long first = LocalDate.of(2025, 10, 1).toEpochDay();
        long last = LocalDate.of(2026, 9, 30).toEpochDay();
        for (int i = 0; i < rows; i++) {
            long from = first + 8 + (last - first - 24) * i / rows;
            boolean open = i >= rows - 4;
            long to = open ? last : Math.min(last, from + 7 + random.nextInt(30));
            spans.add(new Point(
                    LocalDate.ofEpochDay(from).toString(),
                    from,
                    OptionalDouble.of(i),
                    OptionalDouble.of(from),
                    OptionalDouble.of(to),
                    OptionalLong.empty(),
                    open ? PointState.OPEN : ends[i % ends.length]));
        }
        return new Figure(
                id,
                Layout.STRIP,
                rows + " dips, four still open",
                "Client-rated SRS, October 2025 to September 2026",
                rows + " episodes as lines.",
                Axis.between("", Scale.DAYS, first, last),
                axis(Scale.NONE),
                List.of(new Series("dips", Mark.SPAN, Tone.NEUTRAL, false, spans)),
                List.of(),
                List.of(),
                height);
    }

    private static List<UnderAxis.Entry> entries(String... texts) {
        List<UnderAxis.Entry> entries = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            entries.add(new UnderAxis.Entry(i, texts[i]));
        }
        return entries;
    }

    private static List<String> months(String first, int count) {
        List<String> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(YearMonth.parse(first).plusMonths(i).toString());
        }
        return months;
    }

    private static List<Point> range(int count, double lower, double upper) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(Point.between(i, lower, upper));
        }
        return points;
    }

    private static List<Point> improving(int count) {
        Random random = new Random(17);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double y = (i < 17 ? 0.58 : 0.74) + random.nextGaussian() * 0.05;
            points.add(Point.at(i, y)
                    .named(months("2024-10", count).get(i))
                    .of(18)
                    .in(i >= 17 ? PointState.SPECIAL_CAUSE_HIGH : PointState.OK));
        }
        return points;
    }

    private static List<Point> walk(int count, double start, double step, long seed) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        double y = start;
        for (int i = 0; i < count; i++) {
            points.add(Point.at(i, Math.round(y)).named(months("2024-10", count).get(i)));
            y += random.nextGaussian() * step + 0.5;
        }
        return points;
    }

    private static List<Point> bars(int count, int mean, long seed) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(Point.at(i, mean + random.nextInt(7) - 3)
                    .named(months("2025-10", count).get(i)));
        }
        return points;
    }

    private static List<Point> stack(int count, int mean, long seed) {
        return bars(count, mean, seed).stream()
                .map(p -> new Point(
                        p.x(),
                        p.position(),
                        OptionalDouble.of(Math.max(0, p.y().getAsDouble())),
                        p.lower(),
                        p.upper(),
                        p.n(),
                        p.state()))
                .toList();
    }

    private static Figure spark(String id, double mean, double sd, Tone tone, boolean ends) {
        Random random = new Random(id.hashCode());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            boolean special = ends && i >= 16;
            points.add(Point.at(i, mean + (special ? 3.4 * sd : random.nextGaussian() * sd))
                    .in(special ? PointState.SPECIAL_CAUSE_HIGH : PointState.OK));
        }
        return new Figure(
                "spark-" + id,
                Layout.SPARK,
                "",
                "",
                id + " by month, 18 months.",
                Axis.places("", Scale.MONTHS, months("2025-04", 18)),
                axis(Scale.NUMBER),
                List.of(
                        new Series(
                                "usual range", Mark.BAND, Tone.NOISE, false, range(18, mean - 3 * sd, mean + 3 * sd)),
                        new Series(
                                "average",
                                Mark.GUIDE,
                                Tone.REFERENCE,
                                false,
                                List.of(Point.at(0, mean), Point.at(17, mean))),
                        new Series(id, Mark.LINE_DOTS, tone, false, points)),
                List.of(),
                List.of(),
                26);
    }
}
