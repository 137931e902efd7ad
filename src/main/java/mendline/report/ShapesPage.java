package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.CourseShape;
import mendline.detect.EpisodeStatus;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.Direction;
import mendline.model.Scores;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Histogram;

/** Page 8, course shapes: the way between the first and the last score, which is rarely a straight line. */
final class ShapesPage {
    private final ReportInput in;
    private final Ledger ledger;
    private final Windows windows;
    private final PracticeSummary summary;
    private final Map<CourseShape, Long> counts = new EnumMap<>(CourseShape.class);
    private final Map<CourseShape, String> written = new EnumMap<>(CourseShape.class);

    private ShapesPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.windows = in.windows();
        this.summary = in.summary();
        for (CourseShape shape : CourseShape.values()) {
            counts.put(shape, summary.count(Topic.SHAPE, shape.key(), windows.year()));
        }
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new ShapesPage(in, ledger.of("shapes")).page();
    }

    private Page page() {
        Optional<Yardstick> primary = in.instruments().primary();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (primary.isEmpty()) {
            return page(
                    "Courses cannot be given a shape in these data",
                    List.of(new Block.Paragraph(
                            "", "The data hold no outcome measure, and a shape is a shape of outcome scores.")));
        }
        if (all == 0) {
            return page(
                    "No course to give a shape to " + YearWords.during(windows),
                    List.of(new Block.Paragraph(
                            "",
                            windows.year().dated()
                                    ? "A course is given its shape once it has ended. None of those counted ended "
                                            + YearWords.during(windows) + "."
                                    : "No course has an attended session.")));
        }
        Yardstick yardstick = primary.get();
        ledger.parts(all, List.copyOf(counts.values()));
        for (CourseShape shape : CourseShape.values()) {
            String name = name(shape, yardstick.better());
            written.put(
                    shape,
                    ledger.count(
                            new Entry(shape.key(), "Courses: " + name, windows.year(), shape.key()),
                            counts.get(shape),
                            "courses"));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("", sentences(all)));
        blocks.add(new Block.Chart(
                bars(yardstick), "Every course has exactly one shape. The order is fixed and is no order of merit."));
        lines(yardstick, blocks);
        blocks.add(definitions(yardstick));
        suddenGains(blocks);
        ExpectedCourseBlock.of(in, ledger).ifPresent(blocks::add);
        blocks.addAll(AlongTheWay.of(in, ledger));
        return page(title(all, yardstick), blocks);
    }

    /** Beside the count of sudden gains what chance gives; nothing where no course has a score. */
    private void suddenGains(List<Block> blocks) {
        Histogram lengths = summary.histogram(Topic.SERIES_LENGTH, "", windows.year());
        if (lengths.total() == 0) {
            return;
        }
        long gains = 0;
        long reversed = 0;
        long losses = 0;
        for (Map.Entry<String, Long> entry :
                summary.categories(Topic.SUDDEN, windows.year()).entrySet()) {
            boolean gain = entry.getKey().startsWith("gain:");
            gains += gain ? entry.getValue() : 0;
            losses += gain ? 0 : entry.getValue();
            reversed += entry.getKey().equals("gain:" + EpisodeStatus.REVERSED.key()) ? entry.getValue() : 0;
        }
        double median = lengths.quantile(0.5).orElseThrow();
        ledger.count(new Entry("sudden_gains", "Sudden gains", windows.year()), gains, "gains");
        ledger.count(
                new Entry("sudden_gains_reversed", "Sudden gains that were reversed", windows.year()),
                reversed,
                "gains");
        ledger.count(new Entry("sudden_losses", "Sudden losses", windows.year()), losses, "losses");
        Entry length = new Entry("series_length", "Scores of a course, median", windows.year());
        String scores = ledger.enough(lengths.total())
                ? ledger.number(length, median, median % 1 == 0 ? 0 : 1, "scores")
                : ledger.withheld(length, "scores");
        blocks.add(new Block.Paragraph(
                "Sudden gains. ",
                Written.sentence(ledger.some(gains, "sudden gain", "sudden gains"))
                        + " between two neighbouring sessions, "
                        + ledger.said(reversed) + " of them reversed later, and "
                        + ledger.some(losses, "sudden loss", "sudden losses") + ", in courses with a median of "
                        + scores
                        + " scores. "
                        + GainChance.nearest(median)
                                .told(in.instruments().settings().rules().gains())
                        + " A sudden gain is partly what steep gradual change looks like."));
    }

    private Page page(String title, List<Block> blocks) {
        String who = windows.year().dated() ? "Courses that ended, " : "Courses, ";
        String measure =
                in.instruments().primary().map(y -> y.measure().name() + ", ").orElse("");
        return new Page("shapes", 8, "Course shapes", title, who + measure + Written.period(windows.year()), blocks);
    }

    // Words.

    /** The plain name of a shape; which way scores move when they get worse depends on the measure. */
    static String name(CourseShape shape, Direction better) {
        return switch (shape) {
            case SETBACK_NOT_BACK -> "a setback, not yet half-way back";
            case SETBACK_AND_REBOUND -> "came back after a setback";
            case SPIKE_AND_REBOUND -> "a spike that settled";
            case STEP_GAIN -> "a step forward";
            case STEADY_GAIN -> "steady gain";
            case WORSENING -> better == Direction.LOWER ? "scores rose" : "scores fell";
            case LEVEL -> "level";
            case FLUCTUATING -> "up and down";
            case TOO_SHORT -> "too few scores to tell";
        };
    }

    private String title(long all, Yardstick yardstick) {
        long shaped = all - counts.get(CourseShape.TOO_SHORT);
        if (shaped == 0) {
            return all == 1
                    ? "The one course has too few scores to tell its shape"
                    : "All " + ledger.said(all) + " courses have too few scores to tell their shape";
        }
        long most = 0;
        for (CourseShape shape : CourseShape.values()) {
            most = shape == CourseShape.TOO_SHORT ? most : Math.max(most, counts.get(shape));
        }
        List<String> names = new ArrayList<>();
        for (CourseShape shape : CourseShape.values()) {
            if (shape != CourseShape.TOO_SHORT && counts.get(shape) == most) {
                names.add("“" + name(shape, yardstick.better()) + "”");
            }
        }
        String of = ledger.said(most) + " of " + ledger.some(shaped, "course", "courses");
        return names.size() == 1
                ? "The most common shape is " + names.get(0) + ": " + of
                : "The most common shapes are " + Written.list(names) + ": " + of + " each";
    }

    private String sentences(long all) {
        long tooShort = counts.get(CourseShape.TOO_SHORT);
        long back = counts.get(CourseShape.SETBACK_AND_REBOUND) + counts.get(CourseShape.SPIKE_AND_REBOUND);
        long detours = back + counts.get(CourseShape.SETBACK_NOT_BACK);
        long shaped = all - tooShort;
        String text = "Between a first and a last score lies a way, and it is seldom straight. ";
        if (shaped == 0) {
            return text + "A shape needs four scores; no course has that many yet.";
        }
        text += "Among courses with at least four scores, "
                + ledger.share(
                        new Entry("detours", "Courses with a setback or spike on the way", windows.year()),
                        new Ratio(detours, shaped))
                + " had a setback or a spike on the way";
        text += detours == 0
                ? "."
                : "; of these, "
                        + ledger.share(
                                new Entry("detours_back", "Of these, came back or settled", windows.year()),
                                new Ratio(back, detours))
                        + " came at least half-way back or settled.";
        if (tooShort > 0) {
            text += " " + Written.sentence(written.get(CourseShape.TOO_SHORT))
                    + (ledger.one(tooShort) ? " more course has" : " more courses have") + " fewer than four scores.";
        }
        return text;
    }

    // Charts.

    private Figure bars(Yardstick yardstick) {
        List<String> names = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (CourseShape shape : CourseShape.values()) {
            String name = name(shape, yardstick.better());
            names.add(name);
            points.add(Point.category(name, shape.ordinal(), counts.get(shape), counts.get(shape)));
            said.add(name + " " + ledger.said(counts.get(shape)));
        }
        return new Figure(
                "shapes",
                Figure.Layout.HORIZONTAL_BARS,
                "How many courses took each shape",
                "Number of courses, " + Written.period(windows.year()),
                "Number of courses of each shape: " + Written.list(said) + ".",
                Axis.places("", Axis.Scale.CATEGORIES, names),
                Axis.fromZero("courses", Axis.Scale.WHOLE_NUMBER),
                List.of(new Series("courses", Mark.BAR, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                150);
    }

    private void lines(Yardstick yardstick, List<Block> blocks) {
        List<Series> series = new ArrayList<>();
        List<String> said = new ArrayList<>();
        int panels = 0;
        int longest = 2;
        for (CourseShape shape : CourseShape.values()) {
            List<Histogram> positions = positions(shape);
            if (positions.size() < 2) {
                continue;
            }
            panels++;
            longest = Math.max(longest, positions.size());
            String name = name(shape, yardstick.better());
            List<Point> middle = new ArrayList<>();
            List<Point> band = new ArrayList<>();
            for (int i = 0; i < positions.size(); i++) {
                Histogram scores = positions.get(i);
                double median = scores.median().orElseThrow() / 100;
                double lower = scores.quantile(0.25).orElseThrow() / 100;
                double upper = scores.quantile(0.75).orElseThrow() / 100;
                middle.add(Point.at(i + 1, median).of(scores.total()));
                band.add(Point.between(i + 1, lower, upper).of(scores.total()));
            }
            series.add(new Series("middle half", name, Mark.BAND, Tone.MAIN, false, band));
            series.add(new Series("median", name, Mark.LINE, Tone.MAIN, false, middle));
            Point last = middle.get(middle.size() - 1);
            said.add(name + " from " + score(middle.get(0)) + " to " + score(last) + " at score " + last.x());
        }
        if (panels == 0) {
            blocks.add(new Block.Note("A typical line is drawn for a shape once at least " + SmallNumbers.FEWEST_AT_RISK
                    + " courses have it; none has so far."));
            return;
        }
        Measure measure = yardstick.measure();
        Figure figure = new Figure(
                "shape-lines",
                Figure.Layout.SMALL_MULTIPLES,
                "How a typical course of each shape went",
                measure.name() + " in points (" + (yardstick.better() == Direction.LOWER ? "lower" : "higher")
                        + " is better) by score number, " + Written.period(windows.year()),
                "Median score by score number: " + String.join("; ", said) + ".",
                new Axis(
                        "score number",
                        Axis.Scale.WHOLE_NUMBER,
                        OptionalDouble.of(1),
                        OptionalDouble.of(longest),
                        List.of()),
                Axis.between("", Axis.Scale.NUMBER, Scores.points(measure.min()), Scores.points(measure.max())),
                series,
                List.of(),
                List.of(),
                50 + 90 * ((panels + 2) / 3));
        blocks.add(new Block.Chart(
                figure,
                "Line: median. Shade: the middle half of the courses. Only shapes with at least "
                        + SmallNumbers.FEWEST_AT_RISK
                        + " courses, and each line only as far as that many go, so its end speaks for the longer "
                        + "courses."));
    }

    /** The scores at position 1, 2, 3 ... as far as enough courses have one. */
    private List<Histogram> positions(CourseShape shape) {
        List<Histogram> positions = new ArrayList<>();
        while (true) {
            Histogram scores =
                    summary.histogram(Topic.TRAJECTORY, shape.key() + ":" + (positions.size() + 1), windows.year());
            if (scores.total() < SmallNumbers.FEWEST_AT_RISK) {
                return positions;
            }
            positions.add(scores);
        }
    }

    private static String score(Point point) {
        return Written.decimal(point.y().orElseThrow(), 1);
    }

    // Definitions.

    private Block definitions(Yardstick yardstick) {
        String step = yardstick.stepChange().isPresent()
                ? Scores.text(Scores.hundredths(yardstick.stepChange().getAsDouble())) + " points"
                : "one reliable step";
        List<Row> rows = new ArrayList<>();
        for (CourseShape shape : CourseShape.values()) {
            rows.add(row(
                    Written.sentence(name(shape, yardstick.better())), written.get(shape), definition(shape, step)));
        }
        return new Block.Table(
                "What the shapes mean; the first one that fits names the course",
                List.of(words("Shape", 27), numbers("Courses", 11), words("Scores of the course, in order", 62)),
                rows);
    }

    private static String definition(CourseShape shape, String step) {
        return switch (shape) {
            case SETBACK_NOT_BACK ->
                "Two scores in a row at least " + step
                        + " worse than the best before them; half of the lost ground is not regained yet, and the "
                        + "last score is still that much worse than the best.";
            case SETBACK_AND_REBOUND -> "The same, but at least half of the lost ground was regained later.";
            case SPIKE_AND_REBOUND ->
                "A single score at least " + step
                        + " worse than one shortly before, and as much better again soon after.";
            case STEP_GAIN ->
                "Reliably better at the end, and at least half of the gain came between two neighbouring sessions and "
                        + "stayed.";
            case STEADY_GAIN -> "Reliably better at the end, without such a step.";
            case WORSENING -> "Reliably worse at the end than at the start: scores moved the wrong way.";
            case LEVEL -> "All scores lie within " + step + " of each other.";
            case FLUCTUATING -> "Everything else with at least four scores.";
            case TOO_SHORT -> "Fewer than four scores, or no reliable change is known for the measure.";
        };
    }
}
