package mendline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.OutcomeClass;
import mendline.measure.SlopeTest;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.report.Block.Cell;
import mendline.report.Block.Column;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.EffectSize;
import mendline.stats.Moments;

/** Page 4: how courses ended on their scores. */
final class OutcomesPage {
    private static final List<OutcomeClass> ASSESSED = List.of(
            OutcomeClass.RECOVERED,
            OutcomeClass.IMPROVED,
            OutcomeClass.UNCHANGED,
            OutcomeClass.DETERIORATED,
            OutcomeClass.MOVED_INTO_CLINICAL_RANGE);

    /** What turns a reliable change in points into a standard error. */
    private OutcomesPage() {}

    static Page of(ReportInput in, Ledger ledger) {
        Ledger page = ledger.of("outcomes");
        Period year = in.windows().year();
        if (in.instruments().primary().isEmpty()) {
            return new Page(
                    "outcomes",
                    4,
                    "Outcomes",
                    "No outcome measure was found in the data",
                    Written.period(year),
                    List.of(new Block.Paragraph(
                            "",
                            "No column of a known outcome measure holds a score, so nothing can be said of outcomes. A profile can name"
                                    + " the measure that the practice uses.")));
        }
        Yardstick primary = in.instruments().primary().get();
        Map<OutcomeClass, Long> classes = classes(in, primary.key(), year);
        long assessed = assessed(classes);
        page.parts(assessed, ASSESSED.stream().map(classes::get).toList());
        List<Block> blocks = new ArrayList<>();
        String who = in.period().dated() ? "courses that ended" : "courses with a first and a last score";
        if (assessed > 0) {
            blocks.add(new Block.Chart(
                    stacked(primary, classes, assessed, who, year, page), OutcomeWords.reading(primary)));
        }
        String refusal = OutcomeWords.refusal(primary);
        if (assessed == 0 && !refusal.isEmpty()) {
            blocks.add(new Block.Paragraph("", refusal));
        }
        blocks.addAll(services(in, page));
        Optional<Figure> scatter = BeforeAfter.of(in, primary, year);
        if (scatter.isPresent()) {
            blocks.add(new Block.Chart(
                    scatter.get(),
                    "One dot a course, moved a little within the scoring step so that dots do not hide each other. Dots on the better"
                            + " side of the band improved by more than measurement error."));
        } else if (assessed > 0 && !(primary.test() instanceof SlopeTest)) {
            blocks.add(new Block.Note("A picture of single courses needs at least " + SmallNumbers.FEWEST_FOR_PERCENT
                    + " of them, so there is none."));
        }
        blocks.add(measures(in, page, year));
        blocks.addAll(BenchmarkBlocks.of(in, page));
        blocks.add(new Block.Box(
                "How to read this",
                List.of(
                        (primary.test() instanceof SlopeTest
                                        ? "Reliable means here that a course's scores moved otherwise than most courses' did."
                                        : "Reliable means more than measurement error of the questionnaire.")
                                + " Recovered means that a course began in the"
                                + " clinical range, ended outside it and changed reliably. Recovery rates depend on how severe"
                                + " courses were at the start, so reliable recovery comes first.",
                        "Change from first to last score includes natural recovery and the drift of extreme scores towards the middle;"
                                + " there is no comparison group here.")));
        return new Page("outcomes", 4, "Outcomes", title(in, primary, year, classes, page), subtitle(in, year), blocks);
    }

    private static String title(
            ReportInput in, Yardstick primary, Period year, Map<OutcomeClass, Long> classes, Ledger page) {
        long assessed = assessed(classes);
        for (OutcomeClass outcome : ASSESSED) {
            page.count(
                    new Entry("class." + outcome.key(), Written.words(outcome.key()), year, primary.key()),
                    classes.get(outcome),
                    "courses");
        }
        page.count(new Entry("class.assessed", "Courses with an outcome", year, primary.key()), assessed, "courses");
        if (assessed == 0) {
            return OutcomeWords.refusal(primary).isEmpty()
                    ? "No course has a first and a last score yet"
                    : "Outcomes cannot be told by the method that the profile asks for";
        }
        long better = classes.get(OutcomeClass.RECOVERED) + classes.get(OutcomeClass.IMPROVED);
        Ratio ratio = new Ratio(better, assessed);
        page.share(
                new Entry(
                        "better",
                        OutcomeWords.tellsRecovery(primary)
                                ? "Recovered or improved reliably"
                                : Written.sentence(OutcomeWords.improved(primary)),
                        year,
                        primary.key()),
                ratio);
        return "On the " + primary.measure().name() + " " + page.ofText(ratio)
                + (page.one(assessed) ? " course " : " courses ") + OutcomeWords.improved(primary)
                + (OutcomeWords.tellsRecovery(primary)
                        ? "; " + page.said(classes.get(OutcomeClass.RECOVERED)) + " of them recovered"
                        : "");
    }

    private static String subtitle(ReportInput in, Period year) {
        return Written.sentence(Written.period(year))
                + (in.period().dated() ? ", courses that ended" : ", every course with both scores");
    }

    static Map<OutcomeClass, Long> classes(ReportInput in, String measure, Period span) {
        Map<OutcomeClass, Long> classes = new LinkedHashMap<>();
        for (OutcomeClass outcome : OutcomeClass.values()) {
            classes.put(outcome, in.summary().count(Topic.OUTCOME_CLASS, measure + ":" + outcome.key(), span));
        }
        return classes;
    }

    static long assessed(Map<OutcomeClass, Long> classes) {
        long sum = 0;
        for (OutcomeClass outcome : ASSESSED) {
            sum += classes.get(outcome);
        }
        return sum;
    }

    private static Figure stacked(
            Yardstick primary, Map<OutcomeClass, Long> classes, long assessed, String who, Period year, Ledger page) {
        Map<OutcomeClass, Tone> tones = Map.of(
                OutcomeClass.RECOVERED, Tone.MAIN,
                OutcomeClass.IMPROVED, Tone.SECOND,
                OutcomeClass.UNCHANGED, Tone.COMMON,
                OutcomeClass.DETERIORATED, Tone.FOURTH,
                OutcomeClass.MOVED_INTO_CLINICAL_RANGE, Tone.THIRD);
        List<Series> series = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (OutcomeClass outcome : ASSESSED) {
            long count = classes.get(outcome);
            if (count > 0) {
                series.add(new Series(
                        Written.words(outcome.key()),
                        Mark.STACK,
                        tones.get(outcome),
                        true,
                        List.of(Point.category(Written.words(outcome.key()), 0, (double) count / assessed, count))));
                parts.add(Written.words(outcome.key()) + " " + count);
            }
        }
        return new Figure(
                "outcome-classes",
                Figure.Layout.STACKED_SHARE,
                "Outcome of " + page.some(assessed, "course", "courses"),
                primary.measure().name() + ", " + who + ", " + Written.period(year),
                "One bar in parts: " + String.join(", ", parts) + ".",
                Axis.places("", Axis.Scale.NONE, List.of("")),
                Axis.between("", Axis.Scale.SHARE, 0, 1),
                series,
                List.of(),
                List.of(),
                74);
    }

    private static List<Block> services(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        List<Row> rows = new ArrayList<>();
        boolean month = in.period().kind() == Period.Kind.MONTH;
        for (String definition : ServiceOutcomes.definitions(in.summary())) {
            List<ServiceOutcomes.Rate> now = shown(in, definition, windows.period());
            List<ServiceOutcomes.Rate> year = shown(in, definition, windows.year());
            Optional<List<ServiceOutcomes.Rate>> before = windows.before().map(span -> shown(in, definition, span));
            for (int i = 0; i < now.size(); i++) {
                String label = label(definition, now.get(i).rate(), in);
                List<Cell> cells = new ArrayList<>();
                cells.add(new Cell.Text(label, "", false));
                cells.add(rate(page, "period", label, windows.period(), now.get(i)));
                if (month) {
                    cells.add(rate(page, "year", label, windows.year(), year.get(i)));
                    cells.add(
                            before.isEmpty()
                                    ? new Cell.Text(Written.NOT_MEASURED, "", false)
                                    : rate(
                                            page,
                                            "before",
                                            label,
                                            windows.before().orElseThrow(),
                                            before.get().get(i)));
                }
                rows.add(new Row(cells));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Column> columns = month
                ? List.of(
                        new Column("Rate", false, 40),
                        new Column(Written.monthName(in.period().lastMonth()), true, 18),
                        new Column(windows.yearHeader(), true, 21),
                        new Column(windows.beforeHeader(), true, 21))
                : List.of(new Column("Rate", false, 55), new Column(Written.period(in.period()), true, 45));
        return List.of(
                new Block.Table("Service outcome rates", columns, rows),
                new Block.Note(ownMeasure(in, page, windows.period())
                        + "Of courses that ended with at least two attended treatment sessions. Recovery is counted out of those not"
                        + " known to start below caseness; unpaired courses stay in the denominator, as in the national figures;"
                        + " where there are any, the rates of the paired ones alone stand beside them. Square brackets: 95 %"
                        + " Wilson intervals."));
    }

    /** How many courses have a measure of anxiety for their problem, where the profile asks for it. */
    private static String ownMeasure(ReportInput in, Ledger page, Period span) {
        if (in.instruments().settings().anxiety().by().isEmpty()) {
            return "";
        }
        long own = ServiceOutcomes.ownMeasure(in.summary(), span);
        page.count(new Entry("own_measure", "Courses judged by the measure for their problem", span), own, "courses");
        return "In " + page.some(own, "course", "courses")
                + " the anxiety is that of the measure for the recorded problem, in the others that of the GAD-7. ";
    }

    /** The rates on the page; those of paired courses only where they differ from the others. */
    private static List<ServiceOutcomes.Rate> shown(ReportInput in, String definition, Period span) {
        List<ServiceOutcomes.Rate> all = ServiceOutcomes.rates(in.summary(), definition, Period.everything());
        boolean everyPaired = all.stream()
                .filter(rate -> rate.rate().equals("paired"))
                .allMatch(rate -> rate.ratio().numerator() == rate.ratio().denominator());
        return ServiceOutcomes.rates(in.summary(), definition, span).stream()
                .filter(rate -> !everyPaired || !rate.rate().endsWith("_paired_only"))
                .toList();
    }

    private static Cell rate(Ledger page, String which, String label, Period span, ServiceOutcomes.Rate rate) {
        Entry entry = new Entry(rate.definition() + "." + rate.rate() + "." + which, label, span, rate.definition());
        String text = page.shortShare(entry, rate.ratio());
        boolean percent = page.shown(rate.ratio())
                .map(shown -> shown.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT)
                .orElse(false);
        return new Cell.Text(text, percent ? page.ofText(rate.ratio()) : "", false);
    }

    private static String label(String definition, String rate, ReportInput in) {
        String of = definition.equals("nhs_paired")
                ? ServiceOutcomes.together(in)
                : in.instruments().outcomes().stream()
                        .filter(yardstick -> definition.equals("single:" + yardstick.key()))
                        .map(yardstick -> yardstick.measure().name())
                        .findFirst()
                        .orElse(definition);
        String what = switch (rate) {
            case "paired" -> "first and last score there";
            case "reliable_recovery_paired_only" -> "reliable recovery, of paired";
            case "recovery_paired_only" -> "recovery, of paired";
            case "reliable_improvement_paired_only" -> "reliable improvement, of paired";
            case "reliable_deterioration_paired_only" -> "reliable deterioration, of paired";
            default -> Written.words(rate);
        };
        return Written.sentence(what) + " (" + of + ")";
    }

    private static Block measures(ReportInput in, Ledger page, Period year) {
        List<Row> rows = new ArrayList<>();
        for (Yardstick yardstick : in.instruments().outcomes()) {
            rows.add(measure(in, page, year, yardstick));
        }
        return new Block.Table(
                "Every outcome measure, " + Written.period(year) + "; both scores: of courses with at least one",
                List.of(
                        new Column("Measure", false, 20),
                        new Column("Both scores", true, 15),
                        new Column("Improved reliably", true, 15),
                        new Column("Deteriorated reliably", true, 15),
                        new Column("Mean improvement, points", true, 17),
                        new Column("Effect size g", true, 18)),
                rows);
    }

    private static Row measure(ReportInput in, Ledger page, Period year, Yardstick yardstick) {
        String key = yardstick.key();
        Moments first = in.summary().moments(Topic.FIRST_SCORE, key, year);
        Moments improvement = in.summary().moments(Topic.IMPROVEMENT, key, year);
        long better = in.summary().count(Topic.OUTCOME_CLASS, key + ":reliably_improved", year);
        long worse = in.summary().count(Topic.OUTCOME_CLASS, key + ":reliably_deteriorated", year);
        long same = in.summary().count(Topic.OUTCOME_CLASS, key + ":reliably_unchanged", year);
        long assessed = better + worse + same;
        String name = yardstick.measure().name();
        return new Row(List.of(
                new Cell.Text(name, "", false),
                new Cell.Text(completers(in, page, year, yardstick, first.n()), "", false),
                new Cell.Text(
                        page.shortShare(
                                new Entry("improved." + key, "Improved reliably, " + name, year, key),
                                new Ratio(better, assessed)),
                        "",
                        false),
                new Cell.Text(
                        page.shortShare(
                                new Entry("deteriorated." + key, "Deteriorated reliably, " + name, year, key),
                                new Ratio(worse, assessed)),
                        "",
                        false),
                new Cell.Text(mean(page, year, yardstick, improvement), "", false),
                new Cell.Text(effect(in, page, year, yardstick, first, improvement), "", false)));
    }

    /** Courses with both scores, out of those with any. */
    private static String completers(ReportInput in, Ledger page, Period year, Yardstick yardstick, long both) {
        String key = yardstick.key();
        String name = yardstick.measure().name();
        String count =
                page.count(new Entry("pairs." + key, "Courses with both scores, " + name, year, key), both, "courses");
        long scored = 0;
        for (long courses : classes(in, key, year).values()) {
            scored += courses;
        }
        return scored < both
                ? count
                : page.counts(
                        new Entry("completers." + key, "Both scores, of courses with any, " + name, year, key),
                        new Ratio(both, scored));
    }

    private static String mean(Ledger page, Period year, Yardstick yardstick, Moments improvement) {
        String text = page.mean(
                new Entry(
                        "mean_improvement." + yardstick.key(),
                        "Mean improvement, " + yardstick.measure().name(),
                        year,
                        yardstick.key()),
                improvement,
                0.01,
                "points");
        return text.contains(", n =")
                ? text.substring(0, text.indexOf(", n =")).replace(" (95 % interval ", " [") + "]"
                : text;
    }

    private static String effect(
            ReportInput in, Ledger page, Period year, Yardstick yardstick, Moments first, Moments improvement) {
        Entry entry = new Entry(
                "effect." + yardstick.key(),
                "Effect size g, " + yardstick.measure().name(),
                year,
                yardstick.key());
        if (first.n() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            page.tooFew(entry, first.n(), "baseline SDs");
            return "too few";
        }
        Moments last = in.summary().moments(Topic.LAST_SCORE, yardstick.key(), year);
        Moments both = in.summary().moments(Topic.FIRST_PLUS_LAST, yardstick.key(), year);
        double product = first.sd().orElse(0) * last.sd().orElse(0);
        if (product <= 0) {
            return page.notMeasured(entry, "baseline SDs");
        }
        double covariance = (both.variance().orElseThrow()
                        - first.variance().orElseThrow()
                        - last.variance().orElseThrow())
                / 2;
        double correlation = Math.max(-1, Math.min(1, covariance / product));
        Optional<EffectSize> effect =
                EffectSize.prePost(improvement.mean().orElseThrow(), first.sd().orElseThrow(), first.n(), correlation);
        if (effect.isEmpty()) {
            return page.notMeasured(entry, "baseline SDs");
        }
        boolean interval = first.n() >= SmallNumbers.FEWEST_FOR_PERCENT;
        page.estimate(
                entry,
                first.n(),
                effect.get().g(),
                interval ? Optional.of(effect.get().interval()) : Optional.empty(),
                "baseline SDs");
        return Written.decimal(effect.get().g(), 2)
                + (interval
                        ? " [" + Written.decimal(effect.get().interval().lower(), 2) + " to "
                                + Written.decimal(effect.get().interval().upper(), 2) + "]"
                        : "");
    }
}
