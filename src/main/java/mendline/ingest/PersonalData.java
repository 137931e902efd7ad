package mendline.ingest;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mendline.model.Vocabulary;

/** What a name, an address or a number of a person looks like. Nothing here keeps or prints what it looks at. */
final class PersonalData {
    private static final int MANY_WORDS = 8;
    private static final int LONG_TEXT = 80;
    private static final int LONGEST_NAME = 100;
    private static final int HEALTH_NUMBER_DIGITS = 10;

    private static final Pattern E_MAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[^\\s@]");
    private static final Pattern ABROAD = Pattern.compile("(?<![\\d])(?:\\+|00)[1-9](?:[ ()-]{0,2}\\d){8,13}(?!\\d)");
    private static final Pattern AT_HOME = Pattern.compile("(?<![\\d])\\(?0[1-9](?:[ ()-]{0,2}\\d){8,9}(?!\\d)");
    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{3}[ -]?\\d{3}[ -]?\\d{4}");
    private static final Pattern SURNAME_FIRST = Pattern.compile("\\p{L}[^,;\\d]*,\\s*\\p{L}[^,;\\d]*");
    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}.'\u2019-]*(?:\\s+\\p{L}[\\p{L}.'\u2019-]*)+");
    private static final Pattern JOINED = Pattern.compile("\\p{L}{2,}[._]\\p{L}{2,}|\\p{Lu}\\p{Ll}+\\p{Lu}\\p{Ll}+");
    private static final Pattern TWO_CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}+[\\s._-]+\\p{Lu}\\p{Ll}+");
    private static final Pattern TITLE = Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr)\\b\\.?\\s+\\p{Lu}");
    private static final Pattern WORD = Pattern.compile("[^\\d]*\\p{L}[^\\d]*\\p{L}[^\\d]*");
    private static final Pattern CAPITALISED =
            Pattern.compile("(?:\\p{Lu}['\u2019]|Mc|Mac)?\\p{Lu}\\p{Ll}{2,}(?:-\\p{Lu}\\p{Ll}+)?");
    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}[\\p{L}'\u2019-]{2,}");

    private static final Set<String> PEOPLE = Set.of(
            "",
            "client",
            "patient",
            "person",
            "first",
            "last",
            "sur",
            "fore",
            "full",
            "given",
            "middle",
            "family",
            "maiden",
            "preferred",
            "known",
            "therapist",
            "clinician",
            "practitioner",
            "counsellor",
            "counselor",
            "provider",
            "staff",
            "carer",
            "parent",
            "gp",
            "contact",
            "nextofkin");
    private static final Set<String> TELLING = Set.of(
            "email",
            "emailaddress",
            "mail",
            "phone",
            "phonenumber",
            "telephone",
            "tel",
            "mobile",
            "mobilenumber",
            "mobilephone",
            "homephone",
            "address",
            "homeaddress",
            "street",
            "postcode",
            "zip",
            "zipcode",
            "nhsnumber",
            "nhsno",
            "nhsnum",
            "nino",
            "ssn",
            "socialsecuritynumber",
            "medicarenumber",
            "dob",
            "dateofbirth",
            "birthdate",
            "birthday",
            "birth",
            "birthdt",
            "patientdob",
            "clientdob",
            "geburtsdatum",
            "note",
            "notes",
            "sessionnotes",
            "clinicalnotes",
            "comment",
            "comments",
            "freetext",
            "narrative");

    private PersonalData() {}

    /** Whether an e-mail address or a phone number stands in the text. */
    static boolean contact(String text) {
        return text.indexOf('@') > 0 && E_MAIL.matcher(text).find()
                || digits(text) >= HEALTH_NUMBER_DIGITS && (found(ABROAD, text) || found(AT_HOME, text));
    }

    /** Whether the text is ten digits, as a health-service number has. */
    static boolean tenDigits(String text) {
        return TEN_DIGITS.matcher(text).matches();
    }

    /**
     * Whether ten digits are a valid NHS number: weights 10 down to 2, modulo 11 (NHS Data Dictionary, NHS NUMBER). One number in eleven is valid
     * by chance, so a single one proves little.
     */
    static boolean healthNumber(String text) {
        if (!tenDigits(text)) {
            return false;
        }
        String number = text.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < HEALTH_NUMBER_DIGITS - 1; i++) {
            sum += (number.charAt(i) - '0') * (HEALTH_NUMBER_DIGITS - i);
        }
        int check = 11 - sum % 11;
        return (check == 11 ? 0 : check) == number.charAt(HEALTH_NUMBER_DIGITS - 1) - '0';
    }

    /** Whether a whole text looks like the name of a person: words of letters, a comma between letters, or two capitalised words. */
    static boolean fullName(String text) {
        if (text.length() > LONGEST_NAME) {
            return false;
        }
        boolean anyWord = WORDS.matcher(text).matches()
                && text.codePoints().filter(Character::isLetter).count() > 2;
        return anyWord
                || SURNAME_FIRST.matcher(text).matches()
                || JOINED.matcher(text).matches()
                || found(TWO_CAPITALISED, text)
                || found(TITLE, text);
    }

    /** Whether a text of letters without any digit could be a name among names. */
    static boolean word(String text) {
        return WORD.matcher(text).matches();
    }

    /** Whether the text is a single capitalised word, such as Smith, O'Brien, McDonald or Jean-Luc. */
    static boolean capitalised(String text) {
        return CAPITALISED.matcher(text).matches();
    }

    /** Whether the text is a single word of letters. */
    static boolean oneWord(String text) {
        return ONE_WORD.matcher(text).matches();
    }

    /** Whether a name with a form of address stands in the text. */
    static boolean titled(String text) {
        return found(TITLE, text);
    }

    /** Whether the text was written freely, going by its length and words. */
    static boolean freeText(String text) {
        int words = text.split("\\s+").length;
        return words >= MANY_WORDS || words > 3 && text.length() >= LONG_TEXT;
    }

    /** Whether a header says that its column holds names, addresses, dates of birth, numbers of persons or notes. */
    static boolean tellingHeader(String header) {
        String folded = Vocabulary.folded(header).replaceAll("[^\\p{L}]", "");
        return TELLING.contains(folded)
                || folded.endsWith("name") && PEOPLE.contains(folded.substring(0, folded.length() - 4));
    }

    private static boolean found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find();
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
