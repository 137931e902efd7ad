package mendline.model;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Choices of how usual ranges by month are worked out.
 *
 * @param baselineTo last month that ranges are taken from; empty means all months
 * @param rebases recorded changes, by month; never made by the program
 * @param screening whether differences far out of line are left out once (XmR only)
 * @param runLength months in a row that stand out: 6 or 7
 * @param smallMonths whether ranges are also taken from months with few behind them (XmR only)
 * @param chart the chart of every figure that it fits; the others keep XmR
 * @param charts the chart of single figures, by metric name
 */
public record LimitsSettings(
        OptionalInt baselineTo,
        List<Rebase> rebases,
        boolean screening,
        int runLength,
        SmallMonths smallMonths,
        ChartKind chart,
        SortedMap<String, ChartKind> charts) {

    /** All months, no rebase, XmR as NHS Making Data Count has it. */
    public static final LimitsSettings DEFAULT = new LimitsSettings(
            OptionalInt.empty(), List.of(), true, 7, SmallMonths.KEEP, ChartKind.XMR, new TreeMap<>());

    public LimitsSettings {
        rebases = List.copyOf(rebases);
        charts = Collections.unmodifiableSortedMap(new TreeMap<>(charts));
        if (runLength != 6 && runLength != 7) {
            throw new IllegalArgumentException("run_length needs 6 or 7, was " + runLength);
        }
    }
}
