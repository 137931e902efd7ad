package mendline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.ChartKind;
import mendline.model.LimitsSettings;
import mendline.model.Months;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.Histogram;
import mendline.stats.PointLimits;
import mendline.stats.TChart;
import mendline.stats.XmR;

/**
 * On pages 5 and 6, where the profile asks for a t chart: the days between rare events, in place of a usual range by month.
 * Events on the same day are one day with events, so no gap is 0.
 */
final class RareEvents {
    /** A chart of more gaps cannot be read; limits are made from all. */
    private static final int GAPS_DRAWN = 60;

    private RareEvents() {}

    /**
     * A time between neighbouring days with events.
     *
     * @param day epoch day on which it ended
     * @param days at least 1
     */
    record Gap(int day, int days) {}

    /** The times between days with events, in order; none where there are fewer than two such days. */
    static List<Gap> gaps(Histogram eventDays) {
        List<Gap> gaps = new ArrayList<>();
        int before = 0;
        boolean first = true;
        for (int day : eventDays.counts().keySet()) {
            if (!first) {
                gaps.add(new Gap(day, day - before));
            }
            before = day;
            first = false;
        }
        return gaps;
    }

    /** One sentence, and a chart where there are gaps enough, of each of these metrics that the profile gives a t chart. */
    static List<Block> blocks(ReportInput in, Ledger page, List<Metric> metrics) {
        List<Block> blocks = new ArrayList<>();
        for (Metric metric : metrics) {
            if (UsualRanges.kind(in.settings().limits(), metric) == ChartKind.T) {
                blocks.addAll(of(in, page, metric));
            }
        }
        return blocks;
    }

    private static List<Block> of(ReportInput in, Ledger page, Metric metric) {
        String title = "Days between " + events(metric) + ".";
        if (!page.exact()) {
            return List.of(new Block.Paragraph(
                    title, "Withheld: each point is a single event, which the scheme does not show."));
        }
        if (!in.period().dated()) {
            return List.of(new Block.Paragraph(title, "The data have no dates."));
        }
        int first = MetricSeries.firstMonth(in, metric);
        int last = MetricSeries.lastMonth(in);
        if (first > last) {
            return List.of(new Block.Paragraph(title, "No complete month yet."));
        }
        Period span = Period.span(first, last);
        Histogram days = in.summary().histogram(Topic.EVENT_DAYS, metric.key(), span);
        List<Gap> gaps = gaps(days);
        List<OptionalDouble> times =
                gaps.stream().map(gap -> OptionalDouble.of(gap.days())).toList();
        LimitsSettings limits = in.settings().limits();
        XmR.Settings settings = MetricSeries.settings(limits);
        TChart chart = TChart.of(times, settings);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(title, words(metric, span, days, gaps, chart, settings, page)));
        if (chart.limits().isPresent()) {
            blocks.add(new Block.Chart(figure(metric, span, gaps, chart, page), ""));
        }
        return blocks;
    }

    private static String words(
            Metric metric,
            Period span,
            Histogram days,
            List<Gap> gaps,
            TChart chart,
            XmR.Settings settings,
            Ledger page) {
        String key = "between." + metric.key();
        String label = "Days between " + events(metric);
        page.count(new Entry(key + ".events", Written.sentence(events(metric)), span), days.total(), "events");
        long eventDays = days.counts().size();
        page.count(new Entry(key + ".days", "Days with " + events(metric), span), eventDays, "days");
        if (days.total() == 0) {
            return "None in " + Written.period(span) + ".";
        }
        String counted = (page.one(days.total()) ? "There was " : "There were ") + page.said(days.total()) + " on "
                + page.some(eventDays, "day", "different days") + " in " + Written.period(span);
        int open = Months.lastDay(span.lastMonth()) - days.counts().lastKey();
        String since = " From the latest to the end of " + Written.month(span.lastMonth()) + ": "
                + page.number(new Entry(key + ".since", "Days since the latest of these", span), open, 0, "days")
                + (open == 1 ? " day." : " days.");
        if (chart.limits().isEmpty()) {
            return counted + "; a usual range of the days between them needs at least " + XmR.FEWEST_FOR_LIMITS
                    + " gaps." + since;
        }
        PointLimits limits = chart.limits().get();
        Gap latest = gaps.get(gaps.size() - 1);
        String lower = page.number(new Entry(key + ".lower", label + ", lower limit", span), limits.lower(), 1, "days");
        String upper = page.number(new Entry(key + ".upper", label + ", upper limit", span), limits.upper(), 1, "days");
        String centre = page.number(new Entry(key + ".centre", label + ", centre", span), limits.centre(), 1, "days");
        String gap = page.number(new Entry(key + ".latest", label + ", latest", span), latest.days(), 0, "days");
        double chance = SignalChance.ofLatest(gaps.size(), settings);
        page.number(
                new Entry(key + ".by_chance", "Chance of a sign at the latest gap in a steady practice", span),
                chance,
                3,
                "probability");
        String sign = switch (chart.types().get(gaps.size() - 1)) {
            case SPECIAL_CAUSE_HIGH -> "unusually long: they have become rarer";
            case SPECIAL_CAUSE_LOW -> "unusually short: they have become more frequent";
            default -> "nothing unusual";
        };
        return counted + ". Usually " + lower + " to " + upper + " days lie between them, around " + centre
                + (limits.trial() ? " (trial limits)" : "") + ". The latest gap was " + gap
                + (latest.days() == 1 ? " day, " : " days, ") + sign
                + (chance > 0
                        ? "; chance alone gives a sign about once in "
                                + Written.some(Math.max(1, Math.round(1 / chance)), "gap", "gaps")
                        : "")
                + "." + since;
    }

    private static Figure figure(Metric metric, Period span, List<Gap> gaps, TChart chart, Ledger page) {
        PointLimits limits = chart.limits().orElseThrow();
        int from = Math.max(0, gaps.size() - GAPS_DRAWN);
        List<Point> points = new ArrayList<>();
        List<Point> band = new ArrayList<>();
        List<Point> centre = new ArrayList<>();
        int longest = 0;
        for (int i = from; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            String name = LocalDate.ofEpochDay(gap.day()).toString();
            longest = Math.max(longest, gap.days());
            points.add(new Point(
                    name,
                    gap.day(),
                    OptionalDouble.of(gap.days()),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    state(chart.types().get(i))));
            band.add(Point.between(gap.day(), limits.lower(), limits.upper()).named(name));
            centre.add(Point.at(gap.day(), limits.centre()).named(name));
        }
        Gap latest = gaps.get(gaps.size() - 1);
        String shown = from == 0
                ? page.some(gaps.size(), "gap", "gaps")
                : "the latest " + points.size() + " of " + page.said(gaps.size()) + " gaps";
        return new Figure(
                "days-between-" + metric.key().replace("_per_100", "").replace('_', '-'),
                Figure.Layout.XY,
                "Days between " + events(metric),
                Written.sentence(shown) + ", each at the day it ended, " + Written.period(span) + "; higher is rarer",
                "Days between " + events(metric) + ", " + shown + ": usually "
                        + Written.decimal(limits.lower(), 1) + " to " + Written.decimal(limits.upper(), 1)
                        + ", latest " + latest.days() + ", longest drawn " + longest + ".",
                Axis.between("", Axis.Scale.DAYS, gaps.get(from).day() - 1, latest.day() + 1),
                Axis.fromZero("days since the one before", Axis.Scale.WHOLE_NUMBER),
                List.of(
                        new Series("usual range", Mark.BAND, Tone.MUTED, false, band),
                        new Series("centre", Mark.GUIDE, Tone.MUTED, false, centre),
                        new Series("days", Mark.LINE_DOTS, Tone.COMMON, false, points)),
                List.of(),
                List.of(),
                110);
    }

    private static PointState state(XmR.PointType type) {
        return switch (type) {
            case SPECIAL_CAUSE_HIGH -> PointState.SPECIAL_CAUSE_HIGH;
            case SPECIAL_CAUSE_LOW -> PointState.SPECIAL_CAUSE_LOW;
            default -> PointState.OK;
        };
    }

    private static String events(Metric metric) {
        return switch (metric) {
            case SETBACKS_PER_100 -> "setbacks in scores";
            case SETBACKS_RECORDED_PER_100 -> "sessions with a recorded setback";
            case DIPS_PER_100 -> "alliance dips";
            case RUPTURES_CLIENT_PER_100 -> "ruptures said by clients";
            case RUPTURES_THERAPIST_PER_100 -> "ruptures noted by therapists";
            case RUPTURES_OBSERVER_PER_100 -> "ruptures seen by observers";
            default -> throw new IllegalArgumentException("not a count of events: " + metric);
        };
    }
}
