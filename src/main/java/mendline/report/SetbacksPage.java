package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.EpisodeStatus;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.model.SetbackRule;
import mendline.report.Block.Cell;
import mendline.report.Block.Column;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;

/** Page 5: setbacks, and what followed. */
final class SetbacksPage {
    private static final Block HOW_TO_READ = new Block.Box(
            "How to read this",
            List.of(
                    "A setback is a data point, not a verdict. Scores that rose often fall again by themselves, so the curve is drawn"
                            + " beside what noise alone gives. Open is open: nobody has to bounce back by a certain session, and a"
                            + " changed direction is a way on too.",
                    "How not to: not by therapist, and not as a target."));

    private SetbacksPage() {}

    static Page of(ReportInput in, Ledger ledger) {
        Ledger page = ledger.of("setbacks");
        Period year = in.windows().year();
        long setbacks = scored(in, year);
        List<Block> blocks = new ArrayList<>();
        if (in.instruments().primary().isPresent()) {
            blocks.addAll(BounceCurve.blocks(in, year, page));
            blocks.addAll(byMonth(in, year, setbacks, page));
            blocks.add(followed(in, year, setbacks, page));
            blocks.add(HOW_TO_READ);
        } else {
            blocks.add(new Block.Paragraph(
                    "", "No outcome measure was found, so setbacks in scores cannot be looked for."));
            blocks.add(HOW_TO_READ);
        }
        blocks.addAll(recorded(in, year, page));
        blocks.addAll(RareEvents.blocks(in, page, List.of(Metric.SETBACKS_PER_100, Metric.SETBACKS_RECORDED_PER_100)));
        return new Page(
                "setbacks",
                5,
                "Setbacks and what followed",
                title(in, year, setbacks, page),
                subtitle(in, year),
                blocks);
    }

    private static String subtitle(ReportInput in, Period year) {
        String measure = in.instruments()
                .primary()
                .map(yardstick -> yardstick.measure().name() + ", ")
                .orElse("");
        return Written.sentence(measure + Written.period(year));
    }

    /** Setbacks in scores that were confirmed in a span. */
    static long scored(ReportInput in, Period span) {
        return in.summary().count(Topic.NUMERATOR, Metric.SETBACKS_PER_100.key(), span);
    }

    /** Half-way back within the window, of the setbacks whose window is complete. */
    static Ratio cameBack(ReportInput in, Period span) {
        return in.summary().ratio(Metric.BOUNCED_BACK_SHARE, span);
    }

    private static String title(ReportInput in, Period year, long setbacks, Ledger page) {
        if (in.instruments().primary().isEmpty()) {
            return "Setbacks in scores could not be looked for";
        }
        page.count(new Entry("scored", "Setbacks in scores", year), setbacks, "setbacks");
        if (setbacks == 0) {
            return "No setback in the scores of " + Written.period(year);
        }
        Ratio back = cameBack(in, year);
        if (back.denominator() == 0) {
            return Written.sentence(page.some(setbacks, "setback", "setbacks"))
                    + ", none of them followed long enough yet";
        }
        page.share(new Entry("came_back", "Came half-way back within the window", year), back);
        return page.ofText(back) + (page.one(back.denominator()) ? " setback" : " setbacks")
                + " came half-way back within " + in.instruments().settings().setbackWindow() + " scores";
    }

    private static List<Block> byMonth(ReportInput in, Period year, long setbacks, Ledger page) {
        List<Block> blocks = new ArrayList<>();
        if (in.period().dated() && setbacks > 0) {
            blocks.add(new Block.Chart(
                    Bars.byMonth(
                            "setbacks-by-month",
                            "Setbacks in scores by month",
                            "Confirmed in the month, " + Written.period(year) + ", n = " + page.said(setbacks),
                            in,
                            Topic.NUMERATOR,
                            List.of(Metric.SETBACKS_PER_100.key()),
                            year),
                    ""));
        }
        return blocks;
    }

    private static Block followed(ReportInput in, Period year, long setbacks, Ledger page) {
        List<Block> left = new ArrayList<>();
        left.add(new Block.Heading("Setbacks in scores"));
        left.add(new Block.Paragraph("", expected(in, year, setbacks, page)));
        String statuses = statuses(in, year, page);
        if (!statuses.isEmpty()) {
            left.add(new Block.Paragraph("", statuses));
        }
        List<Block> right = new ArrayList<>();
        right.add(new Block.Heading("Learning curve"));
        right.add(new Block.Paragraph("", LearningTold.of(in, page)));
        right.add(new Block.Heading("Returns"));
        right.add(new Block.Paragraph("", returns(in, year, page)));
        return new Block.SideBySide(50, left, right);
    }

    private static String expected(ReportInput in, Period year, long setbacks, Ledger page) {
        Yardstick primary = in.instruments().primary().orElseThrow();
        String rule = rule(in, primary);
        if (!in.chance().known() || in.instruments().outcomeNoise().isEmpty()) {
            return rule + Written.sentence(page.some(setbacks, "was", "were"))
                    + " found; what chance alone gives is not known.";
        }
        ExpectedByChance.Range range = in.chance().setbacks(year);
        return rule + Written.sentence(page.said(setbacks)) + " " + (page.one(setbacks) ? "was" : "were")
                + " found; chance alone would give "
                + chance(page, "expected", "Setbacks expected by chance", year, range) + ".";
    }

    private static String rule(ReportInput in, Yardstick primary) {
        SetbackRule rule = in.instruments().settings().rules().setback();
        if (primary.stepChange().isEmpty()) {
            return "No reliable change is known for " + primary.measure().name()
                    + ", so setbacks cannot be told from noise. ";
        }
        if (rule.needsCutoff() && primary.cutoff().isEmpty()) {
            return "No cut-off is known for " + primary.measure().name() + ", and the rule in use (" + rule.id()
                    + ") needs one, so none can be found. ";
        }
        double step = primary.stepChange().getAsDouble();
        return "A setback is " + SetbackWords.rule(rule, Written.decimal(step, step % 1 == 0 ? 0 : 1) + " points")
                + (rule == SetbackRule.S1 ? ". " : " (rule " + rule.id() + " of the profile). ");
    }

    /** Writes an expected count as a range: {@code about 7 to 11}. */
    static String chance(Ledger page, String id, String label, Period span, ExpectedByChance.Range range) {
        page.number(new Entry(id + ".lower", label + ", lower", span), range.lower(), 1, "count");
        page.number(new Entry(id + ".upper", label + ", upper", span), range.upper(), 1, "count");
        return ChanceWords.range(range.lower(), range.upper());
    }

    private static String statuses(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> statuses = in.summary().categories(Topic.SETBACK_STATUS, year);
        if (statuses.isEmpty()) {
            return "";
        }
        page.parts(statuses.values().stream().mapToLong(Long::longValue).sum(), List.copyOf(statuses.values()));
        List<String> parts = new ArrayList<>();
        for (EpisodeStatus status : List.of(
                EpisodeStatus.BOUNCED_BACK,
                EpisodeStatus.OPEN,
                EpisodeStatus.NOT_BACK,
                EpisodeStatus.ENDED_BEFORE_KNOWN)) {
            long count = statuses.getOrDefault(status.key(), 0L);
            String words = switch (status) {
                case BOUNCED_BACK -> "came half-way back or further";
                case OPEN -> page.one(count) ? "is still open" : "are still open";
                case NOT_BACK -> "had not come half-way back when therapy ended";
                default -> "ended before it could be known";
            };
            page.count(new Entry("status." + status.key(), "Setbacks that " + words, year), count, "setbacks");
            if (count > 0) {
                parts.add(page.said(count) + " " + words);
            }
        }
        long changed = 0;
        for (long count : in.summary().categories(Topic.CHANGED_DIRECTION, year).values()) {
            changed += count;
        }
        page.count(
                new Entry("changed_direction", "Setbacks with a changed direction noted", year), changed, "setbacks");
        String direction = changed == 0
                ? ""
                : " In " + page.said(changed)
                        + " of them a changed direction was noted: coming back is not the only way on.";
        String fully = page.count(
                new Entry("reached.fully_back", "Setbacks that came fully back", year),
                in.summary().count(Topic.SETBACK_REACHED, "fully_back", year),
                "setbacks");
        String best = page.count(
                new Entry("reached.new_best", "Setbacks followed by a new best score", year),
                in.summary().count(Topic.SETBACK_REACHED, "new_best", year),
                "setbacks");
        return "Of these setbacks " + Written.list(parts) + ". " + Written.sentence(fully) + " came fully back and "
                + best + " went on to a new best score." + direction;
    }

    private static String returns(ReportInput in, Period year, Ledger page) {
        List<String> sentences = new ArrayList<>();
        Ratio missed = in.summary().ratio(Metric.RETURNED_AFTER_MISSED, year);
        if (missed.denominator() > 0) {
            sentences.add("After a missed session clients came again within "
                    + in.instruments().settings().returnDays() + " days in "
                    + page.share(new Entry("returned.missed", "Returned after a missed session", year), missed) + ".");
        }
        for (String what : List.of("setback", "rupture")) {
            Ratio next = yesNo(in.summary().categories(Topic.NEXT_ATTENDED, year), what);
            if (next.denominator() > 0) {
                sentences.add("After a recorded " + what + " the next appointment was attended in "
                        + page.share(
                                new Entry(
                                        "returned." + what, "Next appointment attended after a recorded " + what, year),
                                next)
                        + ".");
            }
        }
        return sentences.isEmpty()
                ? "No missed session, recorded setback or rupture is old enough to say."
                : String.join(" ", sentences);
    }

    /** Yes of yes and no, from categories such as {@code setback:yes}. */
    static Ratio yesNo(SortedMap<String, Long> categories, String what) {
        long yes = categories.getOrDefault(what + ":yes", 0L);
        return new Ratio(yes, yes + categories.getOrDefault(what + ":no", 0L));
    }

    private static List<Block> recorded(ReportInput in, Period year, Ledger page) {
        Ratio sessions = in.summary().ratio(Metric.SETBACKS_RECORDED_PER_100, year);
        if (sessions.denominator() == 0) {
            return List.of(new Block.Paragraph(
                    "What was written down.",
                    (year.dated() ? "The exports of this time have" : "The exports have")
                            + " no column for setbacks, so none could be written down. That is not the same as none."));
        }
        SortedMap<String, Long> kinds = in.summary().categories(Topic.SETBACK_KIND, year);
        long experiments = in.summary().count(Topic.PLANNED_EXPERIMENTS, "", year);
        List<Block> left = new ArrayList<>();
        Map<String, Long> shown = Bars.byKind(kinds, Written::words);
        String counted = page.count(
                new Entry("recorded.sessions", "Attended sessions with a recorded setback", year),
                sessions.numerator(),
                "sessions");
        for (Map.Entry<String, Long> kind : shown.entrySet()) {
            page.count(
                    new Entry("recorded.kind." + kind.getKey().replace(' ', '_'), "Recorded: " + kind.getKey(), year),
                    kind.getValue(),
                    "entries");
        }
        if (shown.size() > 1) {
            left.add(new Block.Chart(
                    Bars.horizontal(
                            "setback-kinds",
                            "What was written down",
                            "Entries in " + counted + " of " + page.said(sessions.denominator())
                                    + " attended sessions that were asked, " + Written.period(year),
                            shown),
                    ""));
        } else {
            left.add(
                    new Block.Paragraph(
                            "What was written down.",
                            shown.isEmpty()
                                    ? "No setback was written down in the sessions that were asked."
                                    : "Setbacks were written down in " + counted + " of "
                                            + page.said(sessions.denominator())
                                            + " attended sessions that were asked; too few of more than one kind for a chart."));
        }
        String planned = page.count(
                new Entry("recorded.experiments", "Sessions with a planned experiment", year), experiments, "sessions");
        left.add(new Block.Note(
                experiments == 0
                        ? "No planned experiment was written down; it would not be among them: it is practice, not a setback."
                        : planned + (page.one(experiments) ? " planned experiment is" : " planned experiments are")
                                + " not among them: practice, not setbacks."));
        List<Block> right = new ArrayList<>();
        right.add(new Block.Heading("And what was carried forward"));
        right.add(new Block.Paragraph("", carried(in, year, page)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.SideBySide(58, left, right));
        blocks.addAll(responses(in, year, page));
        return blocks;
    }

    private static String carried(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> carried = in.summary().categories(Topic.CARRIED_FORWARD, year);
        long sessions = in.summary().count(Topic.CARRIED_FORWARD_SESSIONS, "", year);
        String count = page.count(
                new Entry("carried.sessions", "Sessions with something carried forward", year), sessions, "sessions");
        if (sessions == 0) {
            return "Nothing was noted as carried forward.";
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> entry :
                Bars.byKind(carried, Written::words).entrySet()) {
            page.count(
                    new Entry(
                            "carried." + entry.getKey().replace(' ', '_'), "Carried forward: " + entry.getKey(), year),
                    entry.getValue(),
                    "entries");
            parts.add(entry.getKey() + " (" + page.said(entry.getValue()) + ")");
        }
        return "In " + count + " " + (page.one(sessions) ? "session" : "sessions") + " something was taken from it: "
                + Written.list(parts) + ".";
    }

    private static List<Block> responses(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> counts = in.summary().categories(Topic.RESPONSE, year);
        SortedMap<String, Long> next = in.summary().categories(Topic.RESPONSE_NEXT_ATTENDED, year);
        SortedMap<String, Long> back = in.summary().categories(Topic.RESPONSE_HALF_WAY_BACK, year);
        List<Row> rows = new ArrayList<>();
        long rare = 0;
        for (Map.Entry<String, Long> entry : new TreeMap<>(counts).entrySet()) {
            if (entry.getValue() < in.settings().minimumN()) {
                rare++;
                continue;
            }
            String name = Written.words(entry.getKey());
            rows.add(new Row(List.of(
                    new Cell.Text(Written.sentence(name), "", false),
                    new Cell.Text(
                            page.count(
                                    new Entry("response." + entry.getKey(), "Met with " + name, year),
                                    entry.getValue(),
                                    "sessions"),
                            "",
                            false),
                    new Cell.Text(
                            page.shortShare(
                                    new Entry(
                                            "response.next." + entry.getKey(),
                                            "Next appointment attended, " + name,
                                            year),
                                    yesNo(next, entry.getKey())),
                            "",
                            false),
                    new Cell.Text(
                            page.shortShare(
                                    new Entry("response.back." + entry.getKey(), "Half-way back, " + name, year),
                                    yesNo(back, entry.getKey())),
                            "",
                            false))));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Table(
                        "How recorded setbacks were met, and what followed",
                        List.of(
                                new Column("Met with", false, 34),
                                new Column("Sessions", true, 14),
                                new Column("Next appointment attended", true, 26),
                                new Column("Half-way back, where a setback in scores overlaps", true, 26)),
                        rows),
                new Block.Note(
                        "In the order of the alphabet. Described, not tested: people are met in the way that seems right for them,"
                                + " so the rows cannot be compared with each other. Responses noted fewer than "
                                + in.settings().minimumN() + " times are left out (" + rare + ")."));
    }
}
