package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.stats.Interval;
import mendline.stats.Wilson;

/** The service outcome rates of a period, by definition: five rates and, for paired definitions, the same of paired courses only. */
final class ServiceOutcomes {
    /** One rate of one definition. */
    record Rate(String definition, String rate, Ratio ratio) {}

    private static final List<String> RATES =
            List.of("reliable_recovery", "recovery", "reliable_improvement", "reliable_deterioration");

    private ServiceOutcomes() {}

    /** The definitions that apply to at least one course of the data. */
    static List<String> definitions(PracticeSummary summary) {
        TreeSet<String> definitions = new TreeSet<>();
        for (String category :
                summary.categories(Topic.SERVICE, Period.everything()).keySet()) {
            definitions.add(category.substring(0, category.indexOf('|')));
        }
        return List.copyOf(definitions);
    }

    /** The two measures of the paired definition, in words. */
    static String together(ReportInput in) {
        return in.instruments().settings().anxiety().by().isPresent()
                ? "PHQ-9 and the problem's own measure, else GAD-7"
                : "PHQ-9 and GAD-7 together";
    }

    /** Finished courses that were judged by the measure for their problem instead of the GAD-7. */
    static long ownMeasure(PracticeSummary summary, Period period) {
        return count(summary, "nhs_paired", "own_measure", period);
    }

    /** The rates of a definition in a period. */
    static List<Rate> rates(PracticeSummary summary, String definition, Period period) {
        List<Rate> rates = new ArrayList<>();
        long finished = count(summary, definition, "finished", period);
        long recoverable =
                count(summary, definition, "recovery_known", period) - count(summary, definition, "not_case", period);
        for (String rate : RATES) {
            rates.add(new Rate(
                    definition,
                    rate,
                    new Ratio(hits(summary, definition, rate, period), ofCases(rate) ? recoverable : finished)));
        }
        if (definition.equals("nhs_paired")) {
            long paired = count(summary, definition, "paired", period);
            long pairedNotCase = count(summary, definition, "paired_not_case", period);
            for (String rate : RATES) {
                rates.add(new Rate(
                        definition,
                        rate + "_paired_only",
                        new Ratio(
                                hits(summary, definition, rate, period),
                                ofCases(rate) ? paired - pairedNotCase : paired)));
            }
        }
        rates.add(new Rate(definition, "paired", new Ratio(count(summary, definition, "paired", period), finished)));
        return rates;
    }

    private static boolean ofCases(String rate) {
        return rate.endsWith("recovery");
    }

    private static long hits(PracticeSummary summary, String definition, String rate, Period period) {
        String what = switch (rate) {
            case "reliable_recovery" -> "reliably_recovered";
            case "recovery" -> "recovered";
            case "reliable_improvement" -> "reliably_improved";
            default -> "reliably_deteriorated";
        };
        return count(summary, definition, what, period);
    }

    private static long count(PracticeSummary summary, String definition, String what, Period period) {
        return summary.count(Topic.SERVICE, definition + "|" + what, period);
    }

    /** The table of {@code service_outcomes.csv}: the period and the year up to it. */
    static DataTable table(ReportInput in, Ledger ledger) {
        List<List<String>> rows = new ArrayList<>();
        Windows windows = in.windows();
        List<Period> periods = new ArrayList<>(List.of(windows.period()));
        if (!windows.year().key().equals(windows.period().key())) {
            periods.add(windows.year());
        }
        for (Period period : periods) {
            for (String definition : definitions(in.summary())) {
                for (Rate rate : rates(in.summary(), definition, period)) {
                    rows.add(row(period, rate, ledger));
                }
            }
        }
        return new DataTable(
                List.of("period", "definition", "rate", "numerator", "denominator", "value", "lower", "upper"), rows);
    }

    private static List<String> row(Period period, Rate rate, Ledger ledger) {
        Optional<Ratio> shown = ledger.shown(rate.ratio());
        Optional<Interval> interval = shown.flatMap(ratio -> Wilson.interval(ratio.numerator(), ratio.denominator()));
        return List.of(
                period.key(),
                rate.definition(),
                rate.rate(),
                shown.map(ratio -> Long.toString(ratio.numerator())).orElse(Written.WITHHELD),
                shown.map(ratio -> Long.toString(ratio.denominator())).orElse(Written.WITHHELD),
                shown.map(ratio -> Exact.text(ratio.value())).orElse(Written.WITHHELD),
                interval.map(i -> Exact.text(OptionalDouble.of(i.lower()))).orElse(""),
                interval.map(i -> Exact.text(OptionalDouble.of(i.upper()))).orElse(""));
    }
}
