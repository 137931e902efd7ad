package mendline.report;

/** How the points of a series are drawn. */
public enum Mark {
    /** A line through (x, y), broken where y is missing. */
    LINE,
    /** A line with a dot at each point; a point's state may change the dot. */
    LINE_DOTS,
    /** A step function of (x, y), with lower and upper as dashed steps where present. */
    STEP,
    /** The area between lower and upper. */
    BAND,
    /** The area between lower and upper of step functions. */
    STEP_BAND,
    /** A bar from 0 to y; its label is y. */
    BAR,
    /** Part of a stack; bars of the same x pile up in order of series. */
    STACK,
    /** A marker at (x, y); several points may share a place. */
    DOT,
    /** A marker at (x, y) with a whisker from lower to upper. */
    INTERVAL,
    /** A horizontal bar on row y from lower to upper (positions on the x axis), ending in a marker that the point's state chooses. */
    SPAN,
    /** A thin line through (x, y), for limits, diagonals and cut-offs. */
    GUIDE
}
