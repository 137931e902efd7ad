package mendline.ingest;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** What numbers of persons look like: of insurances, of banks, of addresses. Nothing here keeps or prints what it looks at. */
final class PersonalNumbers {
    /** Two letters, six digits, A to D; prefixes that are never given are left out (UK HM Revenue and Customs, NIM39110). */
    private static final Pattern UK_INSURANCE = Pattern.compile(
            "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]");
    /** Three, two and four digits; some areas are never given (US Social Security Administration). */
    private static final Pattern US_INSURANCE = Pattern.compile("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
    /** Area, district, sector and unit of a UK postcode (Royal Mail). */
    private static final Pattern UK_POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}");

    private static final Pattern BANK = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern INITIALS_AND_BIRTH = Pattern.compile("[A-Za-z]{2,3}[ _.-]?(\\d{6}|\\d{8})");
    private static final int LONGEST = 42;

    private PersonalNumbers() {}

    /** Whether the whole text is the number of an insurance or of a bank account. */
    static boolean certain(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        return text.length() <= LONGEST
                && (UK_INSURANCE.matcher(capitals).matches()
                        || US_INSURANCE.matcher(text).matches()
                        || bank(capitals));
    }

    /** Whether the whole text is a UK postcode, as some codes are too: one alone proves nothing. */
    static boolean postcode(String text) {
        return text.length() <= 8
                && UK_POSTCODE.matcher(text.toUpperCase(Locale.ROOT)).matches();
    }

    /** An IBAN: moved by four and read as a number it leaves 1 modulo 97 (ISO 13616). */
    private static boolean bank(String text) {
        String plain = text.replace(" ", "");
        if (!BANK.matcher(plain).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Whether a code is made of initials and a date of birth, such as {@code AS170571}. */
    static boolean initialsAndBirth(String text) {
        if (text.length() > 12 || !INITIALS_AND_BIRTH.matcher(text).matches()) {
            return false;
        }
        String digits = text.replaceAll("\\D", "");
        int first = Integer.parseInt(digits.substring(0, 2));
        int second = Integer.parseInt(digits.substring(2, 4));
        int third = Integer.parseInt(digits.substring(4, 6));
        if (digits.length() == 6) {
            return first >= 1 && first <= 31 && second >= 1 && second <= 12
                    || first >= 1 && first <= 12 && second >= 1 && second <= 31
                    || second >= 1 && second <= 12 && third >= 1 && third <= 31;
        }
        int yearFirst = Integer.parseInt(digits.substring(0, 4));
        int yearLast = Integer.parseInt(digits.substring(4));
        return century(yearLast) && first >= 1 && first <= 31 && second >= 1 && second <= 31
                || century(yearFirst) && third >= 1 && third <= 12;
    }

    private static boolean century(int year) {
        return year >= 1900 && year <= 2099;
    }
}
