package mendline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import mendline.aggregate.Ratio;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.SuppressionScheme;
import mendline.report.FigureRow.State;
import mendline.stats.Byar;
import mendline.stats.Interval;
import mendline.stats.MeanInterval;
import mendline.stats.Moments;
import mendline.stats.Wilson;

/**
 * Writes numbers down as they are put into words: whatever the report says stands in {@code figures.csv} too, and the small-number rule is
 * applied on the way. With a scheme of suppression the words and the file alike are rounded and withheld by it, and shares, rates and their
 * intervals are worked out from the rounded counts; settings, which are about nobody, are written through {@link #settings}. A count that
 * goes into a sentence without a row of its own goes through {@link #said} or {@link #some}. Lives only while a report is being made.
 */
final class Ledger {
    /** Counted without anybody behind it. */
    private static final Set<String> NOBODY = Set.of("figures", "files", "columns", "sites");

    /** Estimates are written with so many decimals where a scheme is on: an exact double can give away the counts it came from. */
    private static final int DECIMALS_OF_ESTIMATES = 2;

    private static final String PROBABILITY = "p";

    /** What most counts are of. */
    private static final String PEOPLE = "courses";

    private final List<FigureRow> rows;
    private final Set<String> ids;
    private final String page;
    private final SuppressionScheme scheme;

    /** Shared by the ledgers of all pages. */
    private final Restraint restraint;

    /** What is withheld although it is not small, and every count shown. */
    private static final class Restraint {
        private Telling telling;
        private final List<Differencing.Now> shown = new ArrayList<>();

        private Restraint(Telling telling) {
            this.telling = telling;
        }
    }

    Ledger() {
        this(SuppressionScheme.NONE);
    }

    Ledger(SuppressionScheme scheme) {
        this(scheme, Telling.NOTHING);
    }

    Ledger(SuppressionScheme scheme, Telling telling) {
        this(new ArrayList<>(), new HashSet<>(), "", scheme, new Restraint(telling));
    }

    private Ledger(List<FigureRow> rows, Set<String> ids, String page, SuppressionScheme scheme, Restraint restraint) {
        this.rows = rows;
        this.ids = ids;
        this.page = page;
        this.scheme = scheme;
        this.restraint = restraint;
    }

    /** The same ledger, writing for a page. */
    Ledger of(String otherPage) {
        return new Ledger(rows, ids, otherPage, scheme, restraint);
    }

    /** The same ledger and page, for settings of the run: numbers with nobody behind them, which no scheme hides. */
    Ledger settings() {
        return new Ledger(rows, ids, page, SuppressionScheme.NONE, restraint);
    }

    /** The scheme for a number of this unit. */
    private SuppressionScheme scheme(String unit) {
        return NOBODY.contains(unit) ? SuppressionScheme.NONE : scheme;
    }

    List<FigureRow> rows() {
        return List.copyOf(rows);
    }

    /** What a number is about. */
    record Entry(String id, String label, Period period, String group) {
        Entry(String id, String label, Period period) {
            this(id, label, period, "");
        }
    }

    /**
     * Says that a page shows a total and its parts: where the scheme's withheld parts could be worked out from the others, the
     * counts of as many other parts are withheld from now on. What was written before needs a second ledger that starts with
     * {@link #telling}.
     */
    void parts(long total, List<Long> parts) {
        for (long count : Suppression.tooTelling(scheme, total, parts)) {
            restraint.telling = restraint.telling.everywhere(count);
        }
    }

    /** What is withheld although it is not small. */
    Telling telling() {
        return restraint.telling;
    }

    /** Every count that was written and shown under the scheme. */
    List<Differencing.Now> shownCounts() {
        return List.copyOf(restraint.shown);
    }

    /** A count of people, courses or sessions as it may be shown; empty where it is withheld. */
    OptionalLong shown(long count) {
        return shown(PEOPLE, count);
    }

    private OptionalLong shown(String unit, long count) {
        SuppressionScheme applied = scheme(unit);
        return applied != SuppressionScheme.NONE && restraint.telling.contains(page, count)
                ? OptionalLong.empty()
                : Suppression.count(applied, count);
    }

    private Optional<Ratio> shown(String unit, Ratio ratio) {
        OptionalLong numerator = shown(unit, ratio.numerator());
        OptionalLong denominator = shown(unit, ratio.denominator());
        return numerator.isPresent() && denominator.isPresent()
                ? Optional.of(new Ratio(numerator.getAsLong(), denominator.getAsLong()))
                : Optional.empty();
    }

    /** Whether counts are said as they are, without a scheme. */
    boolean exact() {
        return scheme == SuppressionScheme.NONE;
    }

    /** A count of people, courses or sessions in words, as the scheme shows it: {@code 2,941} or {@code *}. */
    String said(long count) {
        return text(shown(PEOPLE, count));
    }

    /** {@code 1 course}, {@code 2 courses}, {@code * courses}. */
    String some(long count, String one, String many) {
        return said(count) + " " + (one(count) ? one : many);
    }

    /** Whether a sentence about so many is in the singular; never where a scheme is on, since that would give a count away. */
    boolean one(long count) {
        return exact() && count == 1;
    }

    /** Whether a mean, a median or any other estimate from so many may be said. */
    boolean enough(long n) {
        return shown(PEOPLE, n).isPresent();
    }

    /** A share or rate as the scheme shows it; empty where it withholds it. */
    Optional<Ratio> shown(Ratio ratio) {
        return shown(PEOPLE, ratio);
    }

    /** {@code 152 of 211}, or {@code *}. */
    String ofText(Ratio ratio) {
        return shown(ratio).map(Ledger::plain).orElse(Written.WITHHELD);
    }

    private static String text(OptionalLong shown) {
        return shown.isPresent() ? Written.count(shown.getAsLong()) : Written.WITHHELD;
    }

    /** Writes a count: {@code 2,941}. */
    String count(Entry entry, long count, String unit) {
        OptionalLong shown = shown(unit, count);
        if (shown.isPresent()) {
            OptionalDouble value = OptionalDouble.of(shown.getAsLong());
            write(entry, shown, OptionalLong.empty(), value, Optional.empty(), unit, State.OK);
            remember(entry, unit, "n", shown.getAsLong(), count);
        } else {
            withheld(entry, unit);
        }
        return text(shown);
    }

    private void remember(Entry entry, String unit, String part, long shown, long exact) {
        if (scheme(unit) != SuppressionScheme.NONE) {
            restraint.shown.add(new Differencing.Now(
                    page, entry.label(), unit, entry.group(), part, key(entry.period()), shown, exact));
        }
    }

    private void remember(Entry entry, String unit, Ratio shown, Ratio exact) {
        remember(entry, unit, "n", shown.numerator(), exact.numerator());
        remember(entry, unit, "denominator", shown.denominator(), exact.denominator());
    }

    /** Writes a number that is neither a count nor a share. */
    String number(Entry entry, double value, int decimals, String unit) {
        write(
                entry,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(scheme(unit) == SuppressionScheme.NONE ? value : coarse(value, decimals)),
                Optional.empty(),
                unit,
                State.OK);
        return Written.decimal(value, decimals);
    }

    /** Writes a number with an interval and what stands behind it, shown by the caller's own words. */
    void estimate(Entry entry, long n, double value, Optional<Interval> interval, String unit) {
        OptionalLong shown = shown(unit, n);
        if (shown.isEmpty()) {
            withheld(entry, unit);
            return;
        }
        boolean coarse = scheme(unit) != SuppressionScheme.NONE && !unit.equals(PROBABILITY);
        write(
                entry,
                shown,
                OptionalLong.empty(),
                OptionalDouble.of(coarse ? coarse(value, DECIMALS_OF_ESTIMATES) : value),
                coarse ? interval.map(Ledger::coarse) : interval,
                unit,
                State.OK);
    }

    private static Interval coarse(Interval interval) {
        return new Interval(
                coarse(interval.lower(), DECIMALS_OF_ESTIMATES), coarse(interval.upper(), DECIMALS_OF_ESTIMATES));
    }

    /** A number with so many decimals, for files that leave the practice. */
    static double coarse(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                : value;
    }

    /** Writes that a number is withheld: {@code *}. */
    String withheld(Entry entry, String unit) {
        write(
                entry,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                unit,
                State.SUPPRESSED);
        return Written.WITHHELD;
    }

    /** Writes that something was not measured: {@code –}. */
    String notMeasured(Entry entry, String unit) {
        write(
                entry,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                unit,
                State.NOT_MEASURED);
        return Written.NOT_MEASURED;
    }

    /** Writes that a number is not shown because too few stand behind it: {@code too few (n = 4)}. */
    String tooFew(Entry entry, long n, String unit) {
        OptionalLong shown = shown(unit, n);
        write(
                entry,
                shown,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                unit,
                shown.isPresent() ? State.TOO_FEW : State.SUPPRESSED);
        return exact() ? "too few (n = " + n + ")" : "too few";
    }

    /** Writes a share in counts only: {@code 152 of 211}; nothing to count of is {@code –}. */
    String counts(Entry entry, Ratio ratio) {
        return record(entry, ratio)
                .map(shown -> shown.denominator() == 0 ? Written.NOT_MEASURED : plain(shown))
                .orElse(Written.WITHHELD);
    }

    /**
     * Writes a share by the small-number rule: {@code 3 of 4}, {@code 12 of 15 (95 % interval 55–93 %)} or {@code 152 of 211 (72 %, 95 %
     * interval 66–78 %)}.
     */
    String share(Entry entry, Ratio exact) {
        return record(entry, exact).map(Ledger::shareText).orElse(Written.WITHHELD);
    }

    private static String shareText(Ratio ratio) {
        Optional<Interval> interval = interval(ratio);
        if (interval.isEmpty()) {
            return ratio.denominator() == 0 ? Written.NOT_MEASURED : plain(ratio);
        }
        String limits = "95 % interval "
                + Written.percentInterval(interval.get().lower(), interval.get().upper());
        return ratio.denominator() < SmallNumbers.FEWEST_FOR_PERCENT
                ? plain(ratio) + " (" + limits + ")"
                : plain(ratio) + " (" + Written.percent(ratio.value().orElseThrow()) + ", " + limits + ")";
    }

    /** Writes a share in short for a table cell: {@code 72 % [66–78]}, {@code 12 of 15 [55–93]} or {@code 3 of 4}. */
    String shortShare(Entry entry, Ratio exact) {
        return record(entry, exact).map(Ledger::shortText).orElse(Written.WITHHELD);
    }

    private static String shortText(Ratio ratio) {
        Optional<Interval> interval = interval(ratio);
        if (interval.isEmpty()) {
            return ratio.denominator() == 0 ? Written.NOT_MEASURED : plain(ratio);
        }
        String limits = " " + brackets(interval.get());
        return ratio.denominator() < SmallNumbers.FEWEST_FOR_PERCENT
                ? plain(ratio) + limits
                : Written.percent(ratio.value().orElseThrow()) + limits;
    }

    /**
     * Writes a rate per hundred by the small-number rule: {@code 2 in 9}, {@code 2 in 19 [1.3–38.0 per 100]} or {@code 3.1
     * [2.5–3.9]}.
     */
    String shortRate(Entry entry, Ratio exact) {
        if (exact.denominator() == 0) {
            return notMeasured(entry, "per 100");
        }
        Optional<Ratio> shown = shown("per 100", exact).filter(of -> of.denominator() > 0);
        if (shown.isEmpty()) {
            return withheld(entry, "per 100");
        }
        Ratio ratio = shown.get();
        recordRate(entry, ratio);
        remember(entry, "per 100", ratio, exact);
        boolean some = ratio.denominator() >= SmallNumbers.FEWEST_FOR_INTERVAL;
        boolean enough = ratio.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT;
        Interval interval = rateInterval(ratio);
        double value = rate(ratio);
        String counts = ratio.numerator() + " in " + ratio.denominator();
        if (!some) {
            return counts;
        }
        String limits = Written.decimal(interval.lower(), 1) + "–" + Written.decimal(interval.upper(), 1);
        return enough ? Written.decimal(value, 1) + " [" + limits + "]" : counts + " [" + limits + " per 100]";
    }

    private void recordRate(Entry entry, Ratio ratio) {
        boolean some = ratio.denominator() >= SmallNumbers.FEWEST_FOR_INTERVAL;
        boolean enough = ratio.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT;
        write(
                entry,
                OptionalLong.of(ratio.numerator()),
                OptionalLong.of(ratio.denominator()),
                enough ? OptionalDouble.of(rate(ratio)) : OptionalDouble.empty(),
                some ? Optional.of(rateInterval(ratio)) : Optional.empty(),
                "per 100",
                some ? State.OK : State.TOO_FEW);
    }

    private static double rate(Ratio ratio) {
        return ratio.numerator() * (100.0 / ratio.denominator());
    }

    private static Interval rateInterval(Ratio ratio) {
        Interval count = Byar.interval(ratio.numerator());
        double scale = 100.0 / ratio.denominator();
        return new Interval(count.lower() * scale, count.upper() * scale);
    }

    /**
     * Writes a mean of hundredths in points: {@code 4.2 (95 % interval 3.1 to 5.3, n = 41)}; below ten only how many there are.
     *
     * @param scale what one unit of the sums is worth: 0.01 for hundredths of a point
     */
    String mean(Entry entry, Moments moments, double scale, String unit) {
        Optional<Interval> interval = MeanInterval.of(moments);
        if (moments.n() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            String few = tooFew(entry, moments.n(), unit);
            return moments.n() == 0 ? Written.NOT_MEASURED : few;
        }
        if (interval.isEmpty()) {
            double same = moments.mean().orElseThrow() * scale;
            estimate(entry, moments.n(), same, Optional.empty(), unit);
            return Written.decimal(same, 1) + " (n = " + said(moments.n()) + ", all the same)";
        }
        Interval scaled =
                new Interval(interval.get().lower() * scale, interval.get().upper() * scale);
        double mean = moments.mean().orElseThrow() * scale;
        estimate(entry, moments.n(), mean, Optional.of(scaled), unit);
        return Written.decimal(mean, 1) + " (95 % interval " + Written.interval(scaled.lower(), scaled.upper(), 1)
                + ", n = " + said(moments.n()) + ")";
    }

    /** The interval of a share in whole per cent, {@code [66–78]}. */
    static String brackets(Interval interval) {
        return "[" + Written.wholePercent(Math.max(0, interval.lower())) + "–"
                + Written.wholePercent(Math.min(1, interval.upper())) + "]";
    }

    /** The interval of a share, empty where the small-number rule withholds it. */
    static Optional<Interval> interval(Ratio ratio) {
        return ratio.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL
                ? Optional.empty()
                : Wilson.interval(ratio.numerator(), ratio.denominator());
    }

    private static String plain(Ratio ratio) {
        return Written.count(ratio.numerator()) + " of " + Written.count(ratio.denominator());
    }

    private Optional<Ratio> record(Entry entry, Ratio exact) {
        Optional<Ratio> shown = shown("share", exact);
        if (shown.isEmpty()) {
            withheld(entry, "share");
            return shown;
        }
        Ratio ratio = shown.get();
        boolean percent = ratio.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT;
        State state = ratio.denominator() == 0
                ? State.NOT_MEASURED
                : ratio.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL ? State.TOO_FEW : State.OK;
        write(
                entry,
                OptionalLong.of(ratio.numerator()),
                OptionalLong.of(ratio.denominator()),
                percent ? ratio.value() : OptionalDouble.empty(),
                interval(ratio),
                "share",
                state);
        remember(entry, "share", ratio, exact);
        return shown;
    }

    private void write(
            Entry entry,
            OptionalLong n,
            OptionalLong denominator,
            OptionalDouble value,
            Optional<Interval> interval,
            String unit,
            State state) {
        String id = page + "." + entry.id();
        if (!ids.add(id)) {
            throw new IllegalStateException("a figure is written twice: " + id);
        }
        rows.add(new FigureRow(
                id,
                page,
                entry.label(),
                key(entry.period()),
                entry.group(),
                n,
                denominator,
                value,
                interval.map(i -> OptionalDouble.of(i.lower())).orElse(OptionalDouble.empty()),
                interval.map(i -> OptionalDouble.of(i.upper())).orElse(OptionalDouble.empty()),
                unit,
                state));
    }

    /** Data without dates, and everything there is whenever it was, are {@code all}. */
    private static String key(Period period) {
        return period.firstMonth() == Months.UNDATED ? "all" : iso(period);
    }

    private static String iso(Period period) {
        return period.firstMonth() == period.lastMonth()
                ? Period.month(period.lastMonth()).key()
                : Period.span(period.firstMonth(), period.lastMonth()).key();
    }
}
