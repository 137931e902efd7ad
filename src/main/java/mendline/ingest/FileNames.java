package mendline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which files are listed. One that may be the name of a person, or holds an address or a number of a person, is replaced by a code, in
 * the order of the names.
 */
final class FileNames {
    private static final String COLUMN = "file";
    private static final Pattern ENDING =
            Pattern.compile("(?i)(\\.(csv|tsv|txt|dat|xlsx|xls|xlsm|ods|numbers))?(\\.gz)?$");

    private final SortedMap<String, String> told = new TreeMap<>();
    private final SortedMap<String, String> patterns = new TreeMap<>();
    private final List<LocalCode> codes = new ArrayList<>();

    private FileNames() {}

    /** @param files the names of all files and links that may be spoken of */
    static FileNames of(Collection<String> files) {
        FileNames names = new FileNames();
        String prefix = "file-";
        while (taken(files, prefix)) {
            prefix = "x" + prefix;
        }
        int number = 1;
        for (String name : new TreeSet<>(files)) {
            if (personal(name)) {
                String code = prefix + String.format(Locale.ROOT, "%03d", number++) + ending(name);
                names.told.put(name, code);
                names.patterns.put(code, pattern(name));
                names.codes.add(new LocalCode(COLUMN, code, name));
            } else {
                names.told.put(name, name);
            }
        }
        return names;
    }

    private static boolean taken(Collection<String> files, String prefix) {
        return files.stream().anyMatch(name -> name.matches("(?i)" + prefix + "\\d+.*"));
    }

    static boolean personal(String name) {
        String plain = name.substring(0, name.length() - ending(name).length());
        for (String part : plain.split("/")) {
            if (PersonalData.contact(part)
                    || PersonalData.healthNumber(part)
                    || PersonalNumbers.certain(part)
                    || OrdinaryWords.maybeNameInFileName(part)) {
                return true;
            }
        }
        return false;
    }

    /** A name with {@code *} for whatever in it may be a name. */
    private static String pattern(String name) {
        String plain = name.substring(
                name.lastIndexOf('/') + 1, name.length() - ending(name).length());
        boolean words =
                !PersonalData.contact(plain) && !PersonalData.healthNumber(plain) && !PersonalNumbers.certain(plain);
        return (words ? OrdinaryWords.withoutNames(plain) : "*") + ending(name);
    }

    /** What matches the name of a file, without the folder, and tells no more of it than {@link #told(String)} does. */
    String matching(String told) {
        return patterns.getOrDefault(told, told.substring(told.lastIndexOf('/') + 1));
    }

    private static String ending(String name) {
        Matcher ending = ENDING.matcher(name);
        return ending.find() ? ending.group() : "";
    }

    /** The name to list a file under. */
    String told(String name) {
        return told.get(name);
    }

    /** The codes given, with the names that they stand for. */
    List<LocalCode> codes() {
        return codes;
    }
}
