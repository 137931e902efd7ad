package mendline.ingest;

/** Decimal numbers as whole hundredths, read without passing through binary fractions. */
final class Numbers {
    /** Stands for a text that is no number. */
    static final long NOT_A_NUMBER = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    /**
     * Twice the number in hundredths, rounded half-even, plus 1 where rounding lost something; {@link #NOT_A_NUMBER}
     * otherwise. Numbers of more than nine whole digits come out as the largest such number, far outside every range.
     */
    static long read(String text, char decimal) {
        int end = text.length();
        int at = 0;
        boolean negative = false;
        if (end > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            at = 1;
        }
        long whole = 0;
        int wholeDigits = 0;
        boolean any = false;
        for (; at < end && digit(text.charAt(at)); at++) {
            any = true;
            if (whole != 0 || text.charAt(at) != '0') {
                wholeDigits++;
            }
            if (wholeDigits <= MOST_DIGITS) {
                whole = whole * 10 + (text.charAt(at) - '0');
            }
        }
        if (wholeDigits > MOST_DIGITS) {
            whole = 999_999_999L;
        }
        int hundredths = 0;
        int place = 0;
        int third = 0;
        boolean beyond = false;
        if (at < end && text.charAt(at) == decimal) {
            at++;
            for (; at < end && digit(text.charAt(at)); at++) {
                any = true;
                int digit = text.charAt(at) - '0';
                if (place < 2) {
                    hundredths = hundredths * 10 + digit;
                } else if (place == 2) {
                    third = digit;
                } else {
                    beyond |= digit != 0;
                }
                place++;
            }
        }
        if (!any || at < end) {
            return NOT_A_NUMBER;
        }
        if (place == 1) {
            hundredths *= 10;
        }
        long value = whole * 100 + hundredths;
        if (third > 5 || third == 5 && (beyond || (value & 1) == 1)) {
            value++;
        }
        boolean rounded = third != 0 || beyond;
        return (negative ? -value : value) * 2 + (rounded ? 1 : 0);
    }

    /** The hundredths of a result of {@link #read}. */
    static long hundredths(long read) {
        return read >> 1;
    }

    /** Whether a result of {@link #read} was rounded. */
    static boolean rounded(long read) {
        return (read & 1) == 1;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
