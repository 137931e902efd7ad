package mendline.report;

/** An expected count in words, as the object of "chance alone would give". */
final class ChanceWords {
    private static final double ROUNDED_TO_NONE = 0.5;

    private ChanceWords() {}

    /** {@code about 7 to 11}, {@code at most about 2}, {@code fewer than 1}, or {@code none} where nothing was found in any copy. */
    static String range(double lower, double upper) {
        if (upper < ROUNDED_TO_NONE) {
            return upper > 0 ? "fewer than 1" : "none";
        }
        String most = whole(upper);
        if (lower < ROUNDED_TO_NONE) {
            return "at most about " + most;
        }
        String least = whole(lower);
        return "about " + (least.equals(most) ? most : least + " to " + most);
    }

    private static String whole(double expected) {
        return Written.count(Math.round(expected));
    }
}
