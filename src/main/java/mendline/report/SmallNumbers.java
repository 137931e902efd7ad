package mendline.report;

/** What is too small to be shown as a percentage, an interval or a chart: one rule for the whole report. */
final class SmallNumbers {
    /** Below this denominator only the counts are shown. */
    static final long FEWEST_FOR_INTERVAL = 10;

    /** From this denominator on the percentage is shown too. */
    static final long FEWEST_FOR_PERCENT = 20;

    /** A share gets a control chart only where its median monthly denominator is at least this. */
    static final double FEWEST_FOR_SHARE_CHART = 20;

    /** With fewer expected a month, months are put together to quarters. */
    static final double FEWEST_A_MONTH = 5;

    /** A kind with fewer is put together with others. */
    static final long FEWEST_OF_A_KIND = 5;

    /** A curve is drawn while at least this many are being followed. */
    static final long FEWEST_AT_RISK = 10;

    private SmallNumbers() {}
}
