package mendline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.aggregate.Strip;
import mendline.aggregate.Topic;
import mendline.detect.CheckIn;
import mendline.detect.EpisodeStatus;
import mendline.measure.Measure;
import mendline.model.DipDetector;
import mendline.model.Months;
import mendline.model.Period;
import mendline.report.Ledger.Entry;

/** Page 6: ruptures that were written down, dips found in alliance scores, and repairs; the two kept apart. */
final class RupturesPage {
    private static final int LINES_DRAWN = 80;

    private RupturesPage() {}

    static Page of(ReportInput in, Ledger ledger) {
        Ledger page = ledger.of("ruptures");
        Period year = in.windows().year();
        List<Block> blocks = new ArrayList<>();
        long dips = dips(in, year);
        if (refused(in)) {
            blocks.add(new Block.Paragraph("", refusal(in)));
            blocks.add(howToRead(in));
        } else {
            blocks.addAll(strip(in, year, dips, page));
            blocks.add(new Block.SideBySide(
                    50,
                    List.of(
                            new Block.Heading("Dips in alliance scores"),
                            new Block.Paragraph("", statuses(in, year, page)),
                            new Block.Paragraph("", assessable(in, year, page))),
                    List.of(
                            new Block.Heading("Also written down?"),
                            new Block.Paragraph("", alsoRecorded(in, year, page)))));
            blocks.add(howToRead(in));
            blocks.addAll(curveBesideRules(in, year, page));
        }
        blocks.addAll(RuptureStreams.blocks(in, year, page));
        blocks.addAll(RareEvents.blocks(
                in,
                page,
                List.of(
                        Metric.DIPS_PER_100,
                        Metric.RUPTURES_CLIENT_PER_100,
                        Metric.RUPTURES_THERAPIST_PER_100,
                        Metric.RUPTURES_OBSERVER_PER_100)));
        blocks.addAll(AgreementTable.blocks(in, year, page));
        blocks.addAll(checkIns(in, year, page));
        return new Page("ruptures", 6, "Ruptures and repairs", title(in, year, dips, page), subtitle(in, year), blocks);
    }

    /** How soon dips were repaired, and beside it how many there are by other rules; below each other without a curve. */
    private static List<Block> curveBesideRules(ReportInput in, Period year, Ledger page) {
        List<Block> curve = RepairCurve.blocks(in, year, page);
        List<Block> rules = new ArrayList<>(DipRuleTable.blocks(in, year, page));
        rules.addAll(NextFormTold.of(in, year, page));
        if (curve.get(0) instanceof Block.Chart && !rules.isEmpty()) {
            return List.of(new Block.SideBySide(48, curve, rules));
        }
        List<Block> blocks = new ArrayList<>(curve);
        blocks.addAll(rules);
        return blocks;
    }

    private static Block howToRead(ReportInput in) {
        return new Block.Box(
                "How to read this",
                List.of(
                        "A dip is a fall in the " + RaterWords.who(in)
                                + "'s alliance score that is larger than "
                                + (in.instruments().settings().rules().dips() == DipDetector.B
                                        ? "the course's own usual ups and downs in the first eight scores"
                                        : "this measure's usual ups and downs")
                                + ": a possible strain, not an observed rupture. Half to three quarters of dips that are pure noise"
                                + " look repaired, so the share of repaired dips is no evidence of repair skill.",
                        "No dips is not the aim: scores at the ceiling throughout may mean that feedback is not flowing. How not to: not"
                                + " by therapist, and not as a target."));
    }

    /** Dips in a span, by month of the lowest score. */
    static long dips(ReportInput in, Period span) {
        return in.summary().count(Topic.NUMERATOR, Metric.DIPS_PER_100.key(), span);
    }

    private static boolean refused(ReportInput in) {
        return in.instruments().alliance().isEmpty()
                || in.instruments().allianceScale().isEmpty();
    }

    private static String refusal(ReportInput in) {
        return in.instruments().alliance().isEmpty()
                ? "No alliance measure was found in the data, so dips cannot be looked for."
                : "Dips need a scale of usual ups and downs: at least 10 courses with at least 40 differences between neighbouring"
                        + " alliance scores, or a scale set in the profile. These data have neither, so none is reported.";
    }

    private static String subtitle(ReportInput in, Period year) {
        String measure = in.instruments()
                .alliance()
                .map(Measure::name)
                .map(name -> Written.sentence(RaterWords.who(in)) + "-rated " + name + ", ")
                .orElse("");
        return Written.sentence(measure + Written.period(year));
    }

    private static String title(ReportInput in, Period year, long dips, Ledger page) {
        if (refused(in)) {
            return "Alliance dips could not be looked for";
        }
        page.count(new Entry("dips", "Alliance dips", year), dips, "dips");
        if (!in.chance().known()) {
            return Written.sentence(page.some(dips, "possible dip", "possible dips")) + " in the "
                    + RaterWords.alliance(in);
        }
        ExpectedByChance.Range range = in.chance().dips(year);
        return Written.sentence(page.some(dips, "possible dip", "possible dips"))
                + " in the " + RaterWords.alliance(in) + "; chance alone would give "
                + SetbacksPage.chance(page, "expected", "Alliance dips expected by chance", year, range);
    }

    private static List<Block> strip(ReportInput in, Period year, long dips, Ledger page) {
        if (!in.period().dated() || dips == 0) {
            return List.of();
        }
        int from = Months.firstDay(year.firstMonth());
        int to = Months.lastDay(year.lastMonth());
        List<Strip> lines = new ArrayList<>();
        for (Strip strip : in.summary().strips()) {
            if (strip.lowestDay() >= from && strip.lowestDay() <= to && lines.size() < LINES_DRAWN) {
                lines.add(0, strip);
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            Strip line = lines.get(row);
            points.add(new Point(
                    LocalDate.ofEpochDay(line.onsetDay()).toString(),
                    Math.max(line.onsetDay(), from),
                    OptionalDouble.of(row),
                    OptionalDouble.of(Math.max(line.onsetDay(), from)),
                    OptionalDouble.of(Math.min(line.endDay(), to)),
                    OptionalLong.empty(),
                    state(line.status())));
        }
        Figure figure = new Figure(
                "dip-strip",
                Figure.Layout.STRIP,
                "Each dip as a line, from its first lower score to what followed",
                (lines.size() < dips
                                ? "The latest " + page.said(lines.size()) + " of " + page.said(dips) + " dips, "
                                : "")
                        + Written.period(year) + "; oldest at the top",
                Written.sentence(page.some(lines.size(), "dip as a line", "dips as lines")) + " by date: "
                        + repaired(lines) + " repaired.",
                Axis.between("", Axis.Scale.DAYS, from, to),
                Axis.between("", Axis.Scale.NONE, -1, lines.size()),
                List.of(new Series("dip", Mark.SPAN, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                Math.max(80, Math.min(340, 40 + 7 * lines.size() / 2)));
        return List.of(new Block.Chart(figure, ""));
    }

    private static long repaired(List<Strip> lines) {
        return lines.stream()
                .filter(line -> line.status() == EpisodeStatus.REPAIRED)
                .count();
    }

    private static PointState state(EpisodeStatus status) {
        return switch (status) {
            case REPAIRED -> PointState.REPAIRED;
            case PARTLY_REPAIRED -> PointState.PARTLY_REPAIRED;
            case NOT_REPAIRED -> PointState.NOT_REPAIRED;
            case OPEN -> PointState.OPEN;
            default -> PointState.ENDED_BEFORE_KNOWN;
        };
    }

    private static String statuses(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> statuses = in.summary().categories(Topic.DIP_STATUS, year);
        page.parts(statuses.values().stream().mapToLong(Long::longValue).sum(), List.copyOf(statuses.values()));
        List<String> parts = new ArrayList<>();
        for (EpisodeStatus status : List.of(
                EpisodeStatus.REPAIRED,
                EpisodeStatus.PARTLY_REPAIRED,
                EpisodeStatus.OPEN,
                EpisodeStatus.NOT_REPAIRED,
                EpisodeStatus.ENDED_BEFORE_KNOWN)) {
            long count = statuses.getOrDefault(status.key(), 0L);
            String words = switch (status) {
                case REPAIRED -> page.one(count) ? "is repaired" : "are repaired";
                case PARTLY_REPAIRED -> "partly";
                case OPEN -> page.one(count) ? "is still open" : "are still open";
                case NOT_REPAIRED -> "not within " + in.instruments().settings().dipWindow() + " scores";
                default -> "ended before it could be known";
            };
            String said = page.count(
                    new Entry("status." + status.key(), "Dips: " + Written.words(status.key()), year), count, "dips");
            if (count > 0) {
                parts.add(said + " " + words);
            }
        }
        return parts.isEmpty() ? "No dip in this time." : "Of the dips, " + Written.list(parts) + ".";
    }

    private static String assessable(ReportInput in, Period year, Ledger page) {
        long yes = in.summary().count(Topic.ALLIANCE_COURSES, "assessable", year);
        long no = in.summary().count(Topic.ALLIANCE_COURSES, "not_assessable", year);
        long swing = in.summary().count(Topic.ALLIANCE_COURSES, "up_and_down", year);
        String fewest = in.instruments().settings().rules().dips() == DipDetector.B ? "six" : "three";
        String text = "Alliance scores allow a look in "
                + page.counts(
                        new Entry("assessable", "Courses with at least " + fewest + " alliance scores", year),
                        new Ratio(yes, yes + no))
                + " courses.";
        if (in.chance().shuffled().replications() > 0) {
            String shuffled = page.number(
                    new Entry("expected.shuffled", "Alliance dips in shuffled copies", year),
                    in.chance().shuffledDips(year),
                    0,
                    "count");
            text += " Each course's own scores in another order about its trend would give about " + shuffled
                    + " dips, a number that real dips make larger.";
        }
        page.count(new Entry("up_and_down", "Courses whose alliance scores swing widely", year), swing, "courses");
        return swing == 0
                ? text
                : text + " In " + page.some(swing, "course", "courses")
                        + " they swing so widely that the threshold was capped: a finding in itself.";
    }

    private static String alsoRecorded(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> recorded = in.summary().categories(Topic.DIP_RECORDED, year);
        long yes = recorded.getOrDefault("recorded", 0L);
        long no = recorded.getOrDefault("not_recorded", 0L);
        long notAsked = recorded.getOrDefault("not_asked", 0L);
        page.count(new Entry("recorded.not_asked", "Dips where nobody was asked", year), notAsked, "dips");
        if (yes + no == 0) {
            return "Nobody was asked about ruptures around these dips, so this cannot be said.";
        }
        return "A rupture was written down within one session of "
                + page.share(
                        new Entry("recorded", "Dips with a rupture recorded within one session", year),
                        new Ratio(yes, yes + no))
                + " dips around which somebody was asked. Client, therapist and scores see different things: poor overlap is expected.";
    }

    private static List<Block> checkIns(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> counts = in.summary().categories(Topic.CHECK_INS, year);
        long scores = counts.values().stream().mapToLong(Long::longValue).sum();
        if (scores == 0) {
            return List.of();
        }
        long prompts = scores - counts.getOrDefault(CheckIn.NONE.key(), 0L);
        String share = page.share(
                new Entry("check_ins", "Check-in prompts of the Session Rating Scale", year),
                new Ratio(prompts, scores));
        return List.of(new Block.Note(
                "The Session Rating Scale's own rule (36 or lower, or a point lower than at the session before)"
                        + " prompts a check-in after " + share
                        + " scores. Many good sessions score so; a prompt is neither a dip nor a rupture."));
    }
}
