package mendline.model;

/** How a figure's usual range by month is worked out. */
public enum ChartKind implements Vocabulary {
    /** From the differences of neighbouring months: for anything. */
    XMR,
    /** A share of what stands behind it. */
    P,
    /** A rate per hundred sessions. */
    U,
    /** A share whose months differ by more than chance. */
    P_PRIME,
    /** A rate per hundred sessions whose months differ by more than chance. */
    U_PRIME,
    /** A plain count. */
    C,
    /** The days between rare events, in place of a range by month. */
    T,
    /** No range: months against their median, for anything. */
    RUN
}
