package mendline.ingest;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.ChartKind;
import mendline.model.LimitsSettings;
import mendline.model.Months;
import mendline.model.Rebase;
import mendline.model.SmallMonths;

/** Reads from a profile how control limits are set and which chart each figure has. */
final class LimitsYaml {
    /** The metrics of {@code monthly.csv} by what they are made of: which chart suits them. */
    static final List<String> SHARES = List.of(
            "missed_share",
            "returned_after_missed",
            "unplanned_endings_share",
            "bounced_back_share",
            "dips_repaired_share",
            "recovery",
            "reliable_recovery",
            "reliable_improvement",
            "reliable_deterioration",
            "outcome_completion",
            "alliance_completion");

    static final List<String> RATES = List.of(
            "setbacks_per_100",
            "setbacks_recorded_per_100",
            "dips_per_100",
            "ruptures_client_per_100",
            "ruptures_therapist_per_100",
            "ruptures_observer_per_100");
    static final List<String> COUNTS = List.of("sessions_attended", "courses_started", "courses_ended");
    static final List<String> OTHER_METRICS = List.of("caseload_open", "wait_days_median");

    private LimitsYaml() {}

    static LimitsSettings read(Yaml yaml) throws ProfileProblem {
        LimitsSettings usual = LimitsSettings.DEFAULT;
        Map<String, Yaml> limits =
                yaml.entries("baseline_to", "rebase", "screening", "run_length", "small_months", "chart", "charts");
        OptionalInt baselineTo = limits.containsKey("baseline_to")
                ? OptionalInt.of(month(
                        limits.get("baseline_to"), limits.get("baseline_to").text()))
                : usual.baselineTo();
        SortedMap<String, ChartKind> charts = new TreeMap<>();
        if (limits.containsKey("charts")) {
            for (Map.Entry<String, Yaml> chart : limits.get("charts").entries().entrySet()) {
                charts.put(chart.getKey(), chart(chart.getKey(), chart.getValue()));
            }
        }
        return new LimitsSettings(
                baselineTo,
                limits.containsKey("rebase") ? rebases(limits.get("rebase")) : usual.rebases(),
                limits.containsKey("screening") ? limits.get("screening").flag() : usual.screening(),
                limits.containsKey("run_length") ? limits.get("run_length").whole(6, 7) : usual.runLength(),
                limits.containsKey("small_months")
                        ? limits.get("small_months").word(SmallMonths.class)
                        : usual.smallMonths(),
                limits.containsKey("chart") ? limits.get("chart").word(ChartKind.class) : usual.chart(),
                charts);
    }

    /** The chart of one metric, which must be of a kind that suits it. */
    private static ChartKind chart(String metric, Yaml value) throws ProfileProblem {
        List<String> metrics = new ArrayList<>(SHARES);
        metrics.addAll(RATES);
        metrics.addAll(COUNTS);
        metrics.addAll(OTHER_METRICS);
        if (!metrics.contains(metric)) {
            throw value.unknown("metric", metric, metrics);
        }
        ChartKind kind = value.word(ChartKind.class);
        boolean fits = switch (kind) {
            case XMR, RUN -> true;
            case P, P_PRIME -> SHARES.contains(metric);
            case U, U_PRIME, T -> RATES.contains(metric);
            case C -> COUNTS.contains(metric);
        };
        if (!fits) {
            throw value.problem("cannot be " + kind.key() + ", which is for "
                    + (kind == ChartKind.C
                            ? "counts of events"
                            : kind.key().startsWith("p") ? "shares" : "rates per 100")
                    + "; xmr and run fit every figure");
        }
        return kind;
    }

    private static List<Rebase> rebases(Yaml yaml) throws ProfileProblem {
        SortedMap<Integer, Rebase> rebases = new TreeMap<>();
        for (Yaml item : yaml.list()) {
            Map<String, Yaml> parts = item.entries("from", "reason");
            if (parts.size() != 2) {
                throw item.problem("needs both from and reason, such as {from: 2026-03, reason: new intake team}");
            }
            int from = month(parts.get("from"), parts.get("from").text());
            if (rebases.put(from, new Rebase(from, parts.get("reason").filledText())) != null) {
                throw item.problem("begins in the same month as another one");
            }
        }
        return new ArrayList<>(rebases.values());
    }

    static int month(Yaml at, String text) throws ProfileProblem {
        try {
            return Months.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            throw at.problem("should be a month such as 2026-03, was \"" + text + "\"");
        }
    }
}
