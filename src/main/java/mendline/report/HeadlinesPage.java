package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.EpisodeStatus;
import mendline.detect.OutcomeClass;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.KaplanMeier;
import mendline.stats.SurvivalTally;
import mendline.stats.XmR;

/** Page 1: three to five sentences, each from a rule and traceable to figures. */
final class HeadlinesPage {
    private static final int MOST_UNUSUAL = 2;

    private HeadlinesPage() {}

    /**
     * @param worth how many courses the internal list names
     */
    static Page of(ReportInput in, Ledger ledger, int worth) {
        Ledger page = ledger.of("headlines");
        List<Block> blocks = new ArrayList<>();
        blocks.add(outcomes(in, page));
        blocks.add(setbacks(in, page));
        blocks.add(ruptures(in, page));
        returns(in, page).ifPresent(blocks::add);
        blocks.addAll(unusual(in, page));
        blocks.add(new Block.SideBySide(
                50,
                List.of(new Block.Box("Worth talking about", List.of(worthTalking(in, worth, page)))),
                List.of(new Block.Box("How far to trust it", trust(in, page)))));
        blocks.add(new Block.Note("A setback is a data point, not a verdict. Nothing here ranks people, and this is not an alerting system:"
                + " nobody should wait for a report to act on a worry."));
        if (in.instruments().primary().isPresent() && !in.period().dated()) {
            blocks.add(new Block.Note(
                    "These data carry no dates, so the report covers all of them and shows no months or trends."));
        }
        return new Page("headlines", 1, "Headlines", name(in), summary(in, page), blocks);
    }

    private static String name(ReportInput in) {
        return in.period().kind() == Period.Kind.ALL && in.period().dated()
                ? "All of the data"
                : Written.sentence(Written.period(in.period()));
    }

    private static String summary(ReportInput in, Ledger page) {
        Period period = in.period();
        String sessions = page.count(
                new Entry("sessions", Metric.SESSIONS_ATTENDED.label(), period),
                in.summary().count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), period),
                "sessions");
        if (!period.dated()) {
            String courses = page.count(
                    new Entry("courses", "Courses", period), in.summary().count(Topic.COURSES, "all", Period.everything()), "courses");
            return sessions + " attended sessions in " + courses + " courses. The data carry no dates.";
        }
        String ended = page.count(
                new Entry("ended", Metric.COURSES_ENDED.label(), period),
                in.summary().count(Topic.NUMERATOR, Metric.COURSES_ENDED.key(), period),
                "courses");
        String span = in.period().kind() == Period.Kind.ALL ? Written.sentence(Written.period(period)) + ". " : "";
        return span + sessions + " attended sessions, " + ended + " courses ended. Data up to "
                + Written.day(in.intake().asOf().orElseThrow()) + ".";
    }

    private static Block outcomes(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        if (in.instruments().primary().isEmpty()) {
            return new Block.Headline(Icon.PLAIN, "Outcomes were not measured.", "No outcome score was found in the data.");
        }
        if (!in.period().dated()) {
            String key = in.instruments().primary().get().key();
            Map<OutcomeClass, Long> classes = OutcomesPage.classes(in, key, windows.period());
            long assessed = OutcomesPage.assessed(classes);
            Ratio better = new Ratio(classes.get(OutcomeClass.RECOVERED) + classes.get(OutcomeClass.IMPROVED), assessed);
            if (assessed == 0) {
                String refusal = OutcomeWords.refusal(in.instruments().primary().get());
                return refusal.isEmpty()
                        ? new Block.Headline(Icon.PLAIN, "No course has a first and a last score.", "")
                        : new Block.Headline(Icon.PLAIN, "Outcomes cannot be told by the method that the profile asks for.", refusal);
            }
            Yardstick primary = in.instruments().primary().get();
            String improved = OutcomeWords.improved(primary);
            String counts = page.counts(new Entry("better", Written.sentence(improved), windows.period(), key), better);
            String scores = primary.measure().name() + ", first to last score.";
            if (!OutcomeWords.tellsRecovery(primary)) {
                return new Block.Headline(Icon.PLAIN, counts + " courses " + improved + ".", scores);
            }
            String recovered = page.count(
                    new Entry("recovered", "Recovered", windows.period(), key), classes.get(OutcomeClass.RECOVERED), "courses");
            return new Block.Headline(
                    Icon.PLAIN,
                    counts + " courses " + improved + ".",
                    recovered + " of them also left the clinical range. " + scores);
        }
        MetricSeries series = MetricSeries.shown(in, Metric.RELIABLE_IMPROVEMENT);
        Ratio now = in.summary().ratio(Metric.RELIABLE_IMPROVEMENT, windows.year());
        if (now.denominator() == 0) {
            return new Block.Headline(
                    Icon.TOO_FEW, "No outcome to report yet.", "No course with at least two treatment sessions has ended.");
        }
        String counts = page.counts(new Entry("improvement.year", "Reliable improvement", windows.year()), now);
        String measured = ServiceOutcomes.definitions(in.summary()).contains("nhs_paired")
                ? "PHQ-9 and GAD-7 together: "
                : in.instruments().primary().get().measure().name() + ": ";
        String before = windows.before()
                .map(span -> Period.span(
                        Math.min(span.lastMonth(), Math.max(span.firstMonth(), MetricSeries.firstMonth(in, Metric.RELIABLE_IMPROVEMENT))),
                        span.lastMonth()))
                .map(span -> {
                    Ratio ratio = in.summary().ratio(Metric.RELIABLE_IMPROVEMENT, span);
                    return ratio.denominator() == 0
                            ? ""
                            : ", against "
                                    + page.counts(new Entry("improvement.before", "Reliable improvement", span), ratio)
                                    + " in the " + Windows.length(span) + " before";
                })
                .orElse("");
        String lead = switch (series.icon()) {
            case IMPROVEMENT_HIGH -> "More courses end with a reliable improvement.";
            case CONCERN_LOW -> "Fewer courses end with a reliable improvement.";
            default -> "Most courses that end have improved reliably.";
        };
        if (lead.startsWith("Most") && 2 * now.numerator() <= now.denominator()) {
            lead = "Reliable improvement is about where it was.";
            if (before.isEmpty()) {
                lead = "How courses ended.";
            }
        }
        return new Block.Headline(
                series.icon() == Icon.TOO_FEW ? Icon.PLAIN : series.icon(),
                lead,
                measured + counts + " in " + windows.yearWords() + before + "." + signal(series));
    }

    private static String signal(MetricSeries series) {
        if (!series.charted()) {
            return "";
        }
        return series.why().isEmpty()
                ? " Within its usual range from " + (series.quarterly() ? "quarter to quarter." : "month to month.")
                : " " + Written.sentence(series.why()) + ": this is more than the usual ups and downs.";
    }

    private static Block setbacks(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        long found = SetbacksPage.scored(in, windows.year());
        Ratio back = SetbacksPage.cameBack(in, windows.year());
        int window = in.instruments().settings().setbackWindow();
        String all = page.count(new Entry("setbacks.year", "Setbacks in scores", windows.year()), found, "setbacks");
        if (found == 0) {
            return new Block.Headline(
                    Icon.PLAIN,
                    "No setback in the scores.",
                    "No score stayed worse than the best one before by more than measurement error in " + windows.yearWords() + ".");
        }
        if (back.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            return new Block.Headline(
                    Icon.TOO_FEW,
                    "Setbacks are too few to judge what follows.",
                    Written.sentence(Written.some(found, "setback", "setbacks")) + " in " + windows.yearWords() + "; "
                            + page.counts(new Entry("came_back.year", "Came half-way back", windows.year()), back)
                            + " that could be followed for " + window + " scores came half-way back.");
        }
        String lead = 2 * back.numerator() > back.denominator()
                ? "Most setbacks are followed by a way back."
                : "Setbacks take time.";
        return new Block.Headline(
                MetricSeries.shown(in, Metric.BOUNCED_BACK_SHARE).icon() == Icon.TOO_FEW
                        ? Icon.PLAIN
                        : MetricSeries.shown(in, Metric.BOUNCED_BACK_SHARE).icon(),
                lead,
                page.counts(new Entry("came_back.year", "Came half-way back", windows.year()), back)
                        + " setbacks that could be followed for " + window + " scores, or to the end of therapy, came at least"
                        + " half-way back." + noise(in, back, page) + " New in " + windows.yearWords() + ": " + all + ".");
    }

    private static String noise(ReportInput in, Ratio back, Ledger page) {
        SurvivalTally a = in.chance().independent().bounces();
        SurvivalTally b = in.chance().correlated().bounces();
        if (a.total() == 0 || b.total() == 0) {
            return "";
        }
        int window = in.instruments().settings().setbackWindow();
        double one = (1 - KaplanMeier.of(a).survivalAt(window)) * back.denominator();
        double other = (1 - KaplanMeier.of(b).survivalAt(window)) * back.denominator();
        return " Noise alone would give "
                + SetbacksPage.chance(
                        page,
                        "came_back.noise",
                        "Half-way back by noise alone",
                        in.windows().year(),
                        new ExpectedByChance.Range(Math.min(one, other), Math.max(one, other)))
                + ".";
    }

    private static Block ruptures(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        if (in.instruments().alliance().isEmpty() || in.instruments().allianceScale().isEmpty()) {
            return new Block.Headline(
                    Icon.TOO_FEW,
                    "Alliance dips could not be looked for.",
                    "There are too few alliance scores to know their usual ups and downs. The page on ruptures and repairs says more.");
        }
        long dips = RupturesPage.dips(in, windows.year());
        String count = page.count(new Entry("dips.year", "Alliance dips", windows.year()), dips, "dips");
        if (dips == 0) {
            return new Block.Headline(
                    Icon.PLAIN, "No dip in alliance scores.", "None in " + windows.yearWords() + ". No dips is not the aim; the page on ruptures and repairs says why.");
        }
        Ratio repaired = in.summary().ratio(Metric.DIPS_REPAIRED_SHARE, windows.year());
        long open = in.summary().count(Topic.DIP_STATUS, EpisodeStatus.OPEN.key(), windows.year());
        String chance = in.chance().known()
                ? " Chance alone would give "
                        + SetbacksPage.chance(
                                page, "dips.noise", "Alliance dips expected by chance", windows.year(), in.chance().dips(windows.year()))
                        + "."
                : "";
        String followed = repaired.denominator() == 0
                ? "None could be followed long enough yet."
                : page.counts(new Entry("dips.repaired", "Dips repaired", windows.year()), repaired)
                        + " that could be followed were repaired.";
        String stillOpen = page.count(new Entry("dips.open", "Dips still open", windows.year()), open, "dips");
        return new Block.Headline(
                Icon.PLAIN,
                count + " possible " + (dips == 1 ? "dip" : "dips") + " in the alliance in " + windows.yearWords() + ".",
                Written.sentence(followed) + " " + stillOpen + (open == 1 ? " is" : " are") + " still open." + chance);
    }

    private static Optional<Block> returns(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        Ratio returned = in.summary().ratio(Metric.RETURNED_AFTER_MISSED, windows.period());
        if (returned.denominator() == 0) {
            return Optional.empty();
        }
        MetricSeries series = MetricSeries.shown(in, Metric.RETURNED_AFTER_MISSED);
        String lead = 2 * returned.numerator() > returned.denominator()
                ? "After a missed session most clients return."
                : "After a missed session.";
        return Optional.of(new Block.Headline(
                series.icon() == Icon.TOO_FEW ? Icon.PLAIN : series.icon(),
                lead,
                Written.sentence(page.counts(new Entry("returned", "Returned after a missed session", windows.period()), returned))
                        + " missed sessions were followed by an attended one within "
                        + in.instruments().settings().returnDays() + " days." + signal(series)));
    }

    private static List<Block> unusual(ReportInput in, Ledger page) {
        List<Block> blocks = new ArrayList<>();
        if (!in.period().dated()) {
            return blocks;
        }
        for (MetricSeries series : SummaryTablePage.measured(in)) {
            boolean told = series.metric() == Metric.RELIABLE_IMPROVEMENT || series.metric() == Metric.RETURNED_AFTER_MISSED;
            if (!told && SummaryTablePage.unusual(series) && blocks.size() < MOST_UNUSUAL) {
                blocks.add(unusual(series, page));
            }
        }
        return blocks;
    }

    private static Block unusual(MetricSeries series, Ledger page) {
        MetricSeries.Item latest = series.latest().orElseThrow();
        XmR.Limits limits = latest.limits().orElseThrow();
        Period span = Period.span(latest.firstMonth(), latest.lastMonth());
        Metric metric = series.metric();
        double value = latest.value().orElseThrow();
        page.number(new Entry("unusual." + metric.key(), metric.label(), span), value, 2, "value");
        page.number(new Entry("unusual." + metric.key() + ".lower", metric.label() + ", lower limit", span), limits.lower(), 2, "value");
        page.number(new Entry("unusual." + metric.key() + ".upper", metric.label() + ", upper limit", span), limits.upper(), 2, "value");
        String neutral = metric.better() == Metric.Better.NEITHER && metric.kind() == Metric.Kind.PER_100
                ? metric == Metric.SETBACKS_PER_100 || metric == Metric.DIPS_PER_100
                        ? " Neither good nor bad by itself."
                        : " More recording is not worse therapy."
                : "";
        return new Block.Headline(
                series.icon(),
                metric.label() + ": " + series.why() + ".",
                Written.sentence(Written.period(span)) + ": " + value(metric, value) + "; the usual range is "
                        + value(metric, Math.max(0, limits.lower())) + " to "
                        + value(metric, metric.kind() == Metric.Kind.SHARE ? Math.min(1, limits.upper()) : limits.upper()) + "."
                        + neutral);
    }

    private static String value(Metric metric, double value) {
        return switch (metric.kind()) {
            case SHARE -> Written.percent(value);
            case COUNT -> Written.count(Math.round(value));
            case PER_100, MEDIAN -> Written.decimal(value, 1);
        };
    }

    private static String worthTalking(ReportInput in, int worth, Ledger page) {
        String count = page.count(
                new Entry("worth", "Courses on the internal list", in.period()), worth, "courses");
        return worth == 0
                ? "No course is on the internal list this time."
                : count + (worth == 1 ? " course has" : " courses have")
                        + " a dip or setback that is still open, or ended before it was known, or a missed session without a return."
                        + " They are named in the internal list, not here.";
    }

    private static List<String> trust(ReportInput in, Ledger page) {
        List<String> sentences = new ArrayList<>();
        Windows windows = in.windows();
        Ratio outcome = in.summary().ratio(Metric.OUTCOME_COMPLETION, windows.year());
        if (outcome.denominator() > 0) {
            sentences.add("A first and a last score are there for "
                    + page.counts(new Entry("completion.outcome", Metric.OUTCOME_COMPLETION.label(), windows.year()), outcome)
                    + (in.period().dated() ? " courses that ended in " + windows.yearWords() + "." : " courses."));
        }
        Ratio alliance = in.summary().ratio(Metric.ALLIANCE_COMPLETION, windows.period());
        if (alliance.denominator() > 0) {
            sentences.add("An alliance score is there for "
                    + page.counts(new Entry("completion.alliance", Metric.ALLIANCE_COMPLETION.label(), windows.period()), alliance)
                    + " attended sessions.");
        }
        long aside = in.intake().rows().setAsideTotal();
        sentences.add(page.count(new Entry("set_aside", "Rows set aside", windows.period()), aside, "rows") + " of "
                + Written.count(in.intake().rows().read())
                + (aside == 1 ? " rows read was set aside" : " rows read were set aside") + "; the page on data quality says why.");
        return sentences;
    }
}
