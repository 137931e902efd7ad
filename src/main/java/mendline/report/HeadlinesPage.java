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
import mendline.stats.PointLimits;
import mendline.stats.SurvivalTally;

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
        blocks.add(new Block.Note(
                "A setback is a data point, not a verdict. Nothing here compares people, and this is not an alerting system:"
                        + " nobody should wait for a report to act on a worry."));
        if (!in.period().dated()) {
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
        long attended = in.summary().count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), period);
        String sessions =
                page.count(new Entry("sessions", Metric.SESSIONS_ATTENDED.label(), period), attended, "sessions")
                        + (page.one(attended) ? " attended session" : " attended sessions");
        if (!period.dated()) {
            String courses = page.count(
                    new Entry("courses", "Courses", period),
                    in.summary().count(Topic.COURSES, "all", Period.everything()),
                    "courses");
            return sessions + " in " + courses + (courses.equals("1") ? " course" : " courses")
                    + ". The data carry no dates.";
        }
        long endedCourses = in.summary().count(Topic.NUMERATOR, Metric.COURSES_ENDED.key(), period);
        String ended = page.count(new Entry("ended", Metric.COURSES_ENDED.label(), period), endedCourses, "courses");
        String span = in.period().kind() == Period.Kind.ALL ? Written.sentence(Written.period(period)) + ". " : "";
        return span + sessions + ", " + ended + (page.one(endedCourses) ? " course" : " courses")
                + " ended. Data up to " + Written.day(in.intake().asOf().orElseThrow()) + ".";
    }

    private static Block outcomes(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        if (in.instruments().primary().isEmpty()) {
            return new Block.Headline(
                    Icon.PLAIN, "Outcomes were not measured.", "No outcome score was found in the data.");
        }
        if (!in.period().dated()) {
            String key = in.instruments().primary().get().key();
            Map<OutcomeClass, Long> classes = OutcomesPage.classes(in, key, windows.period());
            long assessed = OutcomesPage.assessed(classes);
            Ratio better =
                    new Ratio(classes.get(OutcomeClass.RECOVERED) + classes.get(OutcomeClass.IMPROVED), assessed);
            if (assessed == 0) {
                String refusal = OutcomeWords.refusal(in.instruments().primary().get());
                return refusal.isEmpty()
                        ? new Block.Headline(Icon.PLAIN, "No course has a first and a last score.", "")
                        : new Block.Headline(
                                Icon.PLAIN,
                                "Outcomes cannot be told by the method that the profile asks for.",
                                refusal);
            }
            Yardstick primary = in.instruments().primary().get();
            String improved = OutcomeWords.improved(primary);
            String counts = page.counts(new Entry("better", Written.sentence(improved), windows.period(), key), better);
            String scores = primary.measure().name() + ", first to last score.";
            String courses = page.one(assessed) ? " course " : " courses ";
            if (!OutcomeWords.tellsRecovery(primary)) {
                return new Block.Headline(Icon.PLAIN, counts + courses + improved + ".", scores);
            }
            String recovered = page.count(
                    new Entry("recovered", "Recovered", windows.period(), key),
                    classes.get(OutcomeClass.RECOVERED),
                    "courses");
            return new Block.Headline(
                    Icon.PLAIN,
                    counts + courses + improved + ".",
                    recovered + " of them also left the clinical range. " + scores);
        }
        MetricSeries series = MetricSeries.shown(in, Metric.RELIABLE_IMPROVEMENT);
        Ratio now = in.summary().ratio(Metric.RELIABLE_IMPROVEMENT, windows.year());
        if (now.denominator() == 0) {
            return new Block.Headline(
                    Icon.TOO_FEW,
                    "No outcome to report yet.",
                    "No course with at least two treatment sessions ended " + YearWords.during(windows) + ".");
        }
        String counts = page.counts(new Entry("improvement.year", "Reliable improvement", windows.year()), now);
        String measured = ServiceOutcomes.definitions(in.summary()).contains("nhs_paired")
                ? ServiceOutcomes.together(in) + ": "
                : in.instruments().primary().get().measure().name() + ": ";
        String before = windows.before()
                .map(span -> Period.span(
                        Math.min(
                                span.lastMonth(),
                                Math.max(span.firstMonth(), MetricSeries.firstMonth(in, Metric.RELIABLE_IMPROVEMENT))),
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
        return new Block.Headline(
                now.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL ? Icon.TOO_FEW : plain(series.icon()),
                improvement(series, now),
                measured + counts + " " + YearWords.during(windows) + before + "." + signal(series));
    }

    private static String improvement(MetricSeries series, Ratio now) {
        if (now.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            return "Courses that ended are too few to judge outcomes.";
        }
        return switch (series.icon()) {
            case IMPROVEMENT_HIGH -> "More courses end with a reliable improvement.";
            case CONCERN_LOW -> "Fewer courses end with a reliable improvement.";
            default ->
                2 * now.numerator() > now.denominator()
                        ? "Most courses that end have improved reliably."
                        : series.icon() == Icon.USUAL
                                ? "Reliable improvement is about where it was."
                                : "How courses ended.";
        };
    }

    /** A sentence whose figure has too few numbers for a chart needs no sign for that. */
    private static Icon plain(Icon icon) {
        return icon == Icon.TOO_FEW ? Icon.PLAIN : icon;
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
        if (in.instruments().primary().isEmpty()) {
            return new Block.Headline(
                    Icon.PLAIN,
                    "Setbacks in scores could not be looked for.",
                    "No outcome score was found in the data.");
        }
        String all = page.count(new Entry("setbacks.year", "Setbacks in scores", windows.year()), found, "setbacks");
        if (found == 0) {
            return new Block.Headline(
                    Icon.PLAIN,
                    "No setback in the scores.",
                    "No score stayed worse than the best one before by more than measurement error "
                            + YearWords.during(windows) + ".");
        }
        if (back.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            return new Block.Headline(
                    Icon.TOO_FEW,
                    "Setbacks are too few to judge what follows.",
                    Written.sentence(page.some(found, "setback", "setbacks")) + " " + YearWords.during(windows)
                            + "; "
                            + (back.denominator() == 0
                                    ? "none could be followed for " + window + " scores yet."
                                    : page.counts(
                                                    new Entry("came_back.year", "Came half-way back", windows.year()),
                                                    back)
                                            + " that could be followed for " + window + " scores came half-way back."));
        }
        String lead = 2 * back.numerator() > back.denominator()
                ? "Most setbacks are followed by a way back."
                : "Setbacks take time.";
        return new Block.Headline(
                plain(MetricSeries.shown(in, Metric.BOUNCED_BACK_SHARE).icon()),
                lead,
                page.counts(new Entry("came_back.year", "Came half-way back", windows.year()), back)
                        + " setbacks that could be followed for " + window
                        + " scores, or to the end of therapy, came at least"
                        + " half-way back." + noise(in, back, page) + " Found " + YearWords.during(windows) + ": " + all
                        + ".");
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
        if (in.instruments().alliance().isEmpty()
                || in.instruments().allianceScale().isEmpty()) {
            return new Block.Headline(
                    Icon.TOO_FEW,
                    "Alliance dips could not be looked for.",
                    in.instruments().alliance().isEmpty()
                            ? "No alliance score was found in the data."
                            : "There are too few alliance scores to know their usual ups and downs. The page on ruptures and repairs"
                                    + " says more.");
        }
        long dips = RupturesPage.dips(in, windows.year());
        String count = page.count(new Entry("dips.year", "Alliance dips", windows.year()), dips, "dips");
        if (dips == 0) {
            return new Block.Headline(
                    Icon.PLAIN,
                    "No dip in the " + RaterWords.alliance(in) + ".",
                    Written.sentence(YearWords.during(windows))
                            + " none was found. No dips is not the aim; the page on ruptures and repairs says why.");
        }
        Ratio repaired = in.summary().ratio(Metric.DIPS_REPAIRED_SHARE, windows.year());
        long open = in.summary().count(Topic.DIP_STATUS, EpisodeStatus.OPEN.key(), windows.year());
        String chance = in.chance().known()
                ? " Chance alone would give "
                        + SetbacksPage.chance(
                                page,
                                "dips.noise",
                                "Alliance dips expected by chance",
                                windows.year(),
                                in.chance().dips(windows.year()))
                        + "."
                : "";
        String followed = repaired.denominator() == 0
                ? "None could be followed long enough yet."
                : page.counts(new Entry("dips.repaired", "Dips repaired", windows.year()), repaired)
                        + (page.one(repaired.denominator())
                                ? " that could be followed was repaired."
                                : " that could be followed were repaired.");
        String stillOpen = page.count(new Entry("dips.open", "Dips still open", windows.year()), open, "dips");
        return new Block.Headline(
                Icon.PLAIN,
                count + " possible " + (page.one(dips) ? "dip" : "dips") + " in the " + RaterWords.alliance(in) + " "
                        + YearWords.during(windows) + ".",
                Written.sentence(followed) + " " + stillOpen + (page.one(open) ? " is" : " are") + " still open."
                        + chance);
    }

    private static Optional<Block> returns(ReportInput in, Ledger page) {
        Windows windows = in.windows();
        Ratio returned = in.summary().ratio(Metric.RETURNED_AFTER_MISSED, windows.period());
        if (returned.denominator() == 0) {
            return Optional.empty();
        }
        MetricSeries series = MetricSeries.shown(in, Metric.RETURNED_AFTER_MISSED);
        boolean few = returned.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL;
        String lead = few
                ? "Missed sessions are too few to judge returns."
                : 2 * returned.numerator() > returned.denominator()
                        ? "After a missed session most clients return."
                        : "Returns after a missed session.";
        return Optional.of(new Block.Headline(
                few ? Icon.TOO_FEW : plain(series.icon()),
                lead,
                Written.sentence(page.counts(
                                new Entry("returned", "Returned after a missed session", windows.period()), returned))
                        + (page.one(returned.denominator()) ? " missed session was" : " missed sessions were")
                        + " followed by an attended one within "
                        + in.instruments().settings().returnDays() + " days." + signal(series)));
    }

    private static List<Block> unusual(ReportInput in, Ledger page) {
        List<Block> blocks = new ArrayList<>();
        if (!in.period().dated()) {
            return blocks;
        }
        for (MetricSeries series : SummaryTablePage.measured(in)) {
            boolean told =
                    series.metric() == Metric.RELIABLE_IMPROVEMENT || series.metric() == Metric.RETURNED_AFTER_MISSED;
            if (!told && SummaryTablePage.unusual(series) && blocks.size() < MOST_UNUSUAL) {
                blocks.add(unusual(series, page));
            }
        }
        return blocks;
    }

    private static Block unusual(MetricSeries series, Ledger page) {
        MetricSeries.Item latest = series.latest().orElseThrow();
        Period span = Period.span(latest.firstMonth(), latest.lastMonth());
        Metric metric = series.metric();
        double value = latest.value().orElseThrow();
        page.number(new Entry("unusual." + metric.key(), metric.label(), span), value, 2, "value");
        String range = latest.limits().isPresent()
                ? range(metric, latest.limits().get(), span, page)
                : median(metric, latest.centre().orElseThrow(), span, page);
        String neutral = metric.better() == Metric.Better.NEITHER && metric.kind() == Metric.Kind.PER_100
                ? metric == Metric.SETBACKS_PER_100 || metric == Metric.DIPS_PER_100
                        ? " Neither good nor bad by itself."
                        : " More recording is not worse therapy."
                : "";
        return new Block.Headline(
                series.icon(),
                metric.label() + ": " + series.why() + ".",
                Written.sentence(Written.period(span)) + ": " + value(metric, value) + "; " + range + "." + neutral);
    }

    private static String range(Metric metric, PointLimits limits, Period span, Ledger page) {
        page.number(
                new Entry("unusual." + metric.key() + ".lower", metric.label() + ", lower limit", span),
                limits.lower(),
                2,
                "value");
        page.number(
                new Entry("unusual." + metric.key() + ".upper", metric.label() + ", upper limit", span),
                limits.upper(),
                2,
                "value");
        return "the usual range is " + value(metric, Math.max(0, limits.lower())) + " to "
                + value(metric, metric.kind() == Metric.Kind.SHARE ? Math.min(1, limits.upper()) : limits.upper());
    }

    private static String median(Metric metric, double median, Period span, Ledger page) {
        page.number(
                new Entry("unusual." + metric.key() + ".median", metric.label() + ", median", span),
                median,
                2,
                "value");
        return "the median is " + value(metric, median);
    }

    private static String value(Metric metric, double value) {
        return switch (metric.kind()) {
            case SHARE -> Written.percent(value);
            case COUNT -> Written.count(Math.round(value));
            case PER_100, MEDIAN -> Written.decimal(value, 1);
        };
    }

    private static String worthTalking(ReportInput in, int worth, Ledger page) {
        String count = page.count(new Entry("worth", "Courses on the internal list", in.period()), worth, "courses");
        return worth == 0
                ? "No course is on the internal list this time."
                : count + (page.one(worth) ? " course has" : " courses have")
                        + " a dip or setback that is still open, or ended before it was known, or a missed session without a return."
                        + " They are named in the internal list, not here.";
    }

    private static List<String> trust(ReportInput in, Ledger page) {
        List<String> sentences = new ArrayList<>();
        Windows windows = in.windows();
        Ratio outcome = in.summary().ratio(Metric.OUTCOME_COMPLETION, windows.year());
        if (outcome.denominator() > 0) {
            sentences.add("A first and a last score are there for "
                    + page.counts(
                            new Entry("completion.outcome", Metric.OUTCOME_COMPLETION.label(), windows.year()), outcome)
                    + (page.one(outcome.denominator()) ? " course" : " courses")
                    + (in.period().dated() ? " that ended " + YearWords.during(windows) + "." : "."));
        }
        Ratio alliance = in.summary().ratio(Metric.ALLIANCE_COMPLETION, windows.period());
        if (alliance.denominator() > 0) {
            sentences.add("An alliance score is there for "
                    + page.counts(
                            new Entry("completion.alliance", Metric.ALLIANCE_COMPLETION.label(), windows.period()),
                            alliance)
                    + (page.one(alliance.denominator()) ? " attended session." : " attended sessions."));
        }
        Ratio aside =
                new Ratio(in.intake().rows().setAsideTotal(), in.intake().rows().read());
        sentences.add(page.counts(new Entry("set_aside", "Rows set aside", windows.period()), aside)
                + (page.one(aside.denominator()) ? " row read" : " rows read")
                + (page.one(aside.numerator()) || page.one(aside.denominator()) ? " was" : " were")
                + " set aside; the page on data quality says why.");
        return sentences;
    }
}
